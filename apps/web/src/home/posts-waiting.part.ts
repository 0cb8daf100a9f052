import type { PostRow, PostWait } from '#casework';
import type { Day } from '#domain';
import { dueWords } from '../deployment/post-waits.js';
import { entryHolder, waitText } from '../deployments/entry-text.js';
import { noteOf, postCell, postPlace } from '../deployments/post-words.js';
import type { Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import type { Block, Part } from './blocks.js';

/** The posts of a Resident Coordinator's country, each with what it waits for first. */
export interface CountryPosts {
  rows: PostRow[];
  waits: PostWait[];
}

const COLUMNS = [
  { key: 'post', text: 'Post' },
  { key: 'note', text: 'What to know' },
  { key: 'wait', text: 'Waits for' },
  { key: 'due', text: 'Due' },
];

/** What home says to the side of the Resident Coordinator: the posts of the country beside its requests. */
export function withCountry(part: Part, posts: CountryPosts | null, names: Names, today: Day): Part {
  if (!posts || posts.rows.length === 0) return part;
  const block: Block = {
    kind: 'table',
    id: 'country-posts',
    title: 'Posts that your office works with',
    columns: COLUMNS,
    rows: posts.rows.map((row) => {
      const wait = posts.waits.find(({ ref }) => ref === row.ref);
      return {
        post: postCell(row, names),
        note: noteOf(row, today),
        wait: wait ? { text: waitText(wait), note: entryHolder(wait) } : 'Nothing now',
        due: wait ? dueWords(wait.on, today) : '',
      };
    }),
    empty: '',
    link: { text: 'All deployments', href: paths.deployments() },
  };
  return { ...part, blocks: [...part.blocks, block] };
}

/** Renewals that were not decided in time and came to the regional team. */
export function lateRenewals(late: readonly PostWait[], names: Names, today: Day): Block[] {
  if (late.length === 0) return [];
  const rows = late.map((wait) => ({
    post: {
      text: postPlace({ host: null, countries: wait.countries, regions: wait.regions }, names),
      href: paths.deploymentPage(wait.ref, 'renewal'),
      note: wait.ref,
    },
    wait: { text: waitText(wait), note: entryHolder(wait) },
    due: dueWords(wait.on, today),
  }));
  const columns = [COLUMNS[0]!, { key: 'wait', text: 'Waits for' }, COLUMNS[3]!];
  return [
    {
      kind: 'table',
      id: 'late-renewals',
      title: 'Renewals that came to you because they are late',
      columns,
      rows,
      empty: '',
    },
  ];
}
