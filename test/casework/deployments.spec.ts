import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  bridgersIn,
  DeploymentList,
  entriesOf,
  gapsOf,
  workloadOf,
  type DeploymentFilter,
  type PostRow,
} from '#casework';
import {
  addDays,
  addMonths,
  expectedArrival,
  gapAhead,
  gapNow,
  hasRunOut,
  presentSearch,
  presentTerm,
  recruitmentMedians,
  renewalDays,
  type Actor,
  type DeploymentFacts,
} from '#domain';
import { reasonOf } from '../../apps/web/src/deployments/gap-words.js';
import { useDatabase } from '../support/database.js';
import { keepAt } from '../support/posts.js';
import { OTHERS, STAGES } from '../support/stages-of-posts.js';

const db = useDatabase({ at: '2028-10-01' });
const kept = new Map<string, DeploymentFacts>();
const auditor: Actor = {
  id: '00000000-0000-4000-8000-00000000000a',
  name: 'A',
  assignments: [{ role: 'auditor', regions: [], countries: [] }],
};
/** Who holds, or held, a post. */
const adviserOf = (name: string): string => kept.get(name)!.incumbencies.at(-1)!.person.id!;
const as = (role: Actor['assignments'][number]['role'], countries: string[] = [], regions: string[] = []): Actor => ({
  id: auditor.id,
  name: 'A',
  assignments: [{ role, countries, regions }],
});

beforeAll(async () => {
  for (const [name, stage, from] of STAGES) kept.set(name, await keepAt(db, stage, { at: `${from}T09:00:00.000Z` }));
  for (const [i, options] of OTHERS.entries()) kept.set(`other ${i}`, await keepAt(db, (d) => d.arrived(), options));
});

const listOf = () => new DeploymentList(db.pool, db.clock, db.reference);
const open = (filter: DeploymentFilter = {}, actor = auditor) => listOf().open(actor, filter);
const refs = async (filter: DeploymentFilter, actor = auditor) =>
  (await (await open(filter, actor)).page({ limit: 100 })).rows.map((row) => row.ref).sort();
const named = (...names: string[]) => names.map((name) => kept.get(name)!.ref).sort();

describe('what the lists say of a post', () => {
  it.each(['2028-10-01', '2028-10-21', '2028-11-15', '2029-01-10', '2029-04-30'])(
    'is what the domain says of it on %s: the gap of now, the gap ahead, why and until when',
    async (day) => {
      db.clock.set(day);
      const view = await open({ view: 'all' });
      const { rows } = await view.page({ limit: 100 });
      expect(rows).toHaveLength(kept.size);
      const medians = recruitmentMedians(
        [...kept.values()].flatMap((f) => f.recruitments),
        db.reference.clocks,
      );
      expect(view.asOf.medians).toEqual(medians);
      for (const [name, facts] of kept) {
        const row = rows.find((r) => r.ref === facts.ref)!;
        expect({ name, ...told(row) }).toEqual({ name, ...byTheDomain(facts, day, medians) });
      }
      db.clock.set('2028-10-01');
    },
  );
});

const told = (row: PostRow) => ({
  gap: row.gap,
  ranOut: row.standing === 'ranOut',
  from: row.gap ? row.gapFrom : null,
  until: row.gap ? row.gapUntil : null,
  bridge: row.gap === 'now' ? (row.bridge?.by ?? null) : null,
  reason: row.gap === 'ahead' ? reasonOf(row) : null,
});
function byTheDomain(facts: DeploymentFacts, day: string, medians: ReturnType<typeof recruitmentMedians>) {
  const now = gapNow(facts, day);
  const ahead = gapAhead(facts, day, medians);
  const none = { gap: null, ranOut: hasRunOut(facts, day), from: null, until: null, bridge: null, reason: null };
  // A post that was never filled is waited for, not empty again.
  if (now?.kind === 'between') {
    const search = presentSearch(facts);
    const agreed = search?.selected?.expectedOn;
    const arrival = agreed ? now.expectedOn : search && expectedArrival(search, day, medians);
    const until = arrival ? addDays(arrival, -1) : null;
    return { ...none, gap: 'now', from: now.since, until, bridge: now.bridge?.by ?? null };
  }
  const soon = addMonths(day, db.reference.clocks.renewalOpensMonths);
  const sought = facts.state !== 'ended' && facts.state.active.recruitment !== 'idle';
  if (!ahead || (!sought && ahead.from > soon)) return none;
  return { ...none, gap: 'ahead', from: ahead.from, until: ahead.until, reason: ahead.reason };
}

describe('one definition', () => {
  it('counts what the rows say, in every figure', async () => {
    const view = await open({ view: 'all' });
    const { rows } = await view.page({ limit: 100 });
    const figures = await view.figures();
    const of = (which: (row: PostRow) => boolean) => rows.filter(which).length;
    expect(figures.total).toBe(rows.length);
    expect(figures.inPost).toBe(of((r) => r.state !== 'ended' && r.adviser !== null && r.standing !== 'ranOut'));
    expect(figures.gapsAhead).toBe(of((r) => r.gap === 'ahead'));
    for (const [standing, n] of Object.entries(figures.byStanding))
      expect([standing, of((r) => r.standing === standing)]).toEqual([standing, n]);
    for (const [state, n] of Object.entries(figures.byState))
      expect([state, of((r) => r.state === state)]).toEqual([state, n]);
  });

  it('counts a term that has run out apart, and puts it first', async () => {
    db.clock.set('2028-11-15');
    const { rows } = await (await open({ view: 'all' })).page({ limit: 100 });
    const figures = await (await open()).figures();
    const late = rows.filter((r) => r.endsOn !== null && r.endsOn < '2028-11-15' && r.state !== 'ended');
    expect(late.length).toBeGreaterThan(1);
    expect(rows.slice(0, late.length)).toEqual(late);
    expect(figures.byStanding.ranOut).toBe(late.length);
    expect(await refs({ status: 'ranOut' })).toEqual(late.map((r) => r.ref).sort());
    expect(await refs({ status: 'held' })).toHaveLength(figures.inPost);
    db.clock.set('2028-10-01');
  });

  it('gives map, board, gaps and workload the same posts', async () => {
    const view = await open();
    const { rows } = await view.page({ limit: 100 });
    const [points, board, gaps, load] = await Promise.all([
      view.points(),
      view.board(50),
      gapsOf(view, 50),
      workloadOf(view),
    ]);
    expect(points.reduce((n, p) => n + p.posts, 0)).toBe(rows.filter((r) => r.host).length);
    expect(points[0]!.ref).toBe(rows.find((r) => r.host)!.ref);
    expect(board.map((r) => r.ref)).toEqual(rows.map((r) => r.ref));
    expect(gaps.map((r) => r.ref).sort()).toEqual(
      rows
        .filter((r) => r.gap)
        .map((r) => r.ref)
        .sort(),
    );
    const ranOut = rows.filter((r) => r.standing === 'ranOut').length;
    expect(ranOut).toBeGreaterThan(0);
    expect(load.regions).toMatchObject([{ key: 'esa', posts: rows.length, ranOut }]);
    expect(load.officers.map((o) => o.ranOut)).toEqual(load.officers.map(() => ranOut));
    expect(load.officers.every((o) => o.posts === rows.length)).toBe(true);
    expect(load.advisers).toHaveLength(rows.filter((r) => r.adviser && r.standing !== 'ranOut').length);
  });

  it('puts what wants attention first: terms that have run out, who is missing, then who ends', async () => {
    const { rows } = await (await open()).page({ limit: 100 });
    const standings = rows.map((r) => r.standing).slice(0, 6);
    expect(standings).toEqual(['ranOut', 'gap', 'gap', 'gap', 'gap', 'starting']);
    const ends = rows.filter((r) => r.gap === 'ahead').map((r) => r.endsOn);
    expect(ends).toEqual([...ends].sort());
  });

  it.each(['attention', 'country', 'adviser', 'status', 'ends'] as const)(
    'goes on by %s without gaps or repetition',
    async (sort) => {
      const view = await open({ view: 'all' });
      const all = (await view.page({ sort, limit: 100 })).rows.map((r) => r.ref);
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await view.page({ sort, limit: 4, ...(after ? { after } : {}) });
        seen.push(...page.rows.map((r) => r.ref));
        if (page.next === null) break;
        after = page.next;
      }
      expect(seen).toEqual(all);
      expect(new Set(seen).size).toBe(kept.size);
    },
  );
});

const EMPTY = ['left', 'left and bridged', 'left and sought again', 'empty, and who was selected did not come'];
describe('the filter', () => {
  it.each<[string, DeploymentFilter, string[]]>([
    ['a state', { status: 'vacant' }, EMPTY],
    ['ended posts only when asked for', { status: 'ended' }, ['ended']],
    ['a form of support', { modality: 'national' }, ['other 0']],
    ['a gap of now', { gap: 'now' }, EMPTY],
    ['another region', { region: 'lac' }, []],
    ['somebody who is not there', { q: 'Nobody' }, []],
  ])('%s', async (_, filter, names) => {
    expect(await refs(filter)).toEqual(named(...names));
  });

  it('finds a country that is covered, the adviser by name, and ends within some months', async () => {
    const all = await refs({});
    expect(await refs({ country: 'KEN' })).toEqual(all);
    expect(await refs({ q: 'tanz' })).toEqual(all);
    expect(await refs({ adviser: adviserOf('a year in post') })).toEqual(named('a year in post'));
    expect(await refs({ adviser: adviserOf('a year in post'), status: 'vacant' })).toEqual([]);
    const { rows } = await (await open({ endsWithin: 6 })).page({ limit: 100 });
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every((r) => r.endsOn! <= addMonths('2028-10-01', 6))).toBe(true);
    expect(await refs({ framework: true })).toEqual(all);
    expect(await refs({ framework: false })).toEqual([]);
  });
});

describe('who sees which posts', () => {
  it('is a matter of keys: region, covered country, the adviser; nobody else', async () => {
    const all = await refs({});
    expect(await refs({}, as('regionalTeam', [], ['esa']))).toEqual(all);
    expect(await refs({}, as('regionalTeam', [], ['lac']))).toEqual([]);
    expect(await refs({}, as('residentCoordinator', ['KEN']))).toEqual(all);
    expect(await refs({}, as('residentCoordinator', ['AZE']))).toEqual([]);
    expect(await refs({}, as('reviewer'))).toEqual([]);
    expect(await refs({}, as('adviser'))).toEqual([]);
    for (const own of ['arrived lately', 'a year in post', 'handing over'])
      expect(await refs({}, { ...as('adviser'), id: adviserOf(own) })).toEqual(named(own));
    expect(await refs({}, { ...as('adviser'), id: adviserOf('left') })).toEqual([]);
  });

  it('names a candidate to nobody before the Resident Coordinator has agreed', async () => {
    const { rows } = await (await open()).page({ limit: 100 });
    const of = (name: string) => rows.find((r) => r.ref === kept.get(name)!.ref)!;
    expect(of('candidate named')).toMatchObject({ successor: null, successorOn: null });
    expect(of('adviser expected').successor).toBe(kept.get('adviser expected')!.recruitments[0]!.selected!.name);
  });
});

describe('time', () => {
  it('gives every term, bridge and successor in one query, whatever the number of posts', async () => {
    const view = await open({ view: 'all' });
    const { rows } = await view.page({ limit: 100 });
    const covers = await view.covers(rows, '2026-01-01', '2032-01-01');
    const kinds = (name: string) =>
      covers.filter((c) => c.deploymentId === rows.find((r) => r.ref === kept.get(name)!.ref)!.id).map((c) => c.kind);
    expect(kinds('left and bridged')).toEqual(['incumbency', 'bridge']);
    expect(kinds('adviser expected')).toEqual(['successor']);
    expect(kinds('new')).toEqual([]);
  });

  it('has ends, arrivals and clocks in the calendar, and no day on which only the system acts', async () => {
    const entries = await entriesOf(await open(), { from: '2028-10-01', to: '2030-01-01', each: 100 });
    const what = new Set(entries.map((e) => e.what));
    for (const one of ['end', 'arrival', 'renewal', 'report']) expect(what).toContain(one);
    expect(what).not.toContain('schedule');
    const days = entries.map((e) => e.on);
    expect(days).toEqual([...days].sort());
    const few = await entriesOf(await open(), { from: '2028-10-01', to: '2030-01-01', each: 1 });
    expect(new Set(few.map((e) => e.on.slice(0, 7))).size).toBe(few.length);
    expect(few.reduce((n, e) => n + e.inMonth, 0)).toBe(entries.length);
  });

  it('has the day by which a renewal is decided as the domain reckons it, also of a term that is too short for the usual one', async () => {
    const short = await keepAt(db, (d) => d.onboarding().go('desk', 'ARRIVE', { endsOn: addDays(d.today, 120) }), {
      at: '2028-10-01T09:00:00.000Z',
    });
    const entries = await entriesOf(await open(), { from: '2027-01-01', to: '2033-01-01', each: 100 });
    const renewals = entries.filter((e) => e.what === 'renewal' && e.key === 'renewal');
    expect(renewals.map((e) => e.ref)).toContain(short.ref);
    for (const { ref, on } of renewals) {
      const facts = ref === short.ref ? short : [...kept.values()].find((f) => f.ref === ref)!;
      const term = presentTerm(facts)!;
      expect([ref, on]).toEqual([ref, renewalDays(term, term.endsOn!, db.reference.clocks).decideBy]);
    }
    const usual = addMonths(presentTerm(short)!.endsOn!, -db.reference.clocks.renewalDecisionMonths);
    expect(renewals.find((e) => e.ref === short.ref)!.on > usual).toBe(true);
  });

  it('asks the same few questions however many posts there are', async () => {
    const asked = { n: 0 };
    const counting = {
      query: (...given: unknown[]) => ((asked.n += 1), (db.pool.query as (...g: unknown[]) => unknown)(...given)),
    };
    const list = new DeploymentList(counting as unknown as typeof db.pool, db.clock, db.reference);
    const view = await list.open(auditor, {});
    const { rows } = await view.page();
    await Promise.all([view.figures(), view.points(), view.covers(rows, '2026-01-01', '2030-01-01')]);
    expect(asked.n).toBe(5);
    asked.n = 0;
    const again = await list.open(auditor, {});
    await Promise.all([gapsOf(again, 20), bridgersIn(again, ['esa']), list.offices()]);
    expect(asked.n).toBe(3);
  });
});
