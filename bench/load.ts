import { Agent, request as send } from 'node:http';

export interface Run {
  perSecond: number;
  p50: number;
  p99: number;
  count: number;
}

/** Runs a piece of work again and again by so many clients, for a number of seconds or until it has no more to do. */
export async function run(clients: number, seconds: number, work: (client: number) => Promise<boolean>): Promise<Run> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        const at = performance.now();
        if (!(await work(client))) return;
        times.push(performance.now() - at);
      }
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), count: times.length };
}

/** A client of one web process over kept-alive connections. */
export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly base: URL,
    private readonly token: string,
    clients: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: clients });
  }

  call(
    method: string,
    path: string,
    options: { body?: unknown; revision?: number; cookie?: string } = {},
  ): Promise<{ status: number; body: string }> {
    const headers: Record<string, string> = options.cookie
      ? { cookie: options.cookie }
      : { authorization: `Bearer ${this.token}` };
    const body = options.body === undefined ? undefined : JSON.stringify(options.body);
    if (body !== undefined)
      Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    if (options.revision !== undefined) headers['if-match'] = `"${options.revision}"`;
    return new Promise((resolve, reject) => {
      const call = send(
        { host: this.base.hostname, port: this.base.port, path, method, headers, agent: this.agent },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
