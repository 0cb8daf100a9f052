import { Metrics } from './metrics.js';

describe('metrics', () => {
  it('tell about answers, numbers and queues', async () => {
    const metrics = new Metrics('web');
    metrics.observeHttp('GET', '/things/:id', 200, 0.003);
    metrics.gauge('sessions_open', 'People signed in', async () => 7);
    metrics.watchQueues(async () => ({ mail: { waiting: 3, failed: 1 } }));
    const text = await metrics.text();
    expect(text).toMatch(/http_request_duration_seconds_count\{.*route="\/things\/:id",status="200"\} 1\n/);
    expect(text).toContain('sessions_open{process="web"} 7');
    expect(text).toMatch(/queue_jobs\{queue="mail",state="waiting".*\} 3\n/);
    expect(text).toContain('process_resident_memory_bytes');
    expect(metrics.contentType).toContain('text/plain');
  });

  it('survive what they cannot read', async () => {
    const metrics = new Metrics('worker');
    metrics.gauge('broken', 'Never there', () => Promise.reject(new Error('no database')));
    metrics.watchQueues(() => Promise.reject(new Error('no queue')));
    const text = await metrics.text();
    expect(text).toContain('# TYPE broken gauge');
    expect(text).not.toContain('queue_jobs{');
  });
});
