import type { Advanced, AwayHolders, Casework, Conflicts, Deadlines as Clocks, Deployments, DueEvent } from '#casework';
import { isRefusal, SYSTEM, type Refusal } from '#domain';
import type { Log } from '#platform';
import { Loop } from './loop.js';

export interface DeadlineParts {
  clocks: Pick<Clocks, 'sweep' | 'pass' | 'greet' | 'chase'>;
  casework: Pick<Casework, 'advance'>;
  deployments: Pick<Deployments, 'advance'>;
  conflicts: Pick<Conflicts, 'handBackBegun'>;
  holders: Pick<AwayHolders, 'look'>;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  everyMs: number;
}

/** Watches the clocks of all cases: reminds, and lets a clock take its own step through the one write path. */
export class DeadlineWatch {
  private readonly loop: Loop;

  constructor(private readonly parts: DeadlineParts) {
    this.loop = new Loop(
      () => this.turn(),
      parts.everyMs,
      (error) => parts.log.error(error),
    );
  }

  wake(): void {
    this.loop.wake();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<void> {
    const { clocks, conflicts, holders, log } = this.parts;
    // First, so that nobody is reminded of what closes to them today.
    const handedBack = await conflicts.handBackBegun();
    if (handedBack.length)
      log.info({ requests: handedBack }, 'Reviews are handed back: a conflict of interest has begun');
    for (let more = true; more;) {
      const swept = await clocks.sweep();
      more = swept.more;
      if (swept.told) log.info({ told: swept.told }, 'Reminders are due');
      for (const event of oncePerCase(swept.events)) await this.act(event);
    }
    const chased = await clocks.chase();
    if (chased) log.info({ chased }, 'What nobody has opened, or came back, is told');
    const away = await holders.look();
    if (away) log.info({ away }, 'Somebody is away while a step of theirs falls due');
    const greeted = await clocks.greet();
    if (greeted) log.info({ greeted }, 'New coordinators are told of the cases that they hold');
  }

  /** Sends one step of a clock. A failure leaves it where it is, and it comes again; a refusal is final. */
  private async act(event: DueEvent): Promise<void> {
    const { clocks, log } = this.parts;
    const { ref, type } = event;
    try {
      const done = await this.take(event);
      if (!isRefusal(done)) return log.info({ ref, type }, 'Its time was up');
      log.warn({ ref, type, code: done.code }, `A clock was refused its step: ${done.message}`);
      await clocks.pass(event);
    } catch (error) {
      log.error({ ref, type, err: error }, 'A clock could not take its step; it will be tried again');
    }
  }

  private take({ ref, ...event }: DueEvent): Promise<Advanced | Refusal> {
    const { casework, deployments } = this.parts;
    const latest = { revision: 'latest' } as const;
    return event.kind === 'request'
      ? casework.advance(ref, SYSTEM, { type: event.type }, latest)
      : deployments.advance(ref, SYSTEM, { type: event.type }, latest);
  }
}

/** Several clocks of a case may end together; their step is one. */
function oncePerCase(events: DueEvent[]): DueEvent[] {
  return events.filter((e, i) => events.findIndex((o) => o.ref === e.ref && o.type === e.type) === i);
}
