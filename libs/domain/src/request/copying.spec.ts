import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import type { Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { copiedContent, copiesOf } from './copying.js';
import { openingProblems } from './check-content.js';

const ways = (it1: CaseBuilder, by: Part = 'coordinator') => copiesOf(it1.facts, it1.cast[by]);
const approved = () => aCase().approved();
const declined = () => aCase().declined();

describe('a request can be begun from the text of another', () => {
  it('as an extension or a succession, where that one was approved', () =>
    expect(ways(approved())).toEqual(['extension', 'succession']));
  it('again, where that one ended without support', () => {
    expect(ways(declined())).toEqual(['again']);
    const drafted = aCase();
    drafted.send('office', { type: 'ABANDON' });
    expect(ways(drafted)).toEqual(['again']);
  });
  it('never while that one runs', () => {
    for (const running of [aCase(), aCase().submitted(), aCase().scored()]) expect(ways(running)).toEqual([]);
  });
  it('by the office that serves all its countries, and by nobody else', () => {
    expect(ways(declined(), 'office')).toEqual(['again']);
    for (const other of ['officeElsewhere', 'desk', 'approver', 'team', 'administrator', 'auditor'] as const)
      expect([other, ways(declined(), other)]).toEqual([other, []]);
  });
});

describe('what is taken over', () => {
  const before = { ...aContent(), urgentReason: 'Elections', track: 'urgent' as const };
  const sections = {
    ...before.sections,
    costAndHosting: { currency: 'USD', years: [], hosting: { office: 'A room' } },
  };

  it('is every answer, and nothing that somebody stated about the old text', () => {
    const after = copiedContent({ ...before, sections }, 'again');
    const { years: _years, ...costAndHosting } = sections.costAndHosting;
    expect(after.sections).toEqual({ ...sections, costAndHosting });
    for (const left of ['endorsements', 'selfAssessment', 'requestedBy', 'requestedStart', 'urgentReason'])
      expect(Object.keys(after)).not.toContain(left);
    expect([after.title, after.modality, after.countries, after.track]).toEqual([
      before.title,
      before.modality,
      before.countries,
      'ordinary',
    ]);
  });
  it('names what is asked for now, and can be opened', () => {
    for (const [as, type] of [
      ['extension', 'extension'],
      ['succession', 'succession'],
      ['again', before.type],
    ] as const) {
      const after = copiedContent(before, as);
      expect([as, after.type, openingProblems(after)]).toEqual([as, type, []]);
    }
  });
  it('leaves the old text as it was', () => {
    const was = JSON.stringify(before);
    copiedContent(before, 'extension');
    expect(JSON.stringify(before)).toBe(was);
  });
});
