import type { DecisionFigure } from '#casework';
import { DECISION_CODES } from '#domain';
import { DECISION_WORDS, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import type { FileColumn } from '../shell/table-file.js';

const reasonOf = ({ code }: DecisionFigure): string => (code ? DECISION_CODES[code] : 'All');

/** The columns of the table as a file. */
export const FIGURE_COLUMNS = (names: Names): FileColumn<DecisionFigure>[] => [
  { title: 'Round', width: 10, value: (f) => f.round },
  { title: 'Region', width: 34, value: (f) => names.regionName(f.region) },
  { title: 'Outcome', width: 24, value: (f) => DECISION_WORDS[f.outcome].text },
  { title: 'Reason', width: 50, value: reasonOf },
  { title: 'Requests', width: 10, value: (f) => String(f.requests) },
];

/** The page: a table for each round. */
export function figuresPage(figures: readonly DecisionFigure[], names: Names) {
  const rounds = [...new Set(figures.map((f) => f.round))];
  return {
    title: 'Decisions in figures',
    lead: 'The last decision of each request that you may open, while it holds. A request of several regions counts in each; one with several reasons counts under each.',
    action: { text: 'Download as CSV', href: `${paths.decisionFigures()}?format=csv`, secondary: true },
    rounds: rounds.map((round) => ({
      id: `round-${round}`,
      title: `Round ${round}`,
      columns: [
        { key: 'region', text: 'Region' },
        { key: 'outcome', text: 'Outcome' },
        { key: 'reason', text: 'Reason' },
        { key: 'requests', text: 'Requests', numeric: true },
      ],
      rows: figures
        .filter((f) => f.round === round)
        .map((f) => ({
          region: names.regionName(f.region),
          outcome: DECISION_WORDS[f.outcome].text,
          reason: reasonOf(f),
          requests: String(f.requests),
        })),
    })),
  };
}
