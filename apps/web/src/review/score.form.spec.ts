import { describe, expect, it } from '@jest/globals';
import { refuseFields, type DraftSheet } from '#domain';
import type { Form } from '../shell/exchange.js';
import {
  changedTwice,
  entryOf,
  joinWindows,
  problemOf,
  sheetErrors,
  typedFrom,
  typedIn,
  writtenIn,
} from './score.form.js';

const KEPT: DraftSheet = {
  ownership: { score: 3, reason: 'Ten agencies signed.', evidence: ['2.1', 'Annex B'], confidence: 'low' },
  sustainability: { reason: 'No score yet.' },
  commitment: { score: null, reason: '' },
};
/** The form as it was drawn from what is kept, with some fields changed since. */
function form(kept: DraftSheet | null, changed: Form = {}): Form {
  const drawn = Object.entries(typedFrom(kept)).flatMap(([key, t]) => [
    [`score-${key}`, t.score],
    [`evidence-${key}`, t.evidence],
    [`reason-${key}`, t.reason],
    [`confidence-${key}`, t.confidence],
    [`base-${key}`, t.base],
  ]);
  return { ...(Object.fromEntries(drawn) as Form), ...changed };
}
const join = (kept: DraftSheet | null, changed: Form, now: DraftSheet | null) =>
  joinWindows(typedIn(form(kept, changed)), now);

describe('what is typed', () => {
  it('goes to the form and back without loss', () => {
    expect(join(KEPT, {}, KEPT)).toEqual({ sheet: KEPT, twice: [] });
  });
  it('keeps line breaks as the record has them, and any script', () => {
    const typed = typedIn({ 'score-ownership': '2', 'reason-ownership': 'Line\r\nשלום 😀 ' });
    expect(entryOf(typed.ownership!)).toEqual({ score: 2, reason: 'Line\nשלום 😀' });
  });
  it('that is no score becomes one that the domain refuses, never “cannot assess”', () => {
    for (const score of ['abc', '2.5', '-1', '1e1', ' 7x'])
      expect(entryOf({ score, evidence: '', reason: 'x', confidence: '', base: '' })!.score).toBe(-1);
    expect(entryOf({ score: '5', evidence: '', reason: '', confidence: '', base: '' })!.score).toBe(5);
  });
  it('about a criterion that nobody knows is sent, to be refused by name', () => {
    expect(join(null, { 'score-charm': '3' }, null).sheet).toEqual({ charm: { score: 3, reason: '' } });
  });
  it('can be copied from the page that says why it was not kept', () => {
    expect(writtenIn(typedFrom(KEPT))).toEqual([
      { label: 'Ownership, score 3', text: 'Ten agencies signed.\n\n2.1\nAnnex B' },
      { label: 'Sustainability', text: 'No score yet.' },
      { label: 'Full commitment of the RC and UNCT, cannot assess', text: '' },
    ]);
  });
});

it('what the record adds of quotations is not taken for a change', () => {
  const quotes = [{ paragraph: '2.1', quote: 'signed', version: 1 }];
  const quoting: DraftSheet = { ownership: { score: 3, reason: 'x', evidence: ['2.1 “signed”'], quotes } };
  const { quotes: _quotes, ...sent } = quoting.ownership!;
  expect(join(quoting, {}, quoting)).toEqual({ sheet: { ownership: sent }, twice: [] });
});

describe('two windows of one reviewer', () => {
  const elsewhere: DraftSheet = { ...KEPT, enablingEnvironment: { score: 4, reason: 'Saved elsewhere.' } };
  it('keep what each of them changed', () => {
    const { sheet, twice } = join(KEPT, { 'reason-sustainability': 'Changed here.' }, elsewhere);
    expect(twice).toEqual([]);
    expect(sheet).toEqual({ ...elsewhere, sustainability: { reason: 'Changed here.' } });
  });
  it('name a criterion that both changed, with what the other one says', () => {
    const { twice } = join(KEPT, { 'score-enablingEnvironment': '1' }, elsewhere);
    expect(twice).toEqual(['enablingEnvironment']);
    expect(changedTwice(twice, elsewhere)[0]!.message).toContain('score 4, “Saved elsewhere.”');
  });
  it('agree when both changed it alike', () => {
    const same = { 'score-enablingEnvironment': '4', 'reason-enablingEnvironment': 'Saved elsewhere.' };
    expect(join(KEPT, same, elsewhere)).toEqual({ sheet: elsewhere, twice: [] });
  });
  it('let a criterion be emptied that only this one emptied', () => {
    const { ownership: _, ...rest } = KEPT;
    const fields = ['score', 'evidence', 'reason', 'confidence'];
    const empty = Object.fromEntries(fields.map((field) => [`${field}-ownership`, '']));
    expect(join(KEPT, empty, KEPT).sheet).toEqual(rest);
  });
  it('do not stand against a second click after the scores are finished', () => {
    expect(joinWindows(typedIn(form(KEPT)), null, false)).toEqual({ sheet: KEPT, twice: [] });
  });
});

it('problems stand at their fields', () => {
  const refusal = refuseFields([
    { path: 'scores.ownership.score', message: 'Score it' },
    { path: 'scores.commitment.evidence.3', message: 'Shorten it' },
    { path: 'scores.charm', message: 'Unknown' },
  ])!;
  expect(sheetErrors(refusal)).toEqual([
    { text: 'Score it', href: '#score-ownership-4' },
    { text: 'Shorten it', href: '#evidence-commitment' },
    { text: 'Unknown' },
  ]);
  expect(problemOf(refusal, 'commitment', 'evidence')).toBe('Shorten it');
  expect(problemOf(refusal, 'commitment', 'reason')).toBeUndefined();
});
