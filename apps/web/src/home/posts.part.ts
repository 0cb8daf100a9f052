import type { Day } from '#domain';
import { noteOf, postCell, postPlace } from '../deployments/post-words.js';
import { capital, plural, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import type { Aside, Block, Part } from './blocks.js';
import type { PostsAtHome } from './posts.data.js';
import { lateRenewals } from './posts-waiting.part.js';

const byRanOut = (n: number): string => (n === 0 ? '' : `${words(n)} ${plural(n, 'term has', 'terms have')} run out`);

function sentenceOf({ figures, endingMonths }: PostsAtHome): string {
  const { gap } = figures.byStanding;
  const open = figures.endingOpen;
  const ends =
    open === 0
      ? ''
      : `${words(open)} ${plural(open, 'assignment ends', 'assignments end')} within ${words(endingMonths)} months and the successor is not yet agreed`;
  const empty = gap === 0 ? '' : `${words(gap)} ${plural(gap, 'post is', 'posts are')} empty`;
  const ranOut = byRanOut(figures.byStanding.ranOut);
  const said = [ranOut, empty, ends].filter(Boolean);
  const last = said.pop();
  return last ? `${capital([said.join(', '), last].filter(Boolean).join(', and '))}.` : '';
}

const block = ({ urgent, figures }: PostsAtHome, names: Names, today: Day): Block => ({
  kind: 'table',
  id: 'posts',
  title: 'Posts that need attention',
  columns: [
    { key: 'post', text: 'Country' },
    { key: 'adviser', text: 'Adviser' },
    { key: 'note', text: 'What to know' },
    { key: 'ends', text: 'Ends' },
  ],
  rows: urgent.map((row) => ({
    post: postCell(row, names),
    adviser: row.adviser ?? '',
    note: noteOf(row, today),
    ends: row.endsOn ? new Date(row.endsOn) : '',
  })),
  empty: 'Every post is held, and nobody leaves soon without a successor.',
  link: { text: figures.total > 0 ? 'Open the timeline' : '', href: `${paths.deployments()}/timeline` },
});

/** Who covers how many countries: whom a region can ask for more. */
const load = ({ advisers }: PostsAtHome, names: Names): Aside => ({
  kind: 'load',
  title: 'Workload by adviser',
  head: 'Adviser',
  numberHead: 'Countries',
  rows: advisers.map(({ name, ref, countries, regions }) => ({
    text: name,
    href: paths.deployment(ref),
    note: postPlace({ host: null, countries, regions }, names),
    value: countries.length,
  })),
  most: Math.max(1, ...advisers.map(({ countries }) => countries.length)),
  link: { text: 'All the workload', href: `${paths.deployments()}/workload` },
});

/** What a home page says of requests, with the posts that its reader looks after. */
export function withPosts(part: Part, posts: PostsAtHome | null, waiting: number, names: Names, today: Day): Part {
  if (!posts) return part;
  const { figures, endingMonths } = posts;
  const sentence = sentenceOf(posts);
  const own = block(posts, names, today);
  return {
    ...part,
    sentences: sentence ? [...part.sentences, sentence] : part.sentences,
    ...(posts.regional
      ? {
          figures: [
            { value: figures.inPost, text: plural(figures.inPost, 'adviser in post', 'advisers in post') },
            { value: waiting, text: plural(waiting, 'step waits for you', 'steps wait for you') },
            {
              value: figures.endingOpen,
              text: `${plural(figures.endingOpen, 'ends', 'end')} within ${words(endingMonths)} months, no successor agreed`,
              alert: figures.endingOpen > 0,
            },
            {
              value: figures.byStanding.gap,
              text: plural(figures.byStanding.gap, 'post empty', 'posts empty'),
              alert: figures.byStanding.gap > 0,
            },
          ],
        }
      : {}),
    asides: posts.advisers.length > 0 ? [load(posts, names), ...part.asides] : part.asides,
    blocks: [
      ...lateRenewals(posts.lateRenewals, names, today),
      ...(posts.regional ? [own, ...part.blocks] : [...part.blocks, own]),
    ],
  };
}
