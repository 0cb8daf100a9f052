import type { Pool } from 'pg';
import { bridgersIn, DeploymentList, gapsOf, openDatabase, prepareDatabase, ReferenceData } from '#casework';
import { addDays, type Actor } from '#domain';
import { pgPool, systemClock, type EmbeddedPostgres } from '#platform';
import { run } from './load.js';
import { head, line, ms, times } from './report.js';
import { seedDeployments } from './seed-deployments.js';

const POSTS = 5_000;
const auditor: Actor = {
  id: '00000000-0000-7000-8000-000000000003',
  name: 'Bench',
  assignments: [{ role: 'auditor', regions: [], countries: [] }],
};
const region: Actor = { ...auditor, assignments: [{ role: 'regionalTeam', regions: ['esa'], countries: [] }] };

/** The least that such a page could cost: one look at each open post, the most urgent by the column that is kept. */
const BARE = `SELECT ref, title, state, ends_on FROM deployment WHERE is_open ORDER BY attention_on NULLS LAST, seq LIMIT 26`;
const BARE_GAPS = `SELECT ref, title, ends_on FROM deployment WHERE is_open AND (empty_since IS NOT NULL OR ends_on < current_date + 270) ORDER BY attention_on LIMIT 30`;

type Work = (list: DeploymentList, who: Actor) => Promise<void>;
const today = (): string => new Date().toISOString().slice(0, 10);

/** What each page asks for, without what every page asks for anyway. */
const PAGES: [string, string, Work][] = [
  [
    'overview',
    BARE,
    async (list, who) => {
      const view = await list.open(who, {});
      const [page] = await Promise.all([view.page({ limit: 12 }), view.figures(), view.points()]);
      await view.covers(page.rows.slice(0, 7), addDays(today(), -1_800), addDays(today(), 800));
    },
  ],
  [
    'timeline',
    BARE,
    async (list, who) => {
      const view = await list.open(who, {});
      const [page] = await Promise.all([view.page(), view.figures()]);
      await view.covers(page.rows, addDays(today(), -5_700), addDays(today(), 1_500));
    },
  ],
  [
    'gap finder',
    BARE_GAPS,
    async (list, who) => {
      const view = await list.open(who, {});
      const [rows] = await Promise.all([gapsOf(view, 15), view.figures(), list.offices()]);
      await bridgersIn(view, [...new Set(rows.flatMap((row) => row.regions))]);
    },
  ],
];

/** Issue 3, "Speed": the pages of posts at 5,000 posts and 20,000 terms, with how many questions each asks. */
export async function measureDeployments(
  server: Pick<EmbeddedPostgres, 'createDatabase' | 'url'>,
  seconds: number,
): Promise<void> {
  await server.createDatabase('bench_posts');
  await prepareDatabase(server.url('bench_posts'), { demo: 'people', holidays: false });
  const dataSource = await openDatabase(server.url('bench_posts'), 20, 'hra bench');
  const pool = pgPool(dataSource);
  const reference = await new ReferenceData(pool).load(today());
  await seedDeployments(pool, POSTS, today());
  await measurePages(pool, reference, seconds);
  await dataSource.destroy();
}

async function measurePages(pool: Pool, reference: ReferenceData, seconds: number): Promise<void> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM deployment_cover WHERE kind = 'incumbency'`,
  );
  head(`${POSTS.toLocaleString('en')} posts, ${rows[0]!.n.toLocaleString('en')} terms, one reader at a time`);
  for (const [what, bare, work] of PAGES) {
    const least = await run(1, seconds, async () => {
      await pool.query({ name: `bare ${what}`, text: bare });
      return true;
    });
    for (const [who, actor] of [
      ['all', auditor],
      ['one region', region],
    ] as const) {
      let asked = 0;
      const query = ((...given: Parameters<Pool['query']>) => ((asked += 1), pool.query(...given))) as Pool['query'];
      const list = new DeploymentList({ query }, systemClock, reference);
      await work(list, actor);
      const first = asked;
      const ours = await run(1, seconds, async () => {
        await work(list, actor);
        return true;
      });
      line(
        'S',
        `${what}, ${who}: ${first} queries`,
        ms(ours.p50),
        ms(least.p50),
        times(ours.p50, least.p50),
        'under 10 queries',
      );
    }
  }
}
