import type { FedHook, FedMail, Held, HookFeed, MailFeed, Mails, Outbox, Unreached } from '#casework';
import type { JobQueue } from '#platform';
import type { HookJob } from './hooks.js';
import type { MailJob } from './mail.js';
import { Relay } from './relay.js';

export interface MailRelayParts {
  outbox: Pick<Outbox, 'dispatch'>;
  mails: Pick<Mails, 'unrecorded'>;
  feed: Pick<MailFeed, 'weigh' | 'next' | 'unsent'>;
  queue: Pick<JobQueue<MailJob>, 'addAll' | 'retryFailed'>;
  /** Records on the case that parties of a consultation are not reached. */
  onUnreached: (unreached: Unreached) => Promise<void>;
  /** Too many mails came at once, and wait for an administrator. */
  onHeld: (held: Held) => void;
  onError: (error: Error) => void;
}
export interface HookRelayParts {
  feed: Pick<HookFeed, 'next' | 'unsent'>;
  queue: Pick<JobQueue<HookJob>, 'addAll' | 'retryFailed'>;
  onError: (error: Error) => void;
}

const DISPATCHED_AT_ONCE = 100;

/** Carries what steps have to tell from the outbox into the queue of mails. */
export function mailRelay({ outbox, mails, feed, queue, onUnreached, onHeld, onError }: MailRelayParts) {
  const prepare = async (): Promise<void> => {
    for (let taken = DISPATCHED_AT_ONCE; taken === DISPATCHED_AT_ONCE;) {
      const dispatched = await outbox.dispatch(DISPATCHED_AT_ONCE);
      taken = dispatched.taken;
      for (const unreached of dispatched.unreached) await onUnreached(unreached);
    }
    // All of a pass is counted together, before any of it goes out.
    const held = await feed.weigh();
    if (held) onHeld(held);
  };
  const recover = async (): Promise<void> => {
    for (const unreached of await mails.unrecorded()) await onUnreached(unreached);
  };
  const jobOf = ({ id, apart, priority }: FedMail) => ({
    priority,
    data: { mail: id, ...(apart ? { apart: true as const } : {}) },
  });
  return new Relay<FedMail, MailJob>({ prepare, feed, queue, jobOf, recover, onError });
}

/** Gives the queue the tellings that steps have written. */
export const hookRelay = (parts: HookRelayParts) =>
  new Relay<FedHook, HookJob>({ ...parts, jobOf: ({ id }) => ({ data: { hook: id } }) });
