import { reaches, type Actor } from '../people/roles.js';
import { LANGUAGES, type Language } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import { whoCouldSettle } from '../review/settlers.js';
import { appointmentTrouble } from './steps-appointing.js';

/** Somebody who might review, with what is known of their work. */
export interface ReviewCandidate {
  person: Actor;
  /** The languages in which they work. */
  languages: readonly string[];
  /** Reviews that they have in hand. */
  open: number;
  /** Reviews that they finished of requests of these regions. */
  finishedHere: number;
  /** They declared a conflict in an earlier request of one of these countries. */
  conflictBefore: boolean;
}

/** One who may be appointed, with why they stand where they do. */
export interface Suggestion {
  id: string;
  name: string;
  open: number;
  readsLanguage: boolean;
  /** Appointed as a reviewer for these regions, not for all. */
  regional: boolean;
  finishedHere: number;
  conflictBefore: boolean;
  /** They chair panels too, and would not settle what they scored. */
  chairs: boolean;
  /** They alone of the chairs could still settle: if they score, nobody is left to. */
  lastChair: boolean;
  /** They declined this request before, or were released from it. */
  leftBefore: 'declined' | 'released' | null;
  /** In words: "2 open reviews; works in French; reviewed in this region before". */
  why: string;
  /** Among the first, as many as are still needed, with nothing that speaks against them. */
  suggested: boolean;
}

const count = (n: number, one: string, many: string): string => `${n === 0 ? 'no' : n} ${n === 1 ? one : many}`;

function whyOf(s: Omit<Suggestion, 'why' | 'suggested'>, language: Language): string {
  const words = [
    count(s.open, 'open review', 'open reviews'),
    s.readsLanguage ? `works in ${LANGUAGES[language]}` : `does not work in ${LANGUAGES[language]}, as far as is known`,
    ...(s.regional ? ['reviews for this region'] : []),
    ...(s.finishedHere > 0 ? ['reviewed in this region before'] : []),
    ...(s.conflictBefore ? ['declared a conflict in an earlier request of this country: ask first'] : []),
    ...(s.chairs && !s.lastChair ? ['also chairs panels: another chair would settle these scores'] : []),
    ...(s.lastChair ? ['the last panel chair who could settle these scores'] : []),
    ...(s.leftBefore === 'declined' ? ['declined this request'] : []),
    ...(s.leftBefore === 'released' ? ['was released from this request'] : []),
  ];
  return words.join('; ');
}

const doubts = (s: Suggestion): number =>
  Number(s.conflictBefore) + Number(s.leftBefore !== null) + Number(s.lastChair);
const order = (a: Suggestion, b: Suggestion): number =>
  doubts(a) - doubts(b) ||
  a.open - b.open ||
  Number(b.regional || b.finishedHere > 0) - Number(a.regional || a.finishedHere > 0) ||
  Number(b.readsLanguage) - Number(a.readsLanguage) ||
  b.finishedHere - a.finishedHere ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1);

/**
 * Who may be appointed, the most fitting first: nothing that speaks against them, the least work in hand, the region, the
 * language, then experience there. Who may not be appointed is not offered. It is advice: a person appoints.
 */
export function suggestReviewers(
  facts: RequestFacts,
  candidates: readonly ReviewCandidate[],
  chairs: readonly Actor[],
): Suggestion[] {
  const { language } = facts.summary;
  const settle = whoCouldSettle(facts, chairs);
  const free = candidates
    .filter(({ person }) => appointmentTrouble(person, facts) === null)
    .map(({ person, open, finishedHere, conflictBefore, ...c }): Suggestion => {
      const left = facts.reviewers.find((r) => r.person.id === person.id)?.state;
      const known = {
        id: person.id,
        name: person.name,
        open,
        readsLanguage: c.languages.includes(language),
        regional: person.assignments.some(
          (a) => a.role === 'reviewer' && a.regions.some((r) => facts.summary.regions.includes(r)),
        ),
        finishedHere,
        conflictBefore,
        chairs: person.assignments.some((a) => a.role === 'panelChair' && reaches(a, facts.summary)),
        lastChair: settle.length === 1 && settle[0]!.id === person.id,
        leftBefore: left === 'declined' || left === 'released' ? left : null,
      };
      return { ...known, why: whyOf(known, language), suggested: false };
    })
    .sort(order);
  const active = facts.reviewers.filter((r) => !['conflicted', 'declined', 'released'].includes(r.state)).length;
  const needed = Math.max(0, (facts.framework?.minimumReviewers ?? 2) - active);
  return free.map((s, i) => ({ ...s, suggested: i < needed && doubts(s) === 0 }));
}
