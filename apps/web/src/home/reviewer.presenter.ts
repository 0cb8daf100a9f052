import type { ReviewItem, SignedIn } from '#casework';
import { isActive, assessmentView } from '#domain';
import { paths } from '../shell/paths.js';
import type { Names } from '../request/case-words.js';
import { requestCell } from '../request/row-words.js';
import { shown } from '../review/figures.js';
import type { Aside, Part } from './blocks.js';

const ROWS = 8;
const COLUMNS = [
  { key: 'request', text: 'Request' },
  { key: 'on', text: 'Scored on' },
  { key: 'total', text: 'Your total', numeric: true },
  { key: 'others', text: 'Reviewers done', numeric: true },
];
const RULES: Aside = {
  kind: 'words',
  title: 'Before you score',
  text: 'You declare first whether you have a conflict of interest. You see other reviewers’ scores only when all are in.',
  link: { text: 'Scoring guidance', href: '/guidance/scoring' },
};

function scoredRow({ facts, ref }: ReviewItem, me: SignedIn, names: Names) {
  const own = facts.reviewers.find((r) => r.person.id === me.id);
  const active = facts.reviewers.filter(isActive);
  const total = assessmentView(me, facts)?.reviewers.find((r) => r.own)?.weighted?.weighted ?? null;
  return {
    request: requestCell({ ref, countries: facts.summary.countries }, names),
    on: own?.scoredAt ? new Date(own.scoredAt) : '',
    total: shown(total),
    others: `${active.filter((r) => r.state === 'scored').length} of ${active.length}`,
  };
}

/** The part of a reviewer: what is scored and waits for others. What is to be done stands in the list above it. */
export function reviewerPart(reviews: readonly ReviewItem[], me: SignedIn, names: Names): Part {
  const scored = reviews.filter((r) => r.state === 'scored').slice(0, ROWS);
  return {
    title: 'Your reviews',
    sentences: [],
    figures: [],
    actions: [],
    blocks: [
      {
        kind: 'table',
        id: 'scored',
        title: 'Scored by you',
        columns: COLUMNS,
        rows: scored.map((item) => scoredRow(item, me, names)),
        empty: 'You have not scored a request yet.',
        link: { text: 'See the whole queue', href: paths.reviews() },
      },
    ],
    asides: [RULES],
  };
}
