import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DeploymentList, type DeploymentFilter } from '#casework';
import type { Actor } from '#domain';
import { projectRoot } from '#platform';
import { placesOnLand } from '../../apps/web/src/shell/static-assets.js';
import { buildCountryRegions } from '../../libs/casework/src/reference/regions.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let submitted: CaseInDatabase;
let scored: CaseInDatabase;

beforeAll(async () => {
  await aCaseAt(db);
  submitted = await aCaseAt(db, (story) => story.submitted());
  await aCaseAt(db, (story) => story.withdrawn());
  scored = await aCaseAt(db, (story) => story.accepted());
});

const asked = async (actor: Actor, filter: DeploymentFilter = {}) =>
  (await new DeploymentList(db.pool, db.clock, db.reference).open(actor, filter)).requested();

describe('requests beside the posts of a map', () => {
  it('are those that have been submitted and are under way, once a country, the latest first', async () => {
    expect(await asked(db.cast.desk)).toEqual([
      { ref: scored.ref, country: 'TZA', countries: ['TZA'], regions: ['esa'], state: 'assessment', requests: 2 },
    ]);
    expect((await scored.row()).id).not.toBe((await submitted.row()).id);
  });

  it('are shown to whom the locks of requests open them, and to nobody else', async () => {
    for (const part of ['office', 'coordinator', 'team', 'chair', 'auditor'] as const)
      expect([part, await asked(db.cast[part])]).toEqual([part, [expect.objectContaining({ requests: 2 })]]);
    for (const part of ['officeElsewhere', 'deskElsewhere', 'teamElsewhere', 'amina', 'administrator'] as const)
      expect([part, await asked(db.cast[part])]).toEqual([part, []]);
  });

  it.each<[string, DeploymentFilter, number]>([
    ['region', { region: 'esa' }, 1],
    ['another region', { region: 'lac' }, 0],
    ['country', { country: 'TZA' }, 1],
    ['words', { q: 'Tanzania' }, 1],
    ['other words', { q: 'Zanzibarian xylophone' }, 0],
    ['what only a post has', { status: 'vacant' }, 0],
    ['what only a post has', { endsWithin: 6 }, 0],
    ['what only a post has', { gap: 'any' }, 0],
    ['what only a post has', { framework: true }, 0],
  ])('follow the filter of the posts: %s', async (_, filter, n) => {
    expect(await asked(db.cast.desk, filter)).toHaveLength(n);
  });
});

it('every country that a regional team serves has its place on the picture of the region', () => {
  execFileSync(process.execPath, [join(projectRoot(), 'apps/web/assets/build.mjs')]);
  const served = buildCountryRegions().filter(({ basis }) => basis === 'team');
  const missing = served.filter(({ countryCode, regionCode }) => !placesOnLand(regionCode)[countryCode]);
  expect(missing).toEqual([]);
  expect(served.filter(({ countryCode }) => !placesOnLand()[countryCode])).toEqual([]);
});
