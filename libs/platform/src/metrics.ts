import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Buckets from 1 ms to 10 s: pages are meant to take a few milliseconds, letters up to a second. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts by state of one queue, e.g. `{ waiting: 3, failed: 1 }`, under the name of the queue. */
export type QueueDepths = () => Promise<Record<string, Record<string, number>>>;

/** What one process tells about itself to Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  private readonly http: Histogram<'method' | 'route' | 'status'>;
  /** One for each route, method and status that was seen: naming the labels costs more than counting. */
  private readonly answered = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>();

  constructor(processName: string) {
    this.registry.setDefaultLabels({ process: processName });
    collectDefaultMetrics({ register: this.registry });
    this.http = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the arrival of a call to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  /** Records one answered call; `route` is the pattern, never the address, or every case would be a series of its own. */
  observeHttp(method: string, route: string, status: number, seconds: number): void {
    const key = `${method} ${status} ${route}`;
    let series = this.answered.get(key);
    if (!series) this.answered.set(key, (series = this.http.labels({ method, route, status: String(status) })));
    series.observe(seconds);
  }

  /** Adds a number that is read whenever somebody looks; a reading that fails leaves the number out. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        try {
          gauge.set(await read());
        } catch {
          gauge.reset();
        }
      },
    });
  }

  /** Adds the depth of every queue, by state. */
  watchQueues(depths: QueueDepths): void {
    const gauge: Gauge<'queue' | 'state'> = new Gauge({
      name: 'queue_jobs',
      help: 'Jobs in a queue, by state',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        gauge.reset();
        const all = await depths().catch(() => ({}));
        for (const [queue, counts] of Object.entries(all)) {
          for (const [state, count] of Object.entries(counts)) gauge.set({ queue, state }, count);
        }
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Returns all figures in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
