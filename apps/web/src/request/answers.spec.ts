import { describe, expect, it } from '@jest/globals';
import type { RequestContent } from '#domain';
import { compare, keepable, marksOf, patchOf, withAnswers } from './answers.js';

const A = 'sections.ownership.whoAskedFirst';
const B = 'sections.ownership.agenciesInvolved';
const content = (a: string, b = ''): RequestContent => ({
  sections: { ownership: { whoAskedFirst: a, agenciesInvolved: b } },
});
const marks = (of: RequestContent): string => marksOf([A, B], of);

describe('who changed what', () => {
  it('is this person, where nobody else did', () => {
    expect(compare({ [A]: 'New', [B]: '' }, content('Old'), marks(content('Old')))).toEqual({
      mine: { [A]: 'New' },
      contested: [],
    });
  });
  it('is somebody else, where this person left it as it was', () => {
    expect(compare({ [A]: 'Old', [B]: 'Mine' }, content('Theirs'), marks(content('Old')))).toEqual({
      mine: { [B]: 'Mine' },
      contested: [],
    });
  });
  it('is both, and nobody’s text is written over', () => {
    expect(compare({ [A]: 'Mine' }, content('Theirs'), marks(content('Old')))).toEqual({ mine: {}, contested: [A] });
  });
  it('is nobody, where both wrote the same', () => {
    expect(compare({ [A]: 'Same' }, content('Same'), marks(content('Old')))).toEqual({ mine: {}, contested: [] });
  });
  it('is this person, where the form does not say what it was drawn from', () => {
    expect(compare({ [A]: 'Mine' }, content('Theirs'), 'nonsense')).toEqual({ mine: { [A]: 'Mine' }, contested: [] });
  });
  it('nothing, an empty text, an empty list and a null inside are no difference', () => {
    const stored: RequestContent = {
      mechanismRecommendations: [{ body: 'UPR', year: 2026, theme: '', text: 'x', position: null }],
    };
    const typed = {
      mechanismRecommendations: [{ body: 'UPR', year: 2026, theme: '', text: 'x' }],
      endorsements: [],
      [A]: '',
    };
    expect(compare(typed, stored, '')).toEqual({ mine: {}, contested: [] });
  });
});

describe('answers as a change', () => {
  it('take the place of what is there, and null takes away', () => {
    expect(patchOf({ [A]: 'New', [B]: null }, {})).toEqual({
      sections: { ownership: { whoAskedFirst: 'New', agenciesInvolved: null } },
    });
  });
  it('of the costs say the currency', () => {
    expect(patchOf({ 'sections.costAndHosting.years': [] }, {})).toEqual({
      sections: { costAndHosting: { years: [], currency: 'USD' } },
    });
  });
  it('of the risk notes say who may read them, and leave nothing behind when both go', () => {
    const stored: RequestContent = { sections: { risk: { tier: 'risk', text: 'Elections', mitigation: 'Care' } } };
    expect(patchOf({ 'sections.risk.text': 'Votes' }, {})).toEqual({
      sections: { risk: { text: 'Votes', tier: 'risk' } },
    });
    expect(patchOf({ 'sections.risk.text': null }, stored)).toEqual({
      sections: { risk: { text: null, tier: 'risk' } },
    });
    expect(patchOf({ 'sections.risk.text': null, 'sections.risk.mitigation': null }, stored)).toEqual({
      sections: { risk: null },
    });
  });
  it('that cannot be kept are named, and the others stay', () => {
    const { kept, problems } = keepable({ [A]: 'a\u0000b', [B]: 'fine' });
    expect(kept).toEqual({ [B]: 'fine' });
    expect(problems).toMatchObject([{ path: A }]);
  });
  it('are drawn over what is stored without touching it', () => {
    const stored = content('Old');
    expect(withAnswers(stored, { [A]: 'New', 'sections.context': 'C' })).toMatchObject({
      sections: { context: 'C', ownership: { whoAskedFirst: 'New' } },
    });
    expect(stored).toEqual(content('Old'));
  });
});
