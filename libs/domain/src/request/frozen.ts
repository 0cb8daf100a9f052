import { canonical, type RequestContent } from './content.js';
import type { CaseDocument, RequestFacts, Summary } from './facts.js';
import { stateName } from './states.js';

/** Two numbers of 32 bits from a text: equal texts give equal ones, and two different ones as good as never do. */
export function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  const mix = (x: number, y: number) =>
    (Math.imul(x ^ (x >>> 16), 2246822507) ^ Math.imul(y ^ (y >>> 13), 3266489909)) >>> 0;
  return [mix(a, b), mix(b, a)].map((n) => n.toString(16).padStart(8, '0')).join('');
}

/** By what a submission is told from another: the same text and the same documents give the same. */
export const fingerprintOf = (content: RequestContent, documents: readonly Pick<CaseDocument, 'id'>[]): string =>
  digest(canonical([content, documents.map((d) => d.id).sort()]));

/** What is known of a request to those who may not read a correction in hand: what was last submitted says. */
export const submittedSummary = (facts: RequestFacts): Summary => facts.frozen?.summary ?? facts.summary;

/** The case as it is known to those who may not read a correction in hand. */
export function asSubmitted({ changeInHand: _changeInHand, ...facts }: RequestFacts): RequestFacts {
  const { together, frozen } = facts;
  return {
    ...facts,
    summary: submittedSummary(facts),
    ...(together ? { together: { lead: together.lead, signatures: frozen?.signatures ?? [] } } : {}),
  };
}

/** Whether a submission now would be the same as the last one. */
export const changesNothingSince = (facts: RequestFacts, content: RequestContent): boolean =>
  facts.frozen?.fingerprint === fingerprintOf(content, facts.documents);

/** What the Resident Coordinator is told before a request is submitted again; it does not stand against it. */
export const warningsBefore = (facts: RequestFacts, content: RequestContent): string[] =>
  stateName(facts.state) === 'returned' && changesNothingSince(facts, content)
    ? [
        'Nothing was changed since the request was returned. You can submit it as it is; the desk officer is told that nothing was changed.',
      ]
    : [];
