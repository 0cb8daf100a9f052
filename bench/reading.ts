import type { Pool } from 'pg';
import { Requests } from '#casework';
import type { Actor } from '#domain';
import { run } from './load.js';
import { line, ms, rate, share } from './report.js';

const at = (role: Actor['assignments'][number]['role'], regions: string[], countries: string[] = []): Actor => ({
  id: '00000000-0000-7000-8000-000000000002',
  name: 'Bench',
  assignments: [{ role, regions, countries }],
});
const READERS: [string, Actor, Parameters<Requests['page']>[1]][] = [
  ['list of 25, all regions', at('deskOfficer', []), {}],
  ['list of 25, one region', at('deskOfficer', ['esa']), {}],
  ['list of 25, two regions', at('regionalTeam', ['esa', 'wca']), {}],
  ['list of 25, one country', at('rcOffice', [], ['TZA']), {}],
  ['list of 25, one status', at('deskOfficer', ['esa']), { status: 'screening' }],
  ['list of 25, open, oldest first', at('deskOfficer', []), { open: true, sort: 'oldest' }],
];

/** The least that a page of 25 could cost: the same columns of the same rows by their key, with who holds each and until when. */
const BARE = `
  SELECT r.seq, r.ref, r.title, r.countries, r.regions, r.type, r.track, r.modality, r.round, r.state, r.review, r.consultation, r.version,
    r.revision, r.created_at, r.submitted_at, r.changed_at, d.due_on::text, d.holder
  FROM request r LEFT JOIN deadline d ON d.case_id = r.id AND d.key = 'screening' WHERE r.seq < $1 ORDER BY r.seq DESC LIMIT 26`;

/** Words that every hundredth and every tenth case has, for goal 9. */
const SEARCHES: [string, string, string][] = [
  ['search for what 1 % have', 'hundredth', 'at most 10 ms'],
  ['search for what 10 % have', 'tenth', 'at most 25 ms'],
];

/** Goal 9: how long one person waits for a search within what they may see. */
async function measureSearch(requests: Requests, seconds: number): Promise<void> {
  for (const [what, q, goal] of SEARCHES) {
    const { p50 } = await run(1, seconds, async () => (await requests.page(at('deskOfficer', ['esa']), { q }), true));
    line('9', `${what}, one region, p50`, ms(p50), '', '', goal);
  }
}

/** Goal 5: rates of the list for each scope; printed again at a larger size, they should hardly fall. */
export async function measureLists(pool: Pool, seconds: number): Promise<Record<string, number>> {
  const requests = new Requests(pool);
  const top = Number((await pool.query<{ top: string }>('SELECT max(seq) AS top FROM request')).rows[0]!.top);
  const bare = await run(16, seconds, async () => {
    await pool.query({ name: 'bare-list', text: BARE, values: [top - Math.floor(Math.random() * 1_000)] });
    return true;
  });
  const rates: Record<string, number> = {};
  for (const [what, actor, filter] of READERS) {
    const first = await requests.page(actor, filter);
    const ours = await run(16, seconds, async (client) => {
      await requests.page(actor, client % 2 && first.next ? { ...filter, after: first.next } : filter);
      return true;
    });
    rates[what] = ours.perSecond;
    line('5', what, rate(ours.perSecond), rate(bare.perSecond), share(ours.perSecond, bare.perSecond), '');
  }
  await measureSearch(requests, seconds);
  return rates;
}
