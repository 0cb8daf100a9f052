import {
  centsIn,
  CRITERION_NAMES,
  dollarsIn,
  type Consultee,
  type Criterion,
  type MoneyLine,
  type PanelCase,
  type PanelScores,
  type RoundPanel,
  type Unranked,
} from '#domain';
import {
  inSentence,
  listed,
  OUTCOME_WORDS,
  partyName,
  plural,
  POSITION_WORDS,
  type Names,
} from '../request/case-words.js';
import { percent, shown } from '../review/figures.js';
import { words } from '../shell/words.js';

/** An amount that is kept, as a sentence has it. */
export const money = (amount: string): string => dollarsIn(centsIn(amount));
const criterion = (key: Criterion): string => inSentence(CRITERION_NAMES[key]);

/** Why a request has no place. */
export const NO_PLACE: Record<Unranked, string> = {
  blind: 'Scores are not revealed yet',
  gone: 'Not in this round any more',
  notEnoughAssessed: 'Not enough was assessed',
};
export const RESULT_WORDS: Record<PanelScores['outcome'], string> = {
  meets: 'Meets the criteria',
  doesNotMeet: 'Does not meet the criteria',
  notEnoughEvidence: 'Not enough evidence',
};

/** The place of a request in words: `1`, `2, tied`. */
export const placeWords = ({ rank, tied }: PanelCase): string =>
  rank === null ? '–' : `${rank}${tied ? ', tied' : ''}`;

/** How far the reviewers are apart, written out. */
export function apartWords(scores: PanelScores | null): string {
  if (!scores) return '';
  if (scores.apart.length === 0) return 'The reviewers are close together.';
  const each = scores.apart.map(({ criterion: key, by }) => `by ${by} on ${criterion(key)}`);
  return `The reviewers differ ${listed(each)}.`;
}

/** What makes a result one to look at twice. */
export function markWords(scores: PanelScores | null): string[] {
  if (!scores) return [];
  return [
    ...(scores.moderation ? ['Needs moderation before it is settled.'] : []),
    ...(scores.fragile ? ['The result is fragile: a small change would turn it.'] : []),
  ];
}

/** A total with its coverage, and from what it comes where scores are not settled. */
export const totalWords = (scores: PanelScores | null): string =>
  scores ? `${shown(scores.total)}${scores.basis === 'median' ? ', median' : ''}` : '–';
export const coverageWords = (scores: PanelScores | null): string =>
  scores ? `${percent(scores.coverage)}% assessed` : '';

const said = (c: Consultee): string =>
  c.advice
    ? POSITION_WORDS[c.advice.position]
    : c.state === 'silent'
      ? 'Silent; that is not consent'
      : 'Not answered yet';

/** What the regional teams say; with several, each by its name. */
export function regionWords({ facts }: PanelCase, names: Names): string {
  const teams = facts.consultation.filter((c) => c.role === 'regionalTeam');
  return (
    teams.map((c) => (teams.length > 1 ? `${partyName(c, names)}: ${said(c)}` : said(c))).join('; ') || 'Not asked'
  );
}

/** What the panel recommends or keeps ready. */
export function recommendedWords({ facts, prepared }: PanelCase): string {
  if (prepared) return `Prepared: ${inSentence(OUTCOME_WORDS[prepared.outcome])}`;
  return facts.recommendation ? `Recommended: ${inSentence(OUTCOME_WORDS[facts.recommendation.outcome])}` : '';
}

const refs = (list: readonly string[]): string => listed([...list]);

/** Where the line is and why, in a sentence. */
export function lineWords(line: MoneyLine, amount: string): string {
  const n = line.above.length;
  const covered =
    n === 0
      ? `${money(amount)} is known, and it does not cover the first of them.`
      : `${money(amount)} is known. It covers the first year of ${words(n)} ${plural(n, 'request', 'requests')}, ${dollarsIn(line.spent)} in all; ${dollarsIn(line.left)} is left.`;
  switch (line.reason) {
    case 'nothingRanked':
      return `${money(amount)} is known. No request has a place yet.`;
    case 'everythingFits':
      return `${covered} Every request with a place is above the line.`;
    case 'tie':
      return `${covered} ${refs(line.next)} have the same place. What is left is not enough for all of them, so they stay below the line together.`;
    case 'costUnknown':
      return `${covered} What ${refs(line.next)} would cost is not known, so the line stops there.`;
    case 'nextTooMuch':
      return `${covered} It is not enough for ${refs(line.next)}, which is next. A cheaper request further down is not moved up.`;
  }
}

/** By which criteria the requests of the round were judged, where that is not one version for all. */
export function frameworksWords({ frameworks }: RoundPanel): string {
  if (frameworks.length < 2) return '';
  return `These requests were judged by versions ${listed(frameworks.map(String))} of the criteria, each by the one in force when it was submitted. Every total is out of 100, but weights and thresholds differ between the versions; take that into account where two are close.`;
}
