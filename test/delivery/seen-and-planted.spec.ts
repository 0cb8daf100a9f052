import { describe, expect, it } from '@jest/globals';
import { Acknowledgements, ConsultationStates, Deadlines, Mails, Outbox } from '#casework';
import { CRITERIA, lastDecision, NOTICE_NAMES, type NoticeName } from '#domain';
import { compose } from '../../apps/worker/src/templates/compose.js';
import { aContent } from '../../libs/domain/test/content.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const SENDER = { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: true };
const mails = () => new Mails(db.pool, db.clock, db.reference);
async function dispatched(): Promise<string[]> {
  const ids: string[] = [];
  for (let taken = 1; taken > 0;) {
    const turn = await new Outbox(db.pool, db.clock, db.reference).dispatch();
    taken = turn.taken;
    ids.push(...turn.mails);
  }
  return ids;
}
const page = async (path: string, by: keyof typeof db.cast): Promise<string> =>
  (await web.send('GET', path, { headers: await web.session(db.cast[by].id) })).text;

describe('who has seen what they must know', () => {
  it('a reviewer who opens the appointment is shown as having seen it, to whoever waits; one who does not is not', async () => {
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno'));
    await page(`/reviews/${request.ref}/declaration`, 'amina');
    const shown = await page(`/requests/${request.ref}/reviewers`, 'desk');
    const aside = shown.slice(shown.indexOf('hra-people'));
    expect(aside.match(/seen on \d+ \w+/g)).toHaveLength(1);
    expect(aside.match(/not seen yet/g)).toHaveLength(1);
  });

  it('conditions that nobody opens for a week are told once more, once; those that were opened never', async () => {
    const approve = { ...anEvent('APPROVE', { facts: null }), conditions: ['A second donor is found by June.'] };
    const decided = async (): Promise<CaseInDatabase> => {
      const request = await aCaseAt(db, (story) => story.recommended());
      await request.send('approver', approve);
      await dispatched();
      return request;
    };
    const [seen, unseen] = [await decided(), await decided()];
    expect(await page(`/requests/${unseen.ref}/letter`, 'desk')).toContain('has not opened this decision');
    await page(`/requests/${seen.ref}/letter`, 'coordinator');
    expect(await page(`/requests/${seen.ref}/letter`, 'desk')).toContain(
      'side opened this decision, with its conditions',
    );
    const facts = await unseen.facts();
    const seenBy = new Acknowledgements(db.pool, db.clock);
    // Who reads it for another role speaks for another country, and not for this one.
    const elsewhere = { role: 'rcOffice' as const, regions: [], countries: ['AZE'] };
    const desk = { ...db.cast.desk, assignments: [...db.cast.desk.assignments, elsewhere] };
    await seenBy.decisionOpened(facts, lastDecision(facts)!, desk);
    expect(await seenBy.decision(facts, lastDecision(facts)!)).toBeNull();
    const clocks = new Deadlines(db.pool, db.clock);
    expect(await clocks.chase()).toBe(0);
    db.clock.set(new Date(db.clock.now().getTime() + 8 * 86_400_000).toISOString());
    expect([(await clocks.chase()) > 0, await clocks.chase()]).toEqual([true, 0]);
    await dispatched();
    const { rows } = await db.pool.query<{ ref: string }>(
      `SELECT r.ref FROM mail m JOIN request r ON r.id = m.case_id WHERE m.notice = 'conditionsUnseen' AND m.person_id = $1`,
      [db.cast.coordinator.id],
    );
    expect(rows).toEqual([{ ref: unseen.ref }]);
  });

  it('a letter that did not reach the coordinator is told to the desk officer, once, unless another went out since', async () => {
    const clocks = new Deadlines(db.pool, db.clock);
    const refused = async (): Promise<CaseInDatabase> => {
      const request = await aCaseAt(db, (story) => story.approved());
      for (const id of await dispatched()) {
        const mail = await mails().claim(id);
        const letter = mail?.notice === 'decisionLetter' && mail.ref === request.ref;
        if (letter) await mails().settle(id, { status: 'refused', problem: '550 No such user' });
      }
      return request;
    };
    const [forgotten, sentAgain] = [await refused(), await refused()];
    await sentAgain.send('desk', { type: 'SEND_LETTER_AGAIN', reason: 'It came back.' });
    await dispatched();
    await clocks.chase();
    await clocks.chase();
    await dispatched();
    const { rows } = await db.pool.query<{ ref: string; to: string }>(
      `SELECT r.ref, m.person_id AS "to" FROM mail m JOIN request r ON r.id = m.case_id WHERE m.notice = 'letterUnreached'`,
    );
    expect(rows).toEqual([{ ref: forgotten.ref, to: db.cast.desk.id }]);
  });

  it('a question for advice that its party does not open for a week is told to it once more, once, with its day', async () => {
    const request = await aCaseAt(db, (story) => story.accepted());
    await dispatched();
    const { consultation } = await request.facts();
    const [opened, ...unopened] = consultation.map((c) => c.key);
    const states = new ConsultationStates(db.pool, db.clock);
    await states.noteReading(await request.facts(), [consultation[0]!], db.cast.team.name);
    const clocks = new Deadlines(db.pool, db.clock);
    const asked = db.clock.now().getTime();
    const later = async (days: number): Promise<string[]> => {
      db.clock.set(new Date(asked + days * 86_400_000).toISOString());
      await clocks.chase();
      const { rows } = await db.pool.query<{ parties: string[] }>(
        `SELECT parties FROM outbox o JOIN request r ON r.id = o.case_id WHERE r.ref = $1 AND notice = 'adviceUnseen' ORDER BY parties`,
        [request.ref],
      );
      return rows.flatMap(({ parties }) => parties);
    };
    expect(opened).toBe('regionalTeam:esa');
    expect(await later(6.9)).toEqual([]);
    expect([await later(7), await later(8), await later(12)]).toEqual(Array(3).fill(unopened.sort()));
    const told = (await dispatched()).map((id) => mails().claim(id));
    const texts = (await Promise.all(told)).filter((m) => m?.notice === 'adviceUnseen' && m.ref === request.ref);
    expect(texts.length).toBeGreaterThan(0);
    for (const mail of texts)
      expect((await compose(mail!, SENDER))(null).text).toMatch(
        /has not been opened here yet\. It can be answered until \d/,
      );
  });
});

it('no mail carries a word of a case, a score, a reason, or the name of somebody who is assessed', async () => {
  const PLANTED = 'Quetzalcoatl';
  const sections = { ...aContent().sections, context: `${PLANTED} is the context.` };
  const content = aContent({ title: `${PLANTED} asks`, sections });
  db.clock.set('2027-03-01T09:00:00.000Z');
  const story = aStory(db, content);
  story.returned().send('coordinator', { type: 'RESUBMIT', declaration: true, note: PLANTED });
  story.accepted().send('team', { ...anEvent('ADVISE', { facts: story.facts }), text: PLANTED });
  story.appointed('amina', 'bruno', 'chen').send('chen', {
    type: 'DECLARE',
    conflict: { declared: true, kind: 'served', reason: PLANTED },
  });
  const sheet = (score: number) => Object.fromEntries(CRITERIA.map((c) => [c, { score, reason: PLANTED }]));
  story.scored(sheet(4) as never, sheet(1) as never).revealed();
  story.send('chair', { ...anEvent('ASK', { facts: story.facts }), question: PLANTED });
  story.send('office', { type: 'ANSWER', answer: PLANTED });
  story.settled().recommended();
  story.send('approver', { ...anEvent('APPROVE', { facts: story.facts }), reasons: PLANTED, conditions: [PLANTED] });
  const waiting = await dispatched();
  expect(waiting).toEqual([]);
  const request = await take(db, story);
  const told = new Set<NoticeName>();
  const assessed = story.facts.reviewers.map((r) => r.person);
  for (const id of await dispatched()) {
    const mail = await mails().claim(id);
    if (!mail) continue;
    told.add(mail.notice);
    const { subject, text, html = '' } = (await compose(mail, SENDER))(null);
    const all = `${subject}\n${text}\n${html}`;
    expect([mail.notice, all.includes(PLANTED)]).toEqual([mail.notice, false]);
    const others = assessed.filter((p) => !mail.to.some((to) => to.name === p.name)).map((p) => p.name);
    expect([mail.notice, others.filter((name) => all.includes(name))]).toEqual([mail.notice, []]);
    expect(all).toContain(mail.notice === 'appointmentEnded' ? 'hra.example' : request.ref);
  }
  expect(told.size).toBeGreaterThan(10);
  expect(NOTICE_NAMES).toEqual(expect.arrayContaining([...told]));
});
