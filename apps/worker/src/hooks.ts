import { Webhook } from 'standardwebhooks';
import type { HookFeed, HookToSend } from '#casework';
import type { Clock, Job, OutsideAnswer, OutsideCall, QueueDefaults } from '#platform';

/** The job of one telling. */
export interface HookJob {
  hook: string;
}
export interface HookSenderParts {
  feed: Pick<HookFeed, 'claim' | 'settle'>;
  post: (call: OutsideCall) => Promise<OutsideAnswer>;
  baseUrl: string;
  demo: boolean;
  /** Real time: a signature says when it was made, and is taken for a few minutes. */
  clock: Clock;
}

export const HOOK_QUEUE = 'webhook';
/** The last of these tries comes after more than half a day, where the first comes after ten seconds. */
export const HOOK_TRIES: Partial<QueueDefaults> = { attempts: 13 };

const PAGES = { request: 'requests', deployment: 'deployments' } as const;

/** What is sent: a CloudEvent 1.0 in its structured form. */
export const cloudEvent = ({ id, type, kind, ref, state, at }: HookToSend, baseUrl: string) => ({
  specversion: '1.0',
  id,
  source: baseUrl,
  type: `hra.${type}`,
  subject: ref,
  time: at.toISOString(),
  datacontenttype: 'application/json',
  data: { type, ref, state, at: at.toISOString(), link: `${baseUrl}/${PAGES[kind]}/${ref}` },
});

/** Tells programs of steps, one job each, signed, and records what they answered. */
export class HookSender {
  constructor(private readonly parts: HookSenderParts) {}

  /** Does one job; a failure throws, so that the queue tries again, later and later. */
  async send(job: Job<HookJob>): Promise<void> {
    const hook = await this.parts.feed.claim(job.data.hook);
    if (!hook) return;
    const started = performance.now();
    const answer = await this.post(hook).catch((error: unknown) => ({ problem: whyNoAnswer(error as Error) }));
    const status = 'status' in answer ? answer.status : null;
    const delivered = status !== null && status >= 200 && status < 300;
    const problem =
      'problem' in answer
        ? answer.problem
        : delivered
          ? null
          : `It answered ${answer.status}.${movedWords(answer.status)}`;
    await this.parts.feed.settle(hook.id, {
      delivered,
      last: job.lastAttempt,
      tookMs: Math.round(performance.now() - started),
      status,
      answer: 'body' in answer ? answer.body.replaceAll('\u0000', '') : null,
      problem,
    });
    if (!delivered && status !== 410) throw new Error(problem ?? '');
  }

  private post(hook: HookToSend): Promise<OutsideAnswer> {
    const { baseUrl, clock, demo, post } = this.parts;
    const body = JSON.stringify(cloudEvent(hook, baseUrl));
    const now = clock.now();
    return post({
      url: hook.url,
      body,
      loopback: demo,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'human-rights-advisers',
        'webhook-id': hook.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': new Webhook(hook.secret).sign(hook.id, now, body),
      },
    });
  }
}

const NO_ANSWER: Record<string, string> = {
  ECONNREFUSED: 'Nothing takes calls at this address.',
  ECONNRESET: 'The call was cut off.',
  ENOTFOUND: 'The name in this address is not known.',
  EAI_AGAIN: 'The name in this address could not be looked up.',
  CERT_HAS_EXPIRED: 'The certificate of this address has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate of this address is signed by nobody who is known.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate of this address is signed by nobody who is known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate of this address cannot be checked: a part of its chain is missing.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another address.',
};
/** Why there was no answer, in words first and then as whoever runs the program looks it up. */
function whyNoAnswer({ message, code = '' }: Error & { code?: string }): string {
  const words = NO_ANSWER[code];
  return words ? `${words} (${message})` : message;
}

const movedWords = (status: number): string =>
  status >= 300 && status < 400 ? ' Nothing is sent on to another address: enter the new one here.' : '';
