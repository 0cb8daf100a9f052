import { checkHealth } from './health.js';

describe('health', () => {
  it('is well when every check is', async () => {
    const report = await checkHealth({ database: async () => undefined, mail: async () => '3 waiting' });
    expect(report).toMatchObject({
      status: 'ok',
      checks: { database: { status: 'ok' }, mail: { detail: '3 waiting' } },
    });
  });

  it('names what fails and waits for nobody', async () => {
    const report = await checkHealth(
      {
        fine: async () => undefined,
        broken: () => Promise.reject(new Error('connection refused')),
        // Never answers.
        slow: () => new Promise(() => undefined),
      },
      50,
    );
    expect(report).toMatchObject({
      status: 'failing',
      checks: {
        fine: { status: 'ok' },
        broken: { status: 'failing', detail: 'connection refused' },
        slow: { status: 'failing', detail: 'no answer within 50 ms' },
      },
    });
    expect(report.checks.slow?.ms).toBeLessThan(1_000);
  });

  it('takes a check that throws at once for one that fails', async () => {
    const report = await checkHealth({
      thrower: () => {
        throw new Error('no');
      },
    });
    expect(report.checks.thrower).toMatchObject({ status: 'failing', detail: 'no' });
  });
});
