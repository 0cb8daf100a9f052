import { describe, expect, it } from '@jest/globals';
import { ROLE_NAMES, type Actor, type Role } from '../people/roles.js';
import { NOTICE_NAMES, noticeRule } from '../notices.js';
import { kindOfMail, type MailTraits } from './mail-kind.js';
import { replyAudience, replyAudiencesOf, replyNotice } from './reply-audience.js';

const traits = (
  change: Omit<Partial<MailTraits>, 'headers'> & { headers?: Record<string, string> } = {},
): MailTraits => ({
  use: 'reply',
  sender: 'rc@un.example',
  from: 'rc@un.example',
  subject: 'Re: Question',
  text: '',
  hops: 3,
  reports: [],
  ourAddress: 'no-reply@hra.example',
  ourDomain: 'reply.hra.example',
  ...change,
  headers: new Map(Object.entries(change.headers ?? {})),
});
const kind = (change: Parameters<typeof traits>[0]) => kindOfMail(traits(change)).kind;
const failed = [{ action: 'failed', status: '5.1.1', diagnostic: '550 No such user' }];

describe('a mail that came in', () => {
  it('is a reply when a person wrote it to the address of a notice', () => {
    expect(kind({})).toBe('reply');
    expect(kind({ headers: { 'auto-submitted': 'no' } })).toBe('reply');
    expect(kind({ subject: 'Re: out of the office on Monday, so here is my answer' })).toBe('reply');
  });

  it('came back when a report says so at the address for that, for good or after many tries', () => {
    const back = { use: 'bounce', sender: '', from: 'mailer-daemon@mx.example' } as const;
    expect(kindOfMail(traits({ ...back, reports: failed }))).toEqual({
      kind: 'bounce',
      problem: 'Came back for good: 550 No such user',
    });
    const soft = [{ action: 'failed', status: '4.4.7', diagnostic: '' }];
    expect(kindOfMail(traits({ ...back, reports: soft }))).toEqual({
      kind: 'bounce',
      problem: 'Came back after it was tried for some time: 4.4.7',
    });
    // One recipient of several that it speaks of is enough.
    expect(kind({ ...back, reports: [{ action: 'delivered', status: '2.0.0', diagnostic: '' }, ...failed] })).toBe(
      'bounce',
    );
  });

  it('is only noted when it says that a mail is late, or arrived', () => {
    for (const action of ['delayed', 'delivered', 'relayed'])
      expect(kind({ use: 'bounce', sender: '', reports: [{ action, status: '', diagnostic: '' }] })).toBe('report');
  });

  it('came back without a report in due form, by its address alone', () => {
    const from = 'MAILER-DAEMON@old.example';
    expect(kind({ use: 'bounce', sender: '', from, subject: 'Your mail' })).toBe('bounce');
    expect(kind({ use: 'bounce', sender: '', from: 'x@old.example', subject: 'Undeliverable: Endorsement' })).toBe(
      'bounce',
    );
    expect(kind({ use: 'bounce', sender: '', from: 'x@old.example', subject: 'Échec de la remise' })).toBe('bounce');
  });

  it.each([
    [
      "I'm afraid it failed.\n\n<rc@un.example>:\n550 5.1.1 no such user\n",
      'Came back for good: 550 5.1.1 no such user',
    ],
    ['Remote host said: 554 Message rejected', 'Came back for good: 554 Message rejected'],
    [
      'host mx[1.2.3.4] said: 452-4.2.2 Mailbox full',
      'Came back after it was tried for some time: 452-4.2.2 Mailbox full',
    ],
    ['It costs 500 dollars.', 'Came back for good: failure notice'],
    ['', 'Came back for good: failure notice'],
  ])('says why, in the words of the other server where they stand in it: %#', (text, problem) => {
    const back = { use: 'bounce', sender: '', from: 'MAILER-DAEMON@old.example', subject: 'failure notice' } as const;
    expect(kindOfMail(traits({ ...back, text }))).toEqual({ kind: 'bounce', problem });
  });

  it('is no bounce when somebody is away, or writes to that address', () => {
    const away = {
      use: 'bounce',
      sender: '',
      from: 'rc@un.example',
      subject: 'Out of office: back on Monday',
    } as const;
    expect(kind({ ...away, headers: { 'auto-submitted': 'auto-replied' } })).toBe('automatic');
    expect(kind(away)).toBe('automatic');
    expect(kind({ use: 'bounce' })).toBe('stray');
  });

  it('is believed as a report at that address alone', () => {
    for (const use of ['reply', null] as const)
      expect(kind({ use, sender: '', from: 'mailer-daemon@mx.example', reports: failed })).toBe('stray');
  });

  it('is automatic when a program wrote it, or it goes round in a circle', () => {
    const changes: NonNullable<Parameters<typeof traits>[0]>[] = [
      { headers: { 'auto-submitted': 'auto-replied' } },
      { headers: { 'auto-submitted': 'auto-generated; owner-email=x' } },
      { headers: { 'x-autoreply': 'yes' } },
      { headers: { precedence: 'bulk' } },
      { headers: { 'list-id': '<all.un.example>' } },
      { subject: 'Automatic reply: Question' },
      { subject: 'Réponse automatique : Question' },
      { subject: 'Fuera de la oficina' },
      { subject: 'رد تلقائي: سؤال' },
      { subject: 'Автоматический ответ: Вопрос' },
      { subject: '自动答复: 问题' },
      { sender: '' },
      { headers: { 'content-type': 'multipart/report; report-type=disposition-notification; boundary=b' } },
      { from: 'no-reply@hra.example' },
      { from: 'reply+x@reply.hra.example' },
      { hops: 51 },
    ];
    for (const change of changes) expect([change, kind(change)]).toEqual([change, 'automatic']);
  });

  it('is for the tray when nobody was given its address', () => {
    expect(kind({ use: null })).toBe('stray');
  });
});

const holding = (...roles: Role[]): Actor => ({
  id: 'p',
  name: 'P',
  assignments: roles.map((role) => ({ role, regions: [], countries: ['TZA'] })),
});

describe('who reads a reply', () => {
  it('is OHCHR, with the office where the office wrote; what heads of agency write is for the office alone', () => {
    expect(replyAudience('rcOffice', 'questionAsked', true)).toBe('officeAndOhchr');
    expect(replyAudience('rcOffice', 'reminder', false)).toBe('office');
    expect(replyAudience('rcOffice', 'endorsementGiven', true)).toBe('office');
    expect(replyAudience('endorser', 'endorsementAsked', false)).toBe('office');
    for (const role of ROLE_NAMES.filter(
      (r) => !['rcOffice', 'residentCoordinator', 'actingCoordinator', 'endorser'].includes(r),
    ))
      expect([role, replyAudience(role, 'scoresRevealed', true)]).toEqual([role, 'ohchr']);
  });

  it('never is wider than who may open the case, and never a reviewer or a regional team', () => {
    const where = { countries: ['TZA'], regions: ['esa'] };
    const seen = { sees: true, where };
    for (const role of ROLE_NAMES) expect(replyAudiencesOf(holding(role), { sees: false, where })).toEqual([]);
    for (const role of ['reviewer', 'regionalTeam', 'regionalOffice', 'fundManager', 'consultee', 'adviser'] as const)
      expect(replyAudiencesOf(holding(role), seen)).toEqual([]);
    expect(replyAudiencesOf(holding('rcOffice'), seen)).toEqual(['office', 'officeAndOhchr']);
    for (const role of ['deskOfficer', 'panelChair', 'approver'] as const)
      expect(replyAudiencesOf(holding(role), seen)).toEqual(['officeAndOhchr', 'ohchr']);
    expect(replyAudiencesOf(holding('auditor'), seen)).toEqual(['office', 'officeAndOhchr', 'ohchr']);
  });

  it('is nobody for what they hold elsewhere: a reviewer who looks after another region reads no other reviewer', () => {
    const where = { countries: ['TZA'], regions: ['esa'] };
    const [reviews] = holding('reviewer').assignments;
    for (const role of ['deskOfficer', 'panelChair', 'approver', 'rcOffice'] as const) {
      const elsewhere = {
        role,
        regions: role === 'rcOffice' ? [] : ['eca'],
        countries: role === 'rcOffice' ? ['AZE'] : [],
      };
      const actor = { ...holding(), assignments: [reviews!, elsewhere] };
      expect([role, replyAudiencesOf(actor, { sees: true, where })]).toEqual([role, []]);
    }
  });

  it('is told, but not what their own side wrote', () => {
    expect(replyNotice('request', 'rcOffice', 'officeAndOhchr')).toBe('replyForOhchr');
    expect(replyNotice('request', 'endorser', 'office')).toBe('replyForOffice');
    expect(replyNotice('request', 'residentCoordinator', 'office')).toBeNull();
    expect(replyNotice('request', 'deskOfficer', 'ohchr')).toBeNull();
    expect(replyNotice('post', 'adviser', 'ohchr')).toBe('replyOnPost');
    expect(NOTICE_NAMES.filter((name) => noticeRule(name).byMail)).toEqual([
      'replyForOhchr',
      'replyForOffice',
      'replyOnPost',
    ]);
  });
});
