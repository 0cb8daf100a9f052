import { describe, expect, it } from '@jest/globals';
import { textOfDocx } from '../../../../libs/casework/test/docx-text.js';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../../../libs/domain/test/a-deployment.js';
import { aPostEvent } from '../../../../libs/domain/test/deployment-events.js';
import { names } from '../../../../test/support/seen.js';
import { partOf, postSeenBy } from '../../../../test/support/seen-post.js';
import { checkErrors, checkEvent, typedCheck } from './exit.form.js';
import { exitPage } from './exit.presenter.js';
import { handoverDocx } from './handover-docx.js';
import { handoverPack, handoverPage } from './handover.presenter.js';
import { postFrame } from './post-frame.js';
import { postPage } from './post.presenter.js';

const page = (d: DeploymentBuilder, part: PostPart, more: object = {}) =>
  exitPage({ view: postSeenBy(d, part), me: partOf(d, part), names, today: d.today, ...more });
const pack = (d: DeploymentBuilder, part: PostPart = 'desk') => handoverPack(postSeenBy(d, part), names, d.today);
const officeFinished = () =>
  aDeployment()
    .closing()
    .go('office', 'CHECK', aPostEvent('CHECK', { side: 'rc' }));
/** The post some weeks on: handed over by the first adviser, and held by the next one. */
function succeeded() {
  const view = postSeenBy(aDeployment().handedOver(), 'desk');
  const first = view.facts.incumbencies[0]!;
  const person = { id: null, name: 'Berta' };
  const next = {
    ...first,
    id: 'next',
    person,
    from: '2029-03-15',
    until: null,
    endsOn: '2030-03-14',
    exit: null,
    left: null,
  };
  const { state } = aDeployment().serving().facts;
  return { view: { ...view, facts: { ...view.facts, state, incumbencies: [first, next] } }, first, next };
}

describe('the page of the handover', () => {
  it('says when it opens, and lets the desk officer begin before', () => {
    expect(page(aDeployment().serving(), 'amara')).toMatchObject({
      lead: 'The handover opens on 29 January 2029.',
      lists: [],
      actions: [],
    });
    expect(page(aDeployment().serving(), 'desk').actions.map((a) => a.text)).toEqual(['Begin the handover']);
  });

  it('has the two lists side by side; each side fills in its own', () => {
    const d = aDeployment().closing();
    const forms = (part: PostPart) => page(d, part).lists.map((list) => list.form !== null);
    expect(page(d, 'desk').lists.map((list) => list.title)).toEqual(['The adviser', 'Resident Coordinator’s Office']);
    expect(forms('amara')).toEqual([true, false]);
    expect(forms('office')).toEqual([false, true]);
    expect(forms('coordinator')).toEqual([false, true]);
    expect(forms('desk')).toEqual([false, false]);
    expect(page(d, 'desk').lists[0]!.points.find((p) => p.note)).toMatchObject({ note: 'not filed yet', done: false });
    expect(page(d, 'amara').why).toMatch(/^Still to be finished: the end-of-assignment report, your checklist/);
  });

  it('keeps each time that a list was sent back, the latest first; the desk officer and the other side can', () => {
    const d = officeFinished()
      .go('desk', 'SEND_BACK', { side: 'rc', reason: 'The card.' })
      .go('office', 'CHECK', aPostEvent('CHECK', { side: 'rc' }))
      .go('amara', 'SEND_BACK', { side: 'rc', reason: 'The key.' });
    expect(page(d, 'office').lists[1]!.sentBack.map((n) => n.reason)).toEqual(['The key.', 'The card.']);
    const back = (part: PostPart) => page(officeFinished(), part).lists[1]!.sendBack;
    expect(back('desk')).toMatch(/events\/send-checklist-back\?side=rc$/);
    expect(back('amara')).not.toBe('');
    expect(back('coordinator')).toBe('');
    expect(back('team')).toBe('');
  });

  it('lets the adviser hand over when both lists are finished', () => {
    const names_ = (d: DeploymentBuilder) => page(d, 'amara').actions.map((a) => a.text);
    expect(names_(aDeployment().checked())).toEqual(['Hand over', 'Handover pack']);
    const over = page(aDeployment().handedOver(), 'desk');
    expect(over.lead).toMatch(/^Person amara handed over on /);
    expect([over.note, over.findings]).toEqual([
      'Who to call first',
      [{ name: 'Sustainability', text: 'The officer carries on' }],
    ]);
  });

  it('keeps what was filled in and refused, with each problem at its place', () => {
    const typed = typedCheck({ done: ['filesHandedOver'], finished: 'yes', 'finding-ownership': 'x'.repeat(6_000) });
    const d = aDeployment().closing();
    const outcome = d.attempt('amara', checkEvent(typed)) as { fields: { path: string; message: string }[] };
    const errors = checkErrors(outcome.fields, typed);
    expect(errors.map((e) => e.href)).toEqual(['#finding-ownership']);
    const form = page(d, 'amara', { typed, errors }).lists[0]!.form!;
    expect([form.open, form.list.value]).toEqual([true, ['filesHandedOver']]);
    expect(form.findings[0]).toMatchObject({ value: 'x'.repeat(6_000), error: expect.any(String) });
    const early = d.attempt('amara', checkEvent({ ...typed, findings: [] })) as typeof outcome;
    expect(checkErrors(early.fields, typed)[0]).toMatchObject({
      href: '#done',
      text: expect.stringMatching(/^Not done/),
    });
  });
});

describe('the handover pack', () => {
  it('is there from the beginning of the handover on', () => {
    expect(pack(aDeployment().serving())).toBeNull();
    expect(pack(aDeployment().closing())!.parts[0]!.blocks).toEqual([
      { kind: 'text', text: 'It is written when the post is handed over.' },
    ]);
  });

  it('puts together what whoever comes next needs', () => {
    const it1 = pack(aDeployment().handedOver())!;
    const part = (id: string) => JSON.stringify(it1.parts.find((p) => p.id === id)!.blocks);
    expect(it1.parts.map((p) => p.id)).toEqual([
      'know',
      'open',
      'plan',
      'reports',
      'findings',
      'thread',
      'contacts',
      'lists',
    ]);
    expect(part('know')).toContain('Who to call first');
    expect(part('open')).toContain('Condition of the approval: A national officer is foreseen for the third year');
    expect(part('plan')).toContain('Twelve trained 0');
    expect(part('reports')).toContain('Access to the north');
    expect(part('findings')).toContain('The officer carries on');
    expect(part('findings')).toContain('Mid-term review, OHCHR: as planned');
    expect(part('contacts')).toContain('A coordinator');
    expect(part('lists')).toContain('Files and contacts are handed over: done');
  });

  it('stays readable when somebody else is in post: the last one first, older ones beside it', () => {
    const { view, first, next } = succeeded();
    const last = handoverPack(view, names, '2029-04-01')!;
    expect([last.adviser, last.term]).toEqual([first.person.name, first.id]);
    const me = partOf(aDeployment(), 'desk');
    const exit = exitPage({ view, me, names, today: '2029-04-01' });
    expect(exit.actions).toContainEqual({
      text: `Handover pack of ${first.person.name}`,
      href: expect.stringMatching(new RegExp(`/handover\\?term=${first.id}$`)),
      secondary: true,
    });
    const incumbencies = [first, { ...next, exit: first.exit }];
    const both = { ...view, facts: { ...view.facts, incumbencies } };
    const older = handoverPack(both, names, '2030-04-01', first.id)!;
    const shown = handoverPage(older, both, postFrame(both, me, 'exit', names), '2030-04-01');
    expect([older.adviser, shown.others.map((o) => o.text.split(',')[0])]).toEqual([first.person.name, ['Berta']]);
    expect(shown.word).toMatch(/handover\.docx\?term=/);
    expect(handoverPack(both, names, '2030-04-01')!.adviser).toBe('Berta');
    expect(handoverPack(both, names, '2030-04-01', 'no-such')).toBeNull();
  });

  it('says who pays once: what was corrected counts no more', () => {
    const d = aDeployment().handedOver();
    const view = postSeenBy(d, 'desk');
    const entry = { ...view.facts.funding[0]!, id: 'first', amount: '100.00', until: d.today, corrects: null };
    const funding = [entry, { ...entry, id: 'second', amount: '250.00', corrects: 'first' }];
    const paid = { ...view, facts: { ...view.facts, funding } };
    const inPack = handoverPack(paid, names, d.today)!.about.find(([label]) => label === 'Paid by')![1];
    const page = postPage({
      view: paid,
      me: partOf(d, 'desk'),
      history: [],
      names,
      today: d.today,
      now: d.at,
      request: null,
      mail: true,
    });
    const onPage = page.facts.find((f) => f.label === 'Paid by')!.lines!;
    expect([inPack.split(';'), onPage].map((lines) => lines.length)).toEqual([1, 1]);
    expect([inPack, onPage[0]]).toEqual([expect.stringContaining('250'), expect.stringContaining('250')]);
  });

  it('holds nothing that is for OHCHR alone, whoever asks', () => {
    for (const part of ['desk', 'coordinator', 'team'] as const)
      expect(JSON.stringify(pack(aDeployment().handedOver(), part))).not.toContain('The ministry asked for names');
  });

  it('is a Word document with the same words', async () => {
    const it1 = pack(aDeployment().handedOver())!;
    const text = await textOfDocx(
      await handoverDocx(it1, 'Tanzania and Kenya', { on: '2029-02-28', by: 'Person desk' }),
    );
    for (const words of [
      'Handover pack, Tanzania and Kenya',
      'Who to call first',
      'Open commitments',
      'Twelve trained 0',
    ])
      expect(text).toContain(words);
  });

  it.each([
    [
      'fr',
      ['Dossier de passation, Tanzanie', 'Établi le 28 février 2029', 'Engagements en cours', 'transmis\u00A0: fait'],
    ],
    ['es', ['Expediente de traspaso, Tanzanie', 'Elaborado el 28 de febrero de 2029', 'Compromisos pendientes']],
  ] as const)('is one in %s, with nothing of its own in English', async (language, said) => {
    const view = postSeenBy(aDeployment().handedOver(), 'desk');
    const it1 = handoverPack(view, names, '2029-02-28', '', language)!;
    const text = await textOfDocx(await handoverDocx(it1, 'Tanzanie', { on: '2029-02-28', by: 'Person desk' }));
    for (const words of [...said, 'Who to call first', 'Twelve trained 0']) expect(text).toContain(words);
    const english = handoverPack(view, names, '2029-02-28')!;
    const own = [english.title, ...english.about.map(([label]) => label), ...english.parts.map((p) => p.heading)];
    const inBoth = ['Contacts', 'Post'];
    for (const words of own.filter((w) => !inBoth.includes(w))) expect(text).not.toContain(words);
  });
});
