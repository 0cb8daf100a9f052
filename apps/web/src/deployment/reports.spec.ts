import { describe, expect, it } from '@jest/globals';
import { presentTerm } from '#domain';
import { textOfDocx } from '../../../../libs/casework/test/docx-text.js';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../../../libs/domain/test/a-deployment.js';
import { names } from '../../../../test/support/seen.js';
import { partOf, postSeenBy } from '../../../../test/support/seen-post.js';
import { Refused } from '../shell/refusals.js';
import { notesPage } from './notes.presenter.js';
import { reportDocx, reportFileName } from './report-docx.js';
import { reportForm } from './report-new.presenter.js';
import { openReport, partsOf } from './report-parts.js';
import { prefilled, reportErrors, reportEvent, typedReport } from './report.form.js';
import { reportBody, reportPage } from './report.presenter.js';
import { obligationStatus, reportsPage } from './reports.presenter.js';
import { threadPage } from './thread.presenter.js';

const filed = (): DeploymentBuilder => aDeployment().serving().go('amara', 'FILE_REPORT');
const idIn = (it1: DeploymentBuilder): string => it1.term.reports[0]!.id;
const read = (it1: DeploymentBuilder, part: PostPart, asked?: unknown) =>
  openReport(postSeenBy(it1, part), partOf(it1, part), idIn(it1), asked);
const list = (it1: DeploymentBuilder, part: PostPart, today = it1.today) =>
  reportsPage(postSeenBy(it1, part), partOf(it1, part), names, today);

describe('a report and its readers', () => {
  it('is whole for OHCHR and who wrote it; the others read their parts', () => {
    const it1 = filed();
    const parts = (part: PostPart, asked?: string) => partsOf(read(it1, part, asked)).map((p) => p.id);
    expect(parts('desk')).toEqual(['summary', 'challenges', 'support', 'confidential']);
    expect(parts('amara')).toEqual(['summary', 'challenges', 'support', 'confidential']);
    expect(parts('coordinator')).toEqual(['summary', 'challenges', 'support']);
    expect(parts('fund')).toEqual(['summary']);
    expect(parts('desk', 'rc')).toEqual(['summary', 'challenges', 'support']);
    expect(parts('amara', 'fund')).toEqual(['summary']);
  });
  it('is not there for a reader whose parts somebody may not read, nor under another number', () => {
    const it1 = filed();
    expect(() => read(it1, 'coordinator', 'ohchr')).toThrow(Refused);
    expect(() => read(it1, 'fund', 'rc')).toThrow('There is no such report');
    expect(() => read(it1, 'desk', 'everybody')).toThrow(/^Choose one of: ohchr/);
    expect(() => openReport(postSeenBy(it1, 'desk'), partOf(it1, 'desk'), 'none')).toThrow('There is no such report');
  });
  it('offers its three outputs to those alone who read all of it', () => {
    const it1 = filed();
    const page = (part: PostPart) => reportPage(postSeenBy(it1, part), partOf(it1, part), names, read(it1, part));
    expect(page('desk').readers.map((r) => r.text)).toEqual([
      'For OHCHR',
      'For the Resident Coordinator',
      'For the fund',
    ]);
    expect(page('coordinator').readers).toEqual([]);
    expect(page('coordinator').frame.print.confidential).toBe(false);
    expect(reportBody(read(it1, 'coordinator')).confidential).toBe('');
  });
  it('is a Word document with the parts of its reader and no others', async () => {
    const it1 = filed();
    const words = (part: PostPart) =>
      reportDocx(read(it1, part), { ref: 'DEP-2027-001', place: 'Tanzania', language: 'en' }).then(textOfDocx);
    expect(await words('desk')).toContain('The ministry asked for names');
    const fund = await words('fund');
    expect(fund).toContain('Twelve trained');
    expect(fund).not.toMatch(/The ministry asked|Access to the north/);
    const inFrench = await reportDocx(read(it1, 'desk'), { ref: 'DEP-2027-001', place: 'Niger', language: 'fr' });
    expect(await textOfDocx(inFrench)).toMatch(
      /^Point trimestriel, \d\w* trimestre 2027\n[\s\S]*Niger, poste DEP-2027-001\. Remis par [\s\S]*HCDH\. Confidentiel\.[\s\S]*Résumé[\s\S]*Résultats[\s\S]*Réservé au HCDH/,
    );
    expect(reportFileName(read(it1, 'fund'), 'DEP-2027-001')).toMatch(/^DEP-2027-001-quarterly-Q\d-2027-fund\.docx$/);
  });
});

describe('the form of a report', () => {
  const due = (it1: DeploymentBuilder) => presentTerm(it1.facts)!.obligations.find((o) => o.reportId === null)!;
  it('begins with what was reported last, and with nothing that was confidential', () => {
    const it1 = filed();
    const typed = prefilled(it1.facts, due(it1));
    expect(typed).toMatchObject({ challenges: 'Access to the north', confidential: '' });
    expect([...typed.results.values()]).toEqual([{ progress: 'onTrack', text: 'Twelve trained 0' }]);
  });
  it('says who reads what before anything is written', () => {
    const it1 = aDeployment().serving();
    const drawn = { due: due(it1), typed: prefilled(it1.facts, due(it1)), errors: [] };
    const form = reportForm(postSeenBy(it1, 'amara'), partOf(it1, 'amara'), names, drawn);
    expect(form.readers.map((r) => r.name)).toEqual(['The Resident Coordinator', 'OHCHR', 'The fund']);
    expect(form.words.confidential.hint).toMatch(/^Neither the Resident Coordinator nor the fund reads this\./);
    expect(form.which).toEqual([]);
    expect(form.lines.map((l) => l.last)).toEqual(['Not reported on yet']);
  });
  it('is read as it was typed, and can be filed as it began', () => {
    const it1 = aDeployment().serving();
    const [item] = it1.term.workPlan.items;
    const typed = typedReport({
      'report.summary': 'Two courses\r\nin one month',
      'report.results.0.planItem': item!.id,
      'report.results.0.progress': 'done',
      'report.results.0.text': 'All trained',
      'report.results.1.planItem': 'gone',
      'report.results.1.progress': 'done',
    });
    const event = reportEvent(typed, it1.term, due(it1));
    expect(event.report).toMatchObject({
      summary: 'Two courses\nin one month',
      results: [{ planItem: item!.id, progress: 'done', text: 'All trained' }],
    });
    expect(() => it1.send('amara', event)).not.toThrow();
  });
  it('asks which report it is where none of those due is filed', () => {
    const it1 = aDeployment().serving();
    const typed = prefilled(it1.facts, { kind: 'annual', period: '' });
    const event = reportEvent(typed, it1.term, null);
    const outcome = it1.attempt('amara', event);
    const errors = 'refused' in outcome ? reportErrors(outcome) : [];
    expect(errors).toEqual([{ text: 'Say which time the report is about', href: '#period' }]);
    const form = reportForm(postSeenBy(it1, 'amara'), partOf(it1, 'amara'), names, { due: null, typed, errors });
    expect(form.which.map((f) => [f.name, f.error])).toEqual([
      ['kind', undefined],
      ['period', 'Say which time the report is about'],
    ]);
  });
});

describe('what is due', () => {
  it('is filed by the adviser, moved by the desk officer, and read by the others', () => {
    const it1 = filed();
    const texts = (part: PostPart) => list(it1, part).actions.map((a) => a.text);
    expect(texts('amara')).toEqual(['File the next report']);
    expect(texts('desk')).toEqual(['Move a date', 'Add a report']);
    expect(texts('coordinator')).toEqual([]);
    expect(list(it1, 'coordinator').due!.columns.map((c) => c.key)).toEqual(['report', 'due', 'status']);
    expect(
      list(it1, 'desk')
        .due!.rows.map((r) => r.move)
        .filter(Boolean)[0],
    ).toMatchObject({
      href: expect.stringMatching(/move-report\?obligationId=/),
    });
  });
  it('is late in red, soon in amber, and filed in green', () => {
    const { term } = filed();
    const [first, second] = term.obligations;
    expect(obligationStatus(first!, term, first!.dueOn).tone).toBe('green');
    expect(obligationStatus(second!, term, '2029-12-31')).toEqual({ text: 'Overdue', tone: 'red' });
    expect(obligationStatus(second!, term, second!.dueOn)).toEqual({ text: 'Due today', tone: 'amber' });
    expect(obligationStatus(second!, term, '2027-03-01').text).toBe('To come');
  });
  it('keeps the day it was due before, with the reason', () => {
    const it1 = filed().go('desk', 'MOVE_OBLIGATION');
    const notes = list(it1, 'coordinator').due!.rows.flatMap((r) => ('note' in r.report ? [r.report.note] : []));
    expect(notes).toEqual([expect.stringMatching(/^Moved from .+ to .+: The election$/)]);
  });
  it('counts what is overdue, and what is due next', () => {
    const it1 = aDeployment().serving();
    const [first, second] = it1.term.obligations;
    expect(list(it1, 'desk', first!.dueOn).lead).toMatch(/^Quarterly update, Q1 2027 is due next|^Quarterly update/);
    expect(list(it1, 'desk', second!.dueOn).lead).toMatch(/^One report is overdue\./);
  });
});

describe('notes and the thread', () => {
  it('notes are read by OHCHR and by who wrote them', () => {
    const it1 = aDeployment().serving().go('amara', 'NOTE_TO_OHCHR');
    const page = (part: PostPart) => notesPage(postSeenBy(it1, part), partOf(it1, part), names);
    expect(page('desk').notes.map((n) => n.text)).toEqual(['For Geneva alone 0']);
    expect(page('amara').actions).toHaveLength(1);
    expect(page('auditor').actions).toEqual([]);
    for (const part of ['coordinator', 'team', 'fund'] as const) expect(() => page(part)).toThrow(Refused);
  });
  it('the thread goes from the condition to the result; the score is OHCHR’s to read', () => {
    const it1 = filed();
    const row = (part: PostPart) =>
      threadPage(postSeenBy(it1, part), partOf(it1, part), names).sections.find((s) => s.id === 'sustainability')!;
    expect(row('desk').note).toBe('Score at the approval: 3 of 4, good');
    expect(row('coordinator').note).toBe('');
    expect(row('coordinator').groups[0]!.condition).toMatch(/^A national officer is foreseen/);
    expect(row('coordinator').groups[0]!.table.rows[0]!.progress).toEqual({ text: 'On track', tone: 'blue' });
  });
});
