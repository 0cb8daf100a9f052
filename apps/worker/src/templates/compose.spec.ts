import { describe, expect, it } from '@jest/globals';
import {
  LANGUAGES,
  NOTICE_NAMES,
  noticeRule,
  POST_TASKS,
  ROLES,
  TASK_NAMES,
  type Language,
  type PostTask,
  type Role,
} from '#domain';
import type { MailToSend } from '#casework';
import { compose, fieldsOf, messageId, WORDS, wordsOf } from './compose.js';
import { POST_ENGLISH } from './posts-en.js';
import { ANSWERS_GO_TO, CONFIRM_RECEIPT } from './replies.js';
import type { MailFields, Text } from './words.js';

const POST_TASK_NAMES = Object.keys(POST_TASKS) as PostTask[];

const SENDER = {
  baseUrl: 'https://hra.example',
  mailFrom: 'Human Rights Advisers <no-reply@hra.example>',
  demo: false,
};
const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];
const CLOCKS: readonly string[] = ['reminder', 'due', 'overdue', 'escalation', 'holderAway', 'nudged'];

const aMail = (change: Partial<MailToSend> = {}): MailToSend => ({
  id: '01989898-0000-7000-8000-000000000001',
  notice: 'adviceWanted',
  language: 'en',
  to: [{ name: 'Refilwe Adeyemi', address: 'r.adeyemi@team.example' }],
  copy: [],
  copiedAs: [],
  about: 'request',
  ref: 'HRA-2027-014',
  countries: ['United Republic of Tanzania'],
  dueOn: '2027-02-04',
  as: 'regionalTeam',
  task: null,
  letter: null,
  recipients: [],
  submitted: true,
  plain: false,
  unsubscribe: null,
  toldAt: new Date('2027-03-01T09:00:00Z'),
  ...change,
});

/** The message that goes to all its readers alike. */
const composed = async (mail: MailToSend, sender: typeof SENDER) => (await compose(mail, sender))(null);

it.each(LANGUAGE_NAMES)('leads whoever has no account to the link that is theirs alone, in %s', async (language) => {
  for (const notice of ['adviceByLink', 'adviceExtended', 'adviceAskedAgain', 'ownSilenceRecorded'] as const) {
    const message = await composed(aMail({ notice, language, as: 'consultee', token: 'a-secret' }), SENDER);
    expect(message.text).toContain('https://hra.example/consulted/a-secret');
    expect(message.text).not.toContain('/advice/');
    expect(message.text.replaceAll('\u00A0', ' ')).toContain(WORDS[language].because.consultee);
  }
});

/** Every mail that there can be: each notice, each task of a clock, each language. */
type Which = Pick<MailToSend, 'about' | 'language' | 'notice' | 'task'>;
const EVERY = LANGUAGE_NAMES.flatMap((language) =>
  NOTICE_NAMES.flatMap((notice): Which[] =>
    CLOCKS.includes(notice)
      ? [
          ...TASK_NAMES.map((task) => ({ about: 'request' as const, language, notice, task })),
          ...POST_TASK_NAMES.map((task) => ({ about: 'post' as const, language, notice, task })),
        ]
      : [
          {
            about: Object.hasOwn(POST_ENGLISH, notice) ? ('post' as const) : ('request' as const),
            language,
            notice,
            task: null,
          },
        ],
  ),
);
const everyMail: [string, Which][] = EVERY.map((m) => [`${m.notice} ${m.about} ${m.task ?? ''} ${m.language}`, m]);

describe.each(everyMail)('%s', (_, which) => {
  it('has a subject, words and a button', async () => {
    const message = await composed(aMail(which), SENDER);
    if (which.notice === 'appointmentEnded')
      // Whoever has a conflict of interest is told nothing by which the request could be known.
      expect(JSON.stringify(message)).not.toMatch(/Tanzania|HRA-2027-014/);
    else {
      expect(message.subject).toMatch(/Tanzania/);
      expect(message.subject.split('HRA-2027-014')).toHaveLength(2);
    }
    expect(message.subject.length).toBeLessThan(160);
    expect(message.subject).not.toMatch(/undefined|null/);
    expect(message.text).toContain('Refilwe Adeyemi');
    expect(message.text).toContain('https://hra.example/');
    expect(`${message.text}${message.html}`).not.toMatch(/undefined|null/);
  });

  it('is given nothing but kind, reference, countries, day, link, recipient and the party that has answered', () => {
    const fields = fieldsOf(aMail(which), SENDER);
    const given = ['about', 'countries', 'due', 'link', 'place', 'recipient', 'ref', 'who'];
    expect(Object.keys(fields).sort()).toEqual(given);
    const watched = new Proxy(fields, {
      get(target, name) {
        if (!Object.hasOwn(target, name)) throw new Error(`${_} reads “${String(name)}”.`);
        return target[name as keyof MailFields];
      },
    });
    const words = wordsOf(which);
    // Where its reader may not know the case, the text is given nothing of it: the types say so, and this.
    if (noticeRule(which.notice).names === 'nothing')
      for (const name of ['about', 'countries', 'due', 'place', 'ref'] as const)
        delete (fields as Partial<MailFields>)[name];
    for (const text of [words.subject, words.lead, WORDS[which.language].greeting] as Text[])
      expect(text(watched)).toBeTruthy();
  });
});

it('says what is needed, where and by when', async () => {
  const { subject } = await composed(aMail(), SENDER);
  expect(subject).toBe('Your advice is needed: United Republic of Tanzania (HRA-2027-014), by 4 February 2027');
});

it('leads to the page of the step; before a declaration to the declaration alone', async () => {
  const link = (change: Partial<MailToSend>) => fieldsOf(aMail(change), SENDER).link;
  expect(link({})).toBe('https://hra.example/advice/HRA-2027-014');
  expect(link({ notice: 'reviewerAppointed' })).toBe('https://hra.example/reviews/HRA-2027-014/declaration');
  expect(link({ notice: 'reminder', task: 'declare' })).toBe('https://hra.example/reviews/HRA-2027-014/declaration');
  expect(link({ notice: 'reminder', task: 'score' })).toBe('https://hra.example/reviews/HRA-2027-014');
  expect(link({ notice: 'escalation', task: 'score' })).toBe('https://hra.example/requests/HRA-2027-014');
});

it('names many countries in short in the subject and all of them below', async () => {
  const countries = ['Antigua and Barbuda', 'Barbados', 'Dominica', 'Grenada'];
  const message = await composed(aMail({ countries }), SENDER);
  expect(message.subject).toContain('Antigua and Barbuda and 3 other countries');
  expect(message.text).toContain('Antigua and Barbuda, Barbados, Dominica and Grenada');
});

it('takes nothing for markup', async () => {
  const to = [{ name: `<img src=x onerror=alert(1)> & "O'Neill"`, address: 'x@y.example' }];
  const { html } = await composed(aMail({ to, countries: ['Côte d’<b>Ivoire</b>'] }), SENDER);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;O&#39;Neill&quot;');
  expect(html).not.toMatch(/<img|<b>/);
});

it('is one page: language, one button, the address in text, why it came', async () => {
  const { html = '', text } = await composed(aMail({ language: 'fr' }), { ...SENDER, demo: true });
  expect(html).toContain('<html lang="fr">');
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html.split('https://hra.example/advice/HRA-2027-014')).toHaveLength(3);
  expect(text).toContain(WORDS.fr.because.regionalTeam);
  expect(text).toContain('Données fictives\u00A0:');
  expect(Buffer.byteLength(html)).toBeLessThan(6_000);
});

it('has a reason for each role that is written to', () => {
  const told = Object.keys(ROLES).filter((role) => role !== 'auditor' && role !== 'administrator');
  for (const language of LANGUAGE_NAMES) expect(Object.keys(WORDS[language].because).sort()).toEqual(told.sort());
});

const A_LETTER = {
  language: 'es' as const,
  ref: 'HRA-2027-014',
  date: '2027-02-03',
  to: 'A la Coordinadora Residente',
  subject: 'Solicitud',
  parts: [{ text: 'Secret reasons' }, { list: ['A condition'] }],
  signature: 'Somebody',
};

it('brings the letter as a document, in its language, with the copies visible', async () => {
  const copy = [{ name: 'Team', address: 'team@x.example' }];
  const message = await composed(
    aMail({
      notice: 'decisionLetter',
      language: 'es',
      as: 'residentCoordinator',
      copy,
      copiedAs: ['deskOfficer', 'regionalTeam'],
      letter: A_LETTER,
    }),
    SENDER,
  );
  expect(message.text).not.toContain(CONFIRM_RECEIPT.es);
  expect(message.cc).toEqual(copy);
  expect(message.date).toEqual(new Date('2027-03-01T09:00:00Z'));
  expect(message.text).toContain(
    'Se dirige al Coordinador Residente, para que actúe en consecuencia. En copia, para información: Equipo Regional del GNUD y oficial encargado del ACNUDH.',
  );
  expect(message.text).not.toContain(WORDS.es.because.residentCoordinator);
  expect(message.subject).toBe('Decisión sobre la solicitud: United Republic of Tanzania (HRA-2027-014)');
  expect(message.attachments!.map((a) => a.filename)).toEqual([
    'HRA-2027-014-letter-2027-02-03.pdf',
    'HRA-2027-014-letter-2027-02-03.docx',
  ]);
  expect(message.attachments![0]).toMatchObject({
    filename: 'HRA-2027-014-letter-2027-02-03.pdf',
    contentType: 'application/pdf',
  });
  expect(message.attachments![0]!.content.subarray(0, 5).toString()).toBe('%PDF-');
  expect(`${message.html}${message.text}`).not.toMatch(/Secret reasons|A condition/);
});

it('is one conversation with the other mails about its case, in its language; what names no case is in none', async () => {
  const start = '<HRA-2027-014@hra.example>';
  const advice = await composed(aMail({ language: 'fr' }), SENDER);
  expect(advice.headers).toMatchObject({ References: start, 'In-Reply-To': start, 'Content-Language': 'fr' });
  const nameless = await composed(aMail({ notice: 'appointmentEnded', as: 'reviewer' }), SENDER);
  expect(nameless.headers).toEqual({ 'Content-Language': 'en' });
});

it.each(LANGUAGE_NAMES)(
  'says which party has answered, so that two answers are two subjects, in %s',
  async (language) => {
    const subject = async (who: string | null) =>
      (await composed(aMail({ language, notice: 'adviceGiven', as: 'deskOfficer', who }), SENDER)).subject;
    expect(await subject('OHCHR, Pretoria')).toContain('OHCHR, Pretoria');
    expect(await subject(null)).not.toContain('null');
  },
);

it('names the last day, not “today”: quiet hours or a late server may bring the mail on another', async () => {
  const last = await composed(aMail({ notice: 'due', task: 'advise' }), SENDER);
  expect(last.subject).toBe(
    'Your advice is needed: United Republic of Tanzania (HRA-2027-014), last day 4 February 2027',
  );
  for (const language of LANGUAGE_NAMES)
    expect((await composed(aMail({ notice: 'due', task: 'advise', language }), SENDER)).text).not.toMatch(
      /today|aujourd|hoy/i,
    );
});

it('keeps one name for a mail, from the sender’s own domain', () => {
  expect(messageId('abc', 'Human Rights Advisers <no-reply@hra.example>')).toBe('<abc@hra.example>');
  expect(messageId('abc', 'no-reply@localhost')).toBe('<abc@localhost>');
});

it.each(LANGUAGE_NAMES)(
  'says to each reader who reads their answer, and asks for the receipt of a letter, in %s',
  async (language) => {
    const reader = (role: Role) => ({ role, receivedLink: 'https://hra.example/received/tag' });
    const text = async (change: Partial<MailToSend>, role: Role) =>
      (await compose(aMail({ language, ...change }), SENDER))(reader(role)).text.replaceAll('\u00A0', ' ');
    expect(await text({}, 'regionalTeam')).toContain(ANSWERS_GO_TO[language].ohchr);
    expect(await text({ notice: 'questionAsked' }, 'rcOffice')).toContain(ANSWERS_GO_TO[language].officeAndOhchr);
    expect(await text({ notice: 'endorsementAsked', submitted: false }, 'endorser')).toContain(
      ANSWERS_GO_TO[language].office,
    );
    expect(await text({}, 'regionalTeam')).not.toContain('/received/');
    const letter = { notice: 'decisionLetter', letter: A_LETTER, as: 'residentCoordinator' } as const;
    expect(await text(letter, 'deskOfficer')).toContain(
      `${CONFIRM_RECEIPT[language]}\nhttps://hra.example/received/tag`,
    );
  },
);
it('can be ended with one click where that is allowed, says so nowhere else, and is text alone for who wants that', async () => {
  const free = await composed(aMail({ notice: 'adviceGiven', as: 'deskOfficer', unsubscribe: 'a-secret' }), SENDER);
  expect(free.headers).toMatchObject({
    'List-Unsubscribe': '<https://hra.example/unsubscribe/a-secret>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  const bound = await composed(aMail({ plain: true }), SENDER);
  expect(bound.headers).not.toHaveProperty('List-Unsubscribe');
  expect(bound.html).toBeUndefined();
  expect(bound.text).toContain('You choose how you are told, and when: https://hra.example/account/notices');
  // Whoever answers by a link has no account to choose in.
  const byLink = await composed(aMail({ notice: 'adviceByLink', as: 'consultee', token: 'x' }), SENDER);
  expect(byLink.text).not.toContain('/account/notices');
});
