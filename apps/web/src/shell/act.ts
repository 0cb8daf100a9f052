import { createHash, randomUUID } from 'node:crypto';
import type { Advanced, AdvanceOptions, Casework, SignedIn } from '#casework';
import { canonical, eventRule, type Refusal, type RequestEvent } from '#domain';
import { formOf, one, type Exchange, type Form } from './exchange.js';

/** The hidden fields of every form that sends a step: what the page was drawn from, and a key that makes a second click harmless. */
export const stepFields = (revision: number): { kind: 'hidden'; name: string; value: string }[] => [
  { kind: 'hidden', name: 'revision', value: String(revision) },
  { kind: 'hidden', name: 'once', value: randomUUID() },
];

/** The key under which a step of a form is done once. It covers what is sent too, so that a form sent again with another text is another step. */
export function onceFor(form: Form, what: unknown): AdvanceOptions['once'] {
  const key = one(form, 'once');
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const fingerprint = hash(canonical(what));
  return key ? { key: hash(`${key} ${fingerprint}`), fingerprint } : undefined;
}

/** The revision that a form was drawn from; one that cannot be read counts as stale. */
export const revisionIn = (form: Form): number => {
  const text = one(form, 'revision');
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
};

/** Sends one step of a case from a form, on the revision that its page was drawn from. */
export function act(
  casework: Casework,
  request: Exchange,
  me: SignedIn,
  ref: string,
  event: RequestEvent,
  revision?: AdvanceOptions['revision'],
): Promise<Advanced | Refusal> {
  const form = formOf(request);
  const drawnFrom = eventRule(event.type).ownPart ? 'latest' : revisionIn(form);
  return casework.advance(ref, me, event, { revision: revision ?? drawnFrom, once: onceFor(form, [ref, event]) });
}
