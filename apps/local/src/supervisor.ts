/** Something that runs until it is stopped: a child process, a database server. */
export interface Part {
  /** Resolves, whenever it ends, to how it ended, fit to follow its name in a sentence. */
  exited: Promise<string>;
  /** What it wrote last, for whoever wonders why it ended. */
  lastWords?(): string;
  stop(): Promise<void>;
}

type Start<P extends Part> = (ending: AbortSignal) => Promise<P>;

interface Entry {
  name: string;
  part: Promise<Part>;
}

function wordsOf(part: Part): string {
  return part.lastWords ? `\n${part.lastWords()}` : '';
}

/** Keeps the parts of the system running: what dies is started once more, and what dies again ends everything. */
export class Supervisor {
  private readonly entries: Entry[] = [];
  private readonly ending = new AbortController();

  constructor(
    private readonly say: (line: string) => void,
    private readonly onTrouble: (sentence: string) => void,
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
    const how = await first.exited;
    if (this.ending.signal.aborted) return;
    this.say(`${entry.name} ${how}. Starting it again${wordsOf(first)}`);
    const part = start(this.ending.signal);
    entry.part = part;
    const again = await part.catch((error: Error) => {
      this.trouble(`${entry.name} could not be started again: it ${error.message}`);
    });
    if (again) this.say(`${entry.name} runs again`);
    if (again) this.trouble(`${entry.name} ${await again.exited}, for the second time${wordsOf(again)}`);
  }

  private trouble(sentence: string): void {
    if (!this.ending.signal.aborted) this.onTrouble(sentence);
  }
}
