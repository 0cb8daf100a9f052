import { openQuestions, type CaseDocument, type RequestFacts, type Summary } from '../request/facts.js';

/**
 * What the office has changed while the request is judged, and has not sent: beside the version that is judged, never in
 * its place. Whoever judges reads the facts as they are; only the office, and the auditor, read this over them.
 */
export interface ChangeInHand {
  summary: Summary;
  documents: CaseDocument[];
  /** The text reads differently from the version that is judged. */
  textDiffers: boolean;
}

/** Whether a question is open that the office may answer by changing the request. */
export const mayBeChanged = (facts: RequestFacts): boolean => openQuestions(facts).some((q) => q.mayChange === true);

/** The case as the office has it in hand. */
export const asInHand = (facts: RequestFacts): RequestFacts =>
  facts.changeInHand
    ? { ...facts, summary: facts.changeInHand.summary, documents: facts.changeInHand.documents }
    : facts;

const idsOf = (documents: readonly CaseDocument[]): string =>
  JSON.stringify(documents.map((d) => d.id).sort((a, b) => (a < b ? -1 : 1)));

/** The change in hand with something of it changed again; none where it has come back to what is judged. */
export function withChange(facts: RequestFacts, change: Partial<ChangeInHand>): Pick<RequestFacts, 'changeInHand'> {
  const { summary, documents } = asInHand(facts);
  const hand = { summary, documents, textDiffers: facts.changeInHand?.textDiffers ?? false, ...change };
  const differs = hand.textDiffers || idsOf(hand.documents) !== idsOf(facts.documents);
  return { changeInHand: differs ? hand : null };
}

/** A change that was not sent is put aside; a case without any stays as it is. */
export const withoutChange = (facts: RequestFacts): Pick<RequestFacts, 'changeInHand'> =>
  facts.changeInHand ? { changeInHand: null } : {};

/** Whether a step put a change aside, so that the text is again as it was submitted. */
export const putAside = (before: RequestFacts | null, after: RequestFacts): boolean =>
  Boolean(before?.changeInHand) && !after.changeInHand && before!.version === after.version;
