import { beforeAll, expect, it } from '@jest/globals';
import { availableActions, todosFor, type RequestFacts } from '#domain';
import { PARTS, type Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const STAGES: Parameters<typeof aCaseAt>[1][] = [
  (s) => s.submitted(),
  (s) => s.appointed('amina', 'bruno'),
  (s) => s.declared(),
  (s) => s.recommended(),
  (s) => s.approved(),
  (s) => s.funded(),
];
let cases: RequestFacts[];
beforeAll(async () => {
  const made: CaseInDatabase[] = [];
  for (const stage of STAGES) made.push(await aCaseAt(db, stage));
  cases = await Promise.all(made.map((request) => request.facts()));
});
/** All but those whom nobody plays in a database of tests. */
const people = PARTS.filter((part) => !['clock', 'acting', 'reviewerElsewhere'].includes(part));
type Line = { ref: string; what: string };
const sorted = (lines: Line[]) => lines.map(({ ref, what }) => `${ref} ${what}`).sort();

it.each(people)(
  'the to-do list of %s has exactly what the rule that guards the steps lets them do',
  async (part: Part) => {
    const me = db.cast[part];
    const program = await web.program(me.id);
    const { items } = (await program.get('/todos')).json as { items: Line[] };
    const expected = cases.flatMap((facts) => todosFor(facts, me).map(({ what }) => ({ ref: facts.ref, what })));
    expect(sorted(items)).toEqual(sorted(expected));
    // Nothing waits for somebody who could take no step at all.
    for (const { ref } of items) {
      const allowed = availableActions(
        cases.find((c) => c.ref === ref)!,
        me,
      ).filter((action) => action.allowed);
      expect([ref, allowed.length > 0]).toEqual([ref, true]);
    }
  },
);
