import { expect, it } from '@jest/globals';
import { SECTIONS, type CaseDocument, type Tier } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { aContent, contentWith } from '../../../../libs/domain/test/content.js';
import { names, seenBy, versionOf } from '../../../../test/support/seen.js';
import { fullPage } from './full.presenter.js';
import { readCosts } from './reading-tables.js';
import { readRequest } from './reading.presenter.js';
import { changesPage, versionsPage } from './versions.presenter.js';

const document = (id: string, tier: 'case' | 'risk', section = 1): CaseDocument => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size: 1000,
  sha256: '0'.repeat(64),
  section,
  tier,
  by: { id: 'office', name: 'Person office' },
  at: '2027-03-01T09:00:00.000Z',
});
const read = (tiers: Tier[], content = aContent()) =>
  readRequest({
    ref: 'R-1',
    content,
    documents: [document('letter', 'case'), document('risk', 'risk')],
    tiers: new Set(tiers),
    names,
  });

it('the nine sections are read with every question, answered or not', () => {
  const all = read(['case', 'risk'], contentWith('sections.ownership.whoAskedFirst', ' '));
  expect(all.sections).toHaveLength(9);
  expect(all.sections.flatMap((s) => s.answers)).toHaveLength(SECTIONS.flatMap((s) => s.questions).length);
  expect(all.sections[1]!.answers[0]).toMatchObject({ shape: 'none' });
});

it('what the reader’s tiers do not open is not there: no question, no document', () => {
  const seen = read(['case']).sections[0]!;
  expect(seen.answers.map((a) => a.path)).toEqual(['sections.context', 'mechanismRecommendations']);
  expect(seen.documents.map((d) => d.name)).toEqual(['letter.pdf']);
  expect(read(['case', 'risk']).sections[0]!.documents.map((d) => d.note)).toEqual([
    'added by Person office on 1 March 2027',
    'restricted, added by Person office on 1 March 2027',
  ]);
});

it('questions are in the language of the request', () => {
  expect(read(['case'], aContent({ language: 'fr' })).sections[0]!.answers[0]!.label).toMatch(
    /^Quelle est la situation/,
  );
});

it('tables have their heads and the words of their choices in the language of the request', () => {
  const page = (language: 'en' | 'fr' | 'es') => {
    const content = { ...samples()[0]!.content, language };
    const reading = read(['case', 'risk'], content);
    const answers = reading.sections.flatMap((s) => s.answers);
    const heads = answers.flatMap((a) => [
      ...(a.table?.columns ?? []).map((c) => c.text),
      ...Object.values(a.costs?.words ?? {}),
    ]);
    return { heads, answers };
  };
  const [en, fr, es] = [page('en'), page('fr'), page('es')];
  expect(en.heads).toEqual(expect.arrayContaining(['Head of agency', 'Mechanism', 'Paid by']));
  for (const translated of [fr, es]) {
    const alike = en.heads.filter((head, i) => head === translated.heads[i]);
    expect(alike.filter((head) => !['Position', 'Contribution'].includes(head))).toEqual([]);
  }
  const endorsed = fr.answers.find((a) => a.path === 'endorsements')!.table!;
  expect(endorsed.rows.map((r) => r.position)).toContain('Appuie');
});

it('costs add up to the cent, by year and by who pays', () => {
  const item = (label: string, amountUSD: number, paidBy: string, kind: 'cash' | 'in-kind') => ({
    label,
    amountUSD,
    paidBy,
    kind,
  });
  const costs = readCosts([
    { year: 2027, months: 6, items: [item('Adviser', 0.1, 'Fund', 'cash'), item('Travel', 0.2, 'Fund', 'cash')] },
    { year: 2028, months: 12, items: [item('Office', 1_000_000, 'UNDP', 'in-kind')] },
  ]);
  expect(costs.years.map((y) => [y.title, y.total])).toEqual([
    ['2027, 6 months', '0.30'],
    ['2028', '1,000,000'],
  ]);
  expect(costs.payers).toEqual([
    { payer: 'Fund', cash: '0.30', inKind: '–', total: '0.30' },
    { payer: 'UNDP', cash: '–', inKind: '1,000,000', total: '1,000,000' },
  ]);
  expect(costs.totals.total).toBe('1,000,000.30');
});

it('every shape of answer is read, also half written', () => {
  const content = contentWith('sections.costAndHosting.years', [{ year: 2027 }]);
  const half = {
    ...content,
    endorsements: [{ agency: 'ILO' }] as never,
    mechanismRecommendations: [{ body: 'UPR' }] as never,
  };
  expect(read(['case'], half).sections[8]!.answers.at(-1)).toMatchObject({
    table: { rows: [{ agency: 'ILO', position: '', contribution: '', amount: '' }] },
  });
});

it('the page of a version says what it is, who sent it and whether another replaced it', () => {
  const it1 = aCase().returned().send('coordinator', { type: 'RESUBMIT', declaration: true });
  const page = (number: number) =>
    fullPage({
      view: seenBy(it1, 'desk'),
      text: { kind: 'version', version: versionOf(it1, { number, actingFor: 'Person x', gapsReason: 'No time' }) },
      names,
      today: '2027-03-02',
      tab: 'versions',
    });
  expect(page(1)).toMatchObject({
    heading: 'Version 1, replaced by version 2',
    note: 'Submitted by Person coordinator, acting for Person x, on 1 March 2027. It cannot be changed. It was submitted with answers missing: No time',
  });
  expect(page(2).heading).toBe('Version 2');
  expect(page(2).contents).toHaveLength(10);
});

it('the list of versions leads to what changed', () => {
  const it2 = aCase().submitted();
  const list = versionsPage(seenBy(it2, 'desk'), [versionOf(it2, { number: 2 }), versionOf(it2)], names, '2027-03-02');
  expect(list.rows.map((r) => r.changes)).toEqual([
    { text: 'What changed since version 1', href: '/requests/HRA-2027-0001/versions/2/changes?since=1' },
    'First version',
  ]);
});

it('what changed is told by question, with both texts, facts and documents', () => {
  const it3 = aCase().submitted();
  const before = versionOf(it3);
  const changed = { ...contentWith('sections.ownership.whoAskedFirst', 'The ministry.'), durationMonths: 18 };
  const after = versionOf(it3, { number: 2, content: changed, documents: [document('minutes', 'case', 2)] });
  const page = changesPage(seenBy(it3, 'desk'), before, after, names, '2027-03-02');
  expect(page.summary).toMatch(/^Three answers differ\./);
  expect(page.sections.map((s) => [s.title, s.changes.map((c) => c.label)])).toEqual([
    ['What is asked', ['Duration']],
    ['2. Ownership', ['Who asked first, and how did the country team come to the request?', 'Documents']],
  ]);
  expect(page.sections[1]!.changes[0]).toMatchObject({ before: { shape: 'text' }, after: { text: 'The ministry.' } });
  expect(changesPage(seenBy(it3, 'desk'), before, before, names, '2027-03-02').summary).toMatch(/^Nothing was changed/);
});

it('a change of a restricted answer is not told to who may not read it', () => {
  const it4 = aCase().submitted();
  const after = versionOf(it4, { number: 2, content: contentWith('sections.risk.text', 'Another risk') });
  const titles = (part: 'team' | 'desk') =>
    changesPage(seenBy(it4, part), versionOf(it4), after, names, '2027-03-02').sections.map((s) => s.title);
  expect([titles('team'), titles('desk')]).toEqual([[], ['1. Country context']]);
});
