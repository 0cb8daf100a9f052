import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { calendarsOf, ownReview, type RequestFacts } from '#domain';
import { declarationOf, typedDeclaration } from './declaration.form.js';
import { declarationContext } from './declaration.presenter.js';
import { queueContext } from './review-queue.presenter.js';

const names = { countryName: (code: string) => `Country ${code}`, regionName: (code: string) => `Region ${code}` };
const typed = (kind = '', reason = '') => typedDeclaration({ kind, reason });

describe('before a conflict of interest is declared', () => {
  const c = aCase().appointed();
  const me = c.cast.amina;
  const hidden = (shown: unknown, facts: RequestFacts) => {
    const text = JSON.stringify(shown);
    expect(text).not.toContain(facts.summary.title);
    expect(text).not.toContain(facts.summary.dutyStation || 'nothing');
  };
  it('the declaration says country, kind, support, office and day, and nothing else of the case', () => {
    const shown = declarationContext(c.facts, ownReview(me, c.facts)!, typed(), names);
    expect(shown.rows.map((r) => r.label)).toEqual([
      'Country',
      'Type of request',
      'Form of support',
      'Requesting office',
      'Submitted',
    ]);
    hidden(shown, c.facts);
  });
  it('the queue says no more than that', () => {
    const items = [{ ref: c.facts.ref, facts: c.facts, state: 'appointed', appointedAt: new Date(), dueOn: null }];
    const shown = queueContext({ items, me, names, today: '2027-03-02', calendars: calendarsOf() });
    expect(shown.groups.map((g) => g.id)).toEqual(['declare']);
    hidden(shown, c.facts);
    expect(JSON.stringify(shown.groups)).not.toContain('HRA-2027-0001"');
  });
});

it('a declaration that was not made is asked for', () => {
  expect(declarationOf(typed())).toEqual({ missing: { text: expect.any(String), href: '#kind' } });
});
it('none is none, and every other choice is a conflict of its kind', () => {
  expect(declarationOf(typed('none'))).toEqual({ type: 'DECLARE', conflict: { declared: false } });
  expect(declarationOf(typed('family', 'My sister works there.'))).toEqual({
    type: 'DECLARE',
    conflict: { declared: true, kind: 'family', reason: 'My sister works there.' },
  });
});
it('who has declared none can only declare a conflict that came to light', () => {
  const c = aCase().declared();
  const shown = declarationContext(c.facts, ownReview(c.cast.amina, c.facts)!, typed(), names);
  expect(shown.late).toBe(true);
  expect(JSON.stringify(shown.fields)).not.toContain('"none"');
});
