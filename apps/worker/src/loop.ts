/** Does a piece of work when woken and every so often besides; one at a time, and a failure is not the end of it. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Does the work now, or once more when it is being done. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.running = this.run();
  }

  /** Does no more work, and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    do {
      this.again = false;
      await this.work().catch(this.onError);
    } while (this.again && !this.stopped);
    this.running = undefined;
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.everyMs);
  }
}
