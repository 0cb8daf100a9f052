import { expect, it } from '@jest/globals';
import { InboundTray, PanelAnswers, PanelDates, type PanelDate } from '#casework';
import { isRefusal, type PanelDateDraft, type Refusal } from '#domain';
import { byApple, byGoogle, byOutlook, type CalendarReply } from '../support/calendar-mails.js';
import { useDoor, type Sent } from '../support/inbound.js';
import type { ReceivedMail } from '../support/mailbox.js';
import { until } from '../support/until.js';
import { useDelivery } from '../support/worker.js';

const delivery = useDelivery();
const door = useDoor(delivery);
const draft = (day: string): PanelDateDraft => ({ day, time: '14:30', zone: 'Africa/Nairobi', minutes: 90, place: '' });
const kept = (outcome: PanelDate | Refusal): PanelDate => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};

/** A line of the entry of an invitation, unfolded. */
function lineOf(mail: ReceivedMail, name: string): string {
  const part = mail.email.attachments.find((a) => a.mimeType === 'text/calendar')!;
  const text = typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
  return new RegExp(`^(${name}[^\\r\\n]*)`, 'm').exec(text.replace(/\r?\n /g, ''))![1]!;
}
const organizerOf = (mail: ReceivedMail): string => /mailto:(panel\+[^\s"]+)/.exec(lineOf(mail, 'ORGANIZER'))![1]!;

/** The panel of a round with its date set, and the invitation of one of those who are invited. */
async function invited(part: 'amina' | 'desk' = 'amina') {
  const { db, mailbox } = delivery;
  const request = await delivery.aCase((story) => story.declared());
  const round = (await request.facts()).summary.round;
  const dates = new PanelDates(db.pool, db.clock);
  const address = await delivery.addressOf(part);
  // That the date of the panel before was taken away may come as late as now: it is a calendar entry, too.
  const invitations = () =>
    mailbox.for(address).filter((m) => /text\/calendar/.test(m.source) && lineOf(m, 'METHOD') === 'METHOD:REQUEST');
  let { version } = ((await dates.versions(db.cast.chair, round)) as [PanelDate])[0];
  const set = async (day: string): Promise<ReceivedMail> => {
    const before = invitations().length;
    version = kept(await dates.set(db.cast.chair, round, draft(day), version)).version;
    await until('the invitation comes', async () => invitations().length > before);
    return invitations().at(-1)!;
  };
  const mail = await set('2027-06-10');
  const basis: Omit<CalendarReply, 'says'> = {
    to: organizerOf(mail),
    from: address,
    uid: lineOf(mail, 'UID').slice(4),
    sequence: Number(lineOf(mail, 'SEQUENCE').slice(9)),
  };
  return {
    round,
    mail,
    set,
    basis,
    answers: new PanelAnswers(db.pool, db.clock),
    off: () => dates.set(db.cast.chair, round, null, version),
  };
}
type Panel = Awaited<ReturnType<typeof invited>>;
/** What the chair reads that Amina has said, with what a mail was taken for. */
async function said({ answers, round }: Panel): Promise<[string | null, string]> {
  const { people } = await answers.read(delivery.db.cast.chair, round);
  const { name } = (await delivery.db.people.find(delivery.db.cast.amina.id))!;
  const line = people!.find((p) => p.name === name)!;
  return [line.answer, line.note];
}
async function comes(...mails: Sent[]): Promise<void> {
  for (const mail of mails) expect(await door.send(mail)).toBeNull();
  await door.sorted();
}
const reasons = async (state: 'answer' | 'tray' | 'automatic'): Promise<string[]> =>
  (await door.lines(state)).map((l) => l.reason);

it('what Outlook, Google and Apple answer to an invitation counts for who was invited, the last that was said', async () => {
  const worker = await door.open();
  const panel = await invited();
  const { basis, mail, answers, round } = panel;
  expect(lineOf(mail, 'ATTENDEE')).toContain('RSVP=TRUE');
  expect(lineOf(mail, 'ORGANIZER')).toContain('SENT-BY="mailto:no-reply@hra.example"');
  expect(mail.email.replyTo![0]!.address).toBe(basis.to);
  const before = (await answers.read(delivery.db.cast.chair, round)).counts!;
  await comes(byOutlook({ ...basis, says: 'ACCEPTED', stamp: '20270228T090000Z', note: 'Until 15:00\\, by video.' }));
  expect(await said(panel)).toEqual(['yes', 'Until 15:00, by video.']);
  expect(await answers.read(delivery.db.cast.administrator, round)).toMatchObject({
    counts: { ...before, yes: before.yes + 1, none: before.none - 1 },
    people: null,
    mine: null,
  });
  await comes(byGoogle({ ...basis, says: 'TENTATIVE', stamp: '20270228T100000Z', note: 'If the train runs' }));
  expect(await said(panel)).toEqual(['perhaps', 'If the train runs']);
  const apple = { ...byApple({ ...basis, says: 'DECLINED', stamp: '20270228T110000Z' }), id: '<twice@un.example>' };
  await comes(apple, apple);
  expect(await said(panel)).toEqual(['no', '']);
  // An earlier one that was late on its way changes nothing.
  await comes(byOutlook({ ...basis, says: 'ACCEPTED', stamp: '20270228T103000Z' }));
  expect(await said(panel)).toEqual(['no', '']);
  expect((await reasons('answer')).map((r) => /later came in before/.test(r))).toEqual([true, false, false, false]);
  // A clock that is years ahead stands against nobody.
  await comes(byGoogle({ ...basis, says: 'ACCEPTED', stamp: '20990101T000000Z' }));
  expect(await said(panel)).toEqual(['yes', '']);
  // An administrator learns from the tray neither what was said nor in which words.
  const [line] = await door.lines('answer');
  const tray = new InboundTray(delivery.db.pool, delivery.db.clock);
  expect(await tray.one(delivery.db.cast.administrator, line!.id)).toMatchObject({ subject: '', text: '', files: [] });
  expect(await tray.source(delivery.db.cast.administrator, line!.id)).toMatchObject({ code: 'notFound' });
  expect(line!.reason).not.toMatch(/coming|come/i);
  await panel.off();
  await worker.stop();
});

it('another date is another question, and what is said to the one before does not count', async () => {
  const worker = await door.open();
  const panel = await invited();
  await comes(byApple({ ...panel.basis, says: 'ACCEPTED' }));
  expect((await said(panel))[0]).toBe('yes');
  const moved = await panel.set('2027-06-17');
  expect(organizerOf(moved)).toBe(panel.basis.to);
  expect((await said(panel))[0]).toBeNull();
  const late = { ...panel.basis, stamp: '20270601T000000Z' };
  await comes(byOutlook({ ...late, says: 'DECLINED' }));
  expect((await said(panel))[0]).toBeNull();
  expect((await reasons('answer'))[0]).toMatch(/does not hold any more/);
  await comes(byGoogle({ ...panel.basis, says: 'DECLINED', sequence: panel.basis.sequence! + 1 }));
  expect((await said(panel))[0]).toBe('no');
  await panel.off();
  expect((await panel.answers.read(delivery.db.cast.chair, panel.round)).people).toEqual([]);
  await comes(
    byGoogle({ ...panel.basis, says: 'ACCEPTED', sequence: panel.basis.sequence! + 1, stamp: '20270602T000000Z' }),
  );
  expect((await reasons('answer'))[0]).toMatch(/does not hold any more/);
  await worker.stop();
});

it('nobody answers for another: other senders, attendees, entries and words wait in the tray', async () => {
  const worker = await door.open();
  const panel = await invited();
  const { basis } = panel;
  const amina = basis.from;
  const desk = await delivery.addressOf('desk');
  const tray = (await reasons('tray')).length;
  await comes(
    byGoogle({ ...basis, from: 'stranger@elsewhere.example', attendee: amina, says: 'DECLINED' }),
    byGoogle({ ...basis, from: desk, says: 'DECLINED' }),
    byOutlook({ ...basis, attendee: desk, says: 'DECLINED' }),
    byApple({ ...basis, uid: 'panel-2031-1@hra.example', says: 'DECLINED' }),
    byApple({ ...basis, uid: basis.uid.replace('hra.example', 'evil.example'), says: 'DECLINED' }),
    byApple({ ...basis, sequence: 77, says: 'DECLINED' }),
    byApple({ ...basis, says: 'DELEGATED' }),
    { to: basis.to, from: amina, text: 'I would rather come on Monday.' },
    {
      ...byApple({ ...basis, says: 'DECLINED' }),
      text: 'BEGIN:VCALENDAR nonsense',
      headers: ['Content-Type: text/calendar; method=REPLY'],
    },
  );
  expect((await said(panel))[0]).toBeNull();
  expect((await reasons('tray')).slice(0, -tray || undefined).toReversed()).toEqual([
    `It answers an invitation to ${amina}, and comes from stranger@elsewhere.example.`,
    `It answers an invitation to ${amina}, and comes from ${desk}.`,
    `It answers an invitation to ${amina} for somebody else.`,
    'It answers an invitation that was not sent from here.',
    'It answers an invitation that was not sent from here.',
    'It answers an invitation that was not sent from here.',
    'It answers an invitation neither with yes nor no nor perhaps.',
    'It answers an invitation, in words.',
    'It answers an invitation, in words.',
  ]);
  // An absence note is no answer, and is not answered either.
  await comes({ to: basis.to, from: amina, subject: 'Out of office', text: 'Back on Monday.' });
  expect((await reasons('automatic'))[0]).toBe('It is an automatic reply.');
  expect((await said(panel))[0]).toBeNull();
  await panel.off();
  await worker.stop();
});
