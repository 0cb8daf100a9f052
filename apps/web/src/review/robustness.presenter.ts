import {
  countingSheets,
  CRITERION_NAMES,
  robustnessOf,
  type AssessmentView,
  type Criterion,
  type RequestFacts,
  type Robustness,
  type Varied,
} from '#domain';
import { capital } from '../request/case-words.js';
import { SHORT_NAMES } from './assessment.presenter.js';
import { shown } from './figures.js';
import { RESULT_WORDS, robustnessSentence, unassessedSentence } from './robustness.words.js';

/** What one variation comes to, as a row: the total, the result, and in words whether it is another. */
const row = (what: string, varied: Varied) => ({
  what,
  total: shown(varied.total),
  result: capital(RESULT_WORDS[varied.outcome]),
  changes: varied.flips ? { text: 'Changes the result', tone: 'amber' } : 'The same',
});

const COLUMNS = [
  { key: 'total', text: 'Total', numeric: true },
  { key: 'result', text: 'Result', words: true },
  { key: 'changes', text: 'Against the result now' },
];

function reviewersTable(r: Robustness, nameOf: (id: string) => string) {
  return {
    caption: 'The reviewers’ medians, with one reviewer left out, and the mean',
    columns: [{ key: 'what', text: 'Left out' }, ...COLUMNS],
    rows: [
      row('Nobody', { ...r.median, flips: false }),
      ...r.withoutReviewer.map((w) => row(nameOf(w.reviewer), w)),
      row('Nobody, by the mean', r.mean),
    ],
  };
}

function weightsTable(r: Robustness) {
  return {
    caption: `The ${r.basis === 'settled' ? 'settled scores' : 'reviewers’ medians'}, with one weight moved`,
    columns: [{ key: 'what', text: 'Weight moved' }, ...COLUMNS],
    rows: r.weights.map((w) => {
      const moved = shown(w.weights[w.criterion]).replace(/\.0$/, '');
      return row(`${SHORT_NAMES[w.criterion]}, ${w.by > 0 ? 'five more' : 'five less'}: ${moved}`, w);
    }),
  };
}

/** How firm the result is; null for whoever does not read the revealed scores, and until they are. */
export function robustnessShown(view: AssessmentView | null, facts: RequestFacts) {
  if (!view?.revealed || !view.consolidated || !facts.framework) return null;
  const robustness = robustnessOf(countingSheets(facts), facts.settled, facts.framework);
  const nameOf = (id: string) => view.reviewers.find((r) => r.person.id === id)?.person.name ?? '';
  const nobody = (key: Criterion) => view.consolidated!.criteria[key].assessedBy === 0;
  const unassessed = facts.framework.criteria.filter((c) => nobody(c.key)).map((c) => CRITERION_NAMES[c.key]);
  return {
    sentence: robustnessSentence(robustness, nameOf),
    unassessed: robustness.reviewers ? unassessedSentence(unassessed, facts.settled !== null) : '',
    tables: robustness.reviewers ? [reviewersTable(robustness, nameOf), weightsTable(robustness)] : [],
  };
}
