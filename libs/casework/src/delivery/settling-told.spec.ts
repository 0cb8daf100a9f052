import { expect, it } from '@jest/globals';
import type { Actor, NoticeName } from '#domain';
import { aCase } from '../../../domain/test/a-case.js';
import { assigned, castFor } from '../../../domain/test/cast.js';
import { reachOf } from './audience.js';
import { ledgerKey } from './told.js';

const cast = castFor(['TZA'], ['esa']);
const chairs = (actor: Actor): Actor => ({ ...actor, assignments: [...actor.assignments, assigned('panelChair')] });
const NAMES = { countryName: (code: string) => code, regionName: (code: string) => code };
const { facts } = aCase({ cast: { ...cast, amina: chairs(cast.amina) } }).revealed();
const clock = facts.clocks.find(({ holder }) => holder === 'panelChair')!;

/** Whom a notice about the settlement reaches, of these. */
function reached(notice: NoticeName, ...people: Actor[]): string[] {
  const clockKey = clock.key;
  const at = ledgerKey(facts.id, clock, clock.steps.at(-1)!);
  const told = { notice, personId: null, clockKey, ledgerKey: at, facts };
  const found = reachOf(
    told,
    people.map((one) => ({ ...one, email: `${one.id}@x.example`, language: 'en' })),
    NAMES,
  );
  return found!.to.map(({ person }) => person.id);
}

it('asks the chairs who may settle, and no chair who scored', () => {
  for (const notice of ['scoresToSettle', 'reminder', 'overdue'] as const)
    expect(reached(notice, chairs(cast.amina), cast.chair)).toEqual(['chair']);
  expect(reached('moderationNeeded', chairs(cast.amina), cast.chair)).toContain('amina');
});

it('where no chair may, all of them know of it, and who is above is told once it is late, whatever else they hold', () => {
  const both = { ...chairs(cast.amina), assignments: [...chairs(cast.amina).assignments, assigned('approver')] };
  expect(reached('overdue', both)).toEqual(['amina']);
  expect(reached('escalation', both, cast.approver).sort()).toEqual(['amina', 'approver']);
});
