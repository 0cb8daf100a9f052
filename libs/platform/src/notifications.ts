import pg from 'pg';

export interface ListenOptions {
  /** Called after every connection, the first included: what was sent while nobody listened must be looked for now. */
  onConnected?: () => void;
  /** Called once each time the connection is lost or cannot be made again, with the reason. */
  onLost?: (error: Error) => void;
}

export interface Listener {
  readonly connected: boolean;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 10_000;
const KEEP_ALIVE_DELAY_MS = 5_000;

class ChannelListener implements Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private retryIn = FIRST_RETRY_MS;
  private closed = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly channel: string,
    private readonly handler: (payload: string) => void,
    private readonly options: ListenOptions,
  ) {}

  get connected(): boolean {
    return this.client !== undefined;
  }

  /** Opens a connection of its own: a listening client in the pool would keep one of its places for ever. */
  async connect(): Promise<void> {
    const client = new pg.Client({
      ...this.pool.options,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    });
    // Before connect(): a connection that breaks while it is being made must not end the process.
    let failure: Error | undefined;
    client.on('error', (error) => (failure = error));
    client.on('end', () => this.lost(client, failure ?? new Error('The database closed the connection.')));
    client.on('notification', (message) => {
      if (message.channel === this.channel) this.handler(message.payload ?? '');
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    await this.accept(client);
  }

  private async accept(client: pg.Client): Promise<void> {
    if (this.closed) {
      await client.end();
      return;
    }
    this.client = client;
    this.retryIn = FIRST_RETRY_MS;
    this.options.onConnected?.();
  }

  private lost(client: pg.Client, error: Error): void {
    if (this.client !== client || this.closed) return;
    this.client = undefined;
    this.options.onLost?.(error);
    this.retryLater();
  }

  private retryLater(): void {
    this.timer = setTimeout(() => {
      this.connect().catch((error: unknown) => {
        if (this.closed) return;
        this.options.onLost?.(error instanceof Error ? error : new Error(String(error)));
        this.retryLater();
      });
    }, this.retryIn);
    this.retryIn = Math.min(this.retryIn * 2, LONGEST_RETRY_MS);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }
}

/**
 * Calls the handler for every NOTIFY on a channel until it is closed, connecting again whenever the connection is lost;
 * rejects when the first connection cannot be made.
 */
export async function listen(
  pool: pg.Pool,
  channel: string,
  handler: (payload: string) => void,
  options: ListenOptions = {},
): Promise<Listener> {
  const listener = new ChannelListener(pool, channel, handler, options);
  await listener.connect();
  return listener;
}
