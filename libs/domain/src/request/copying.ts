import { isRcSide, reaches, type Actor } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RequestContent } from './content.js';
import type { RequestFacts } from './facts.js';
import { stateName, type StateName } from './states.js';

/** As what a new request takes over the text of an earlier one. */
export const COPIES = {
  extension: 'Extension',
  succession: 'Succession',
  again: 'New request from the same text',
} as const;
export type CopyAs = keyof typeof COPIES;
/** From which text a request was begun. */
export interface BasedOn {
  ref: string;
  /** The version that was copied; 0 where it had never been submitted. */
  version: number;
  as: CopyAs;
}

/** States in which support has been granted: what can be extended, or succeeded. */
const GRANTED: readonly StateName[] = ['awaitingFunds', 'arrangements', 'handedOver'];
/** States in which a request ended without support: what can be asked again. */
const ENDED_WITHOUT: readonly StateName[] = ['declined', 'withdrawn', 'lapsed', 'abandoned'];

/** As what this person could begin a new request from the text of this one; nothing for who does not write for all its countries. */
export function copiesOf(facts: RequestFacts, actor: Actor): CopyAs[] {
  const where = { countries: facts.summary.countries, regions: [] };
  if (!actor.assignments.some((a) => isRcSide(a.role) && reaches(a, where))) return [];
  const state = stateName(facts.state);
  if (GRANTED.includes(state)) return ['extension', 'succession'];
  return ENDED_WITHOUT.includes(state) ? ['again'] : [];
}

/** Why a request cannot be begun from this text in this way. */
export const COPY_REFUSAL: Refusal = refuse(
  'notNow',
  'An extension or a succession is begun from a request that was approved; a new request from one that ended without support. Both by the office that wrote it.',
);

/**
 * What of a text is taken over. What somebody stated about the old one is not: signatures, endorsements, the office’s own
 * scores, and costs and days, which are those of a time that has passed.
 */
export function copiedContent(content: RequestContent, as: CopyAs): RequestContent {
  const {
    endorsements: _endorsements,
    selfAssessment: _scores,
    requestedBy: _by,
    requestedStart: _start,
    urgentReason: _urgent,
    sections,
    ...kept
  } = structuredClone(content);
  const { costAndHosting, ...answers } = sections ?? {};
  const { years: _years, ...hosting } = costAndHosting ?? {};
  return {
    ...kept,
    type: as === 'again' ? (content.type ?? 'initial') : as,
    track: 'ordinary',
    ...(sections ? { sections: { ...answers, ...(costAndHosting ? { costAndHosting: hosting } : {}) } } : {}),
  };
}
