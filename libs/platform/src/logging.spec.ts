import { Writable } from 'node:stream';
import fastify from 'fastify';
import { exchangeId, loggableUrl, loggerOptions, openLog } from './logging.js';

function memory(): { lines: string[]; stream: Writable } {
  const lines: string[] = [];
  return { lines, stream: new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) }) };
}

describe('the log', () => {
  it('hides what opens doors', async () => {
    const { lines, stream } = memory();
    const app = fastify({ logger: { ...loggerOptions({ name: 'web', level: 'info' }), stream }, genReqId: exchangeId });
    app.get('/callback', async (exchange) => {
      exchange.log.info({ token: 'tok', user: { password: 'pw' }, req: { headers: { cookie: 'sid=1' } } }, 'inside');
      return 'ok';
    });
    await app.inject({
      url: '/callback?code=abc&x=1&state=def',
      headers: { cookie: 'sid=zzz', authorization: 'Bearer yyy' },
    });
    await app.close();
    const all = lines.join('');
    expect(all).toContain('/callback?code=…&x=1&state=…');
    expect(all).not.toMatch(/abc|def|tok"|pw"|sid=|zzz|yyy/);
    expect(JSON.parse(lines[0] as string)).toMatchObject({ level: 'info', name: 'web', msg: 'incoming request' });
    expect((JSON.parse(lines[0] as string) as { time: string }).time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('shortens addresses only where they hold secrets', () => {
    expect(loggableUrl('/list?q=code&status=open')).toBe('/list?q=code&status=open');
    expect(loggableUrl('/x?id_token_hint=a.b.c')).toBe('/x?id_token_hint=…');
  });

  it('keeps a proxy’s identifier only when it is harmless', () => {
    expect(exchangeId({ headers: { 'x-request-id': 'abc-12345678' } })).toBe('abc-12345678');
    expect(exchangeId({ headers: { 'x-request-id': 'a\n{"level":"fatal"}' } })).toMatch(/^[0-9a-f-]{36}$/);
    expect(exchangeId({ headers: {} })).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('opens without a web server', async () => {
    expect((await openLog({ name: 'worker', level: 'silent' })).level).toBe('silent');
  });
});
