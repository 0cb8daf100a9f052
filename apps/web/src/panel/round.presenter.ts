import type { RoundSetting } from '#casework';
import {
  CRITERIA,
  CRITERION_NAMES,
  MODALITIES,
  roundAfter,
  roundName,
  setsMoney,
  stateLabel,
  type Actor,
  type Figure,
  type PanelCase,
  type RoundPanel,
} from '#domain';
import { placeOf, plural, type Names } from '../request/case-words.js';
import { percent, shown } from '../review/figures.js';
import { SHORT_NAMES } from '../review/assessment.presenter.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import {
  apartWords,
  coverageWords,
  frameworksWords,
  lineWords,
  markWords,
  money,
  NO_PLACE,
  placeWords,
  recommendedWords,
  regionWords,
  RESULT_WORDS,
  totalWords,
} from './round-words.js';

export interface RoundInput {
  round: string;
  me: Actor;
  panel: RoundPanel;
  setting: RoundSetting;
  /** There are more requests than are compared here. */
  more: boolean;
  names: Names;
  today: string;
  /** An amount that who looks has entered to try it; it is not kept. */
  tried?: { typed: string; amount: string | null } | undefined;
}

/** One request of the round, as page, file and paper have it. */
export interface RoundRow {
  ref: string;
  place: string;
  name: string;
  about: string;
  /** `of`: for a bar; null where there is nothing to draw. */
  scores: { label: string; score: string; of: number | null; note: string }[];
  total: string;
  coverage: string;
  /** Not everything was assessed; that everything was goes without saying. */
  partly: boolean;
  result: string;
  apart: string;
  marks: string[];
  region: string;
  recommended: string;
  state: string;
  cost: string;
  cumulated: string;
  href: string;
  reviews: string;
  recommend: string | null;
  /** The first row below the line of the money. */
  belowLine: boolean;
}

/** A whole score as reviewers give it, a median between two with its half. */
const scoreOf = (score: Figure): string => (/^\d$/.test(score.exact) ? score.exact : shown(score));

/** By which criteria a request was judged, where those of its round were not all judged by the same. */
const criteriaOf = ({ scores }: PanelCase, { frameworks }: RoundPanel): string =>
  scores && frameworks.length > 1 ? `. Criteria, version ${scores.framework}` : '';

function rowOf(one: PanelCase, previous: PanelCase | undefined, { me, names, panel }: RoundInput): RoundRow {
  const { facts, scores, why } = one;
  const chair = me.assignments.some((a) => a.role === 'panelChair');
  return {
    ref: facts.ref,
    place: placeWords(one),
    name: placeOf(facts.summary.countries, names),
    about: `${MODALITIES[facts.summary.modality]}${criteriaOf(one, panel)}`,
    scores: CRITERIA.map((key) => {
      const found = scores?.criteria.find((c) => c.criterion === key);
      return {
        label: SHORT_NAMES[key],
        score: !scores ? '–' : found?.score ? scoreOf(found.score) : 'n/a',
        of: found?.score ? Number(found.score.rounded) : null,
        note: found?.below ? 'Below threshold' : '',
      };
    }),
    total: totalWords(scores),
    coverage: coverageWords(scores),
    partly: scores !== null && percent(scores.coverage) !== '100',
    result: why ? NO_PLACE[why] : scores ? RESULT_WORDS[scores.outcome] : '',
    apart: apartWords(scores),
    marks: markWords(scores),
    region: regionWords(one, names),
    recommended: recommendedWords(one),
    state: stateLabel(facts.state),
    cost: one.cost === null ? 'Not given' : money(one.cost),
    cumulated: one.cumulated === null ? '' : money(one.cumulated),
    href: paths.request(facts.ref),
    reviews: paths.requestReviews(facts.ref),
    recommend: chair && facts.state === 'recommendation' ? paths.recommend(facts.ref) : null,
    belowLine: one.side === 'below' && previous?.side !== 'below',
  };
}

/** Every request of the round, in the order of the places. */
export const roundRows = (input: RoundInput): RoundRow[] =>
  input.panel.cases.map((one, i, all) => rowOf(one, all[i - 1], input));

function leadOf({ panel, more }: RoundInput): string {
  const n = panel.cases.length;
  const placed = panel.cases.filter((c) => c.rank !== null).length;
  if (n === 0) return 'No request of this round is here for you yet.';
  const all = `${words(n, true)} ${plural(n, 'request', 'requests')} of this round ${plural(n, 'is', 'are')} here for you, ${placed ? words(placed) : 'none'} with a place.`;
  return more ? `${all} There are more than can be compared on one page; these are the first.` : all;
}

const RULE =
  'Ordered by the total of the settled scores; where scores are not settled yet, by the total of the medians, marked “median”. Totals are compared exactly: the same total is the same place, and the next place is skipped. Places are counted among the requests that are shown here.';

/** What is known of money for the round, and where the line is. */
function moneyOf({ round, me, panel, setting, tried }: RoundInput) {
  const amount = tried?.amount ?? setting.money;
  return {
    said:
      amount === null || !panel.line
        ? 'No money is entered for this round, so there is no line.'
        : lineWords(panel.line, amount),
    source: tried?.amount
      ? 'You entered this amount to try it. It is not kept.'
      : setting.money === null
        ? ''
        : `${setting.source}. Entered by ${setting.setName} on ${date(setting.setAt!)}.`,
    field: {
      kind: 'number',
      name: 'money',
      label: setting.money === null ? 'Try an amount' : 'Try another amount',
      prefix: 'US$',
      width: 10,
      value: tried?.typed ?? '',
      error: tried && tried.amount === null ? 'Enter an amount in US dollars, such as 850,000' : undefined,
    },
    link: {
      text: setsMoney(me) ? 'Enter the money of this round' : 'Where the money comes from',
      href: paths.panelMoney(round),
    },
    line: amount === null ? '' : `Known money ends here: ${money(amount)}`,
  };
}

/** The requests of a round side by side. */
export function roundContext(input: RoundInput) {
  const { round, panel, setting, today } = input;
  const prepared = panel.cases.filter((c) => c.prepared).length;
  const address = paths.panelRound(round);
  return {
    title: `Panel, ${roundName(round)}`,
    wide: true,
    lead: leadOf(input),
    rule: RULE,
    coverage: `A request is ranked when at least ${setting.leastCoverage}% of the weight was assessed.`,
    frameworks: frameworksWords(panel),
    money: moneyOf(input),
    heads: CRITERIA.map((key) => ({ short: SHORT_NAMES[key], name: CRITERION_NAMES[key] })),
    rows: roundRows(input),
    prepared: prepared
      ? {
          text: `${words(prepared, true)} ${plural(prepared, 'recommendation is', 'recommendations are')} prepared and not sent.`,
          href: paths.panelPreview(round),
        }
      : null,
    rounds: [-1, 1].map((by) => {
      const other = roundAfter(round, by);
      return { text: `${by < 0 ? 'Before' : 'After'}: ${roundName(other)}`, href: paths.panelRound(other) };
    }),
    action: address,
    meeting: paths.panelDate(round),
    today,
    downloads: ['csv', 'xlsx'].map((format) => ({
      text: format === 'csv' ? 'CSV' : 'Excel',
      href: `${address}?format=${format}${input.tried?.amount ? `&money=${input.tried.amount}` : ''}`,
    })),
  };
}
