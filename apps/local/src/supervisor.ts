import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs until it is stopped: a child process, a database server. */
export interface Part {
  /** Resolves, whenever it ends, to how it ended, fit to follow its name in a sentence. */
  exited: Promise<string>;
  /** What it wrote last, for whoever wonders why it ended. */
  lastWords?(): string;
  stop(): Promise<void>;
}

/** How often a part may fail within which time, and how long is waited before each new start. */
export interface Patience {
  failures: number;
  withinMs: number;
  pausesMs: readonly number[];
}

/** A part that fails this often so fast will not run at the next try either. */
const PATIENCE: Patience = { failures: 5, withinMs: 120_000, pausesMs: [0, 1_000, 3_000, 8_000] };

type Start<P extends Part> = (ending: AbortSignal) => Promise<P>;

interface Entry {
  name: string;
  part: Promise<Part>;
}

function wordsOf(part: Part | undefined): string {
  return part?.lastWords ? `\n${part.lastWords()}` : '';
}

const seconds = (ms: number): string => (ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`);

/** Keeps the parts of the system running: what dies is started again, and what dies again and again ends everything. */
export class Supervisor {
  private readonly entries: Entry[] = [];
  private readonly ending = new AbortController();

  constructor(
    private readonly say: (line: string) => void,
    private readonly onTrouble: (sentence: string) => void,
    private readonly patience = PATIENCE,
  ) {}

  /** Starts a part and watches over it; later parts may depend on earlier ones. */
  async run<P extends Part>(name: string, start: Start<P>): Promise<P> {
    const part = start(this.ending.signal);
    const entry: Entry = { name, part };
    this.entries.push(entry);
    const running = await part;
    void this.watch(entry, start, running);
    return running;
  }

  /** Stops everything, the last part first; what is only starting is stopped as soon as it can be. */
  async stop(): Promise<void> {
    this.ending.abort();
    for (const { part } of this.entries.toReversed()) {
      const running = await part.catch(() => undefined);
      await running?.stop();
    }
  }

  private async watch<P extends Part>(entry: Entry, start: Start<P>, first: P): Promise<void> {
    const { failures, withinMs, pausesMs } = this.patience;
    let running: P | undefined = first;
    let how = await first.exited;
    let recent: number[] = [];
    while (!this.ending.signal.aborted) {
      const now = performance.now();
      // What ran well for long has not failed again: it has failed anew.
      recent = [...recent.filter((at) => now - at < withinMs), now];
      if (recent.length >= failures) return this.trouble(entry.name, how, wordsOf(running));
      const pause = pausesMs[Math.min(recent.length, pausesMs.length) - 1]!;
      const when = pause > 0 ? ` in ${seconds(pause)}` : '';
      this.say(`${entry.name} ${how}. Starting it again${when}${wordsOf(running)}`);
      running = await this.again(entry, start, pause).catch((error: Error) => {
        how = error.message;
        return undefined;
      });
      if (!running) continue;
      this.say(`${entry.name} runs again`);
      how = await running.exited;
    }
  }

  private async again<P extends Part>(entry: Entry, start: Start<P>, pauseMs: number): Promise<P> {
    await sleep(pauseMs, undefined, { signal: this.ending.signal });
    const part = start(this.ending.signal);
    entry.part = part;
    return part;
  }

  private trouble(name: string, how: string, words: string): void {
    const { failures, withinMs } = this.patience;
    this.onTrouble(`${name} ${how}. It failed ${failures} times within ${seconds(withinMs)}${words}`);
  }
}
