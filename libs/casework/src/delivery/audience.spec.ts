import { describe, expect, it } from '@jest/globals';
import {
  clockNudged,
  NOTICE_NAMES,
  noticeRule,
  TASK_NAMES,
  taskOf,
  TASKS,
  waitingFor,
  type Actor,
  type NoticeName,
} from '#domain';
import { aCase, aCaseOfTwo, type CaseBuilder } from '../../../domain/test/a-case.js';
import { aPerson, assigned, castFor, type Part } from '../../../domain/test/cast.js';
import { anEvent } from '../../../domain/test/events.js';
import { reachOf, rolesAsked, type Candidate } from './audience.js';
import { ledgerKey, type Told } from './told.js';
import { dueFor } from './due.js';
import { caseTold } from './case-told.js';

const NAMES = { countryName: (code: string) => code, regionName: (code: string) => code.toUpperCase() };
const cast = castFor(['TZA'], ['esa']);
const candidate = (actor: Actor): Candidate => ({ ...actor, email: `${actor.id}@x.example`, language: 'en' });
const everybody = Object.values(cast)
  .filter((a) => !a.system)
  .map(candidate);

const told = (story: CaseBuilder, notice: NoticeName, more: Partial<Told> = {}): Told => ({
  notice,
  personId: null,
  clockKey: null,
  ledgerKey: null,
  facts: story.facts,
  ...more,
});
const ids = (list: { person: Candidate }[]): string[] => list.map(({ person }) => person.id).sort();
function reached(
  story: CaseBuilder,
  notice: NoticeName,
  more: Partial<Told> = {},
  people = everybody,
): string[] | null {
  const reach = reachOf(told(story, notice, more), people, NAMES);
  return reach && ids(reach.to);
}
/** A notice of the last step of a clock's ladder. */
function ofClock(story: CaseBuilder, key: string): Partial<Told> {
  const clock = story.facts.clocks.find((c) => c.key === key)!;
  return { clockKey: key, ledgerKey: ledgerKey(story.facts.id, clock, clock.steps.at(-1)!) };
}

describe('whom a notice reaches', () => {
  it('lets an acting coordinator read what the coordinator reads', () => {
    expect(reached(aCase().submitted(), 'requestReceived')).toEqual(['acting', 'coordinator', 'office']);
  });

  it.each(
    NOTICE_NAMES.filter(
      (n) => !['reminder', 'due', 'overdue', 'escalation', 'holderAway', 'reviewerAppointed'].includes(n),
    ),
  )('never reaches another country or region, auditors or administrators: %s', (notice) => {
    const outside: Part[] = ['officeElsewhere', 'deskElsewhere', 'teamElsewhere', 'auditor', 'administrator', 'dina'];
    const story = aCase().approved();
    // Of what a clock is the matter of, that clock.
    const { to } = noticeRule(notice);
    const clock = to.includes('holder') || to.includes('asker') ? { clockKey: story.facts.clocks[0]!.key } : {};
    const reach = reachOf(told(story, notice, clock), everybody, NAMES)!;
    expect(ids([...reach.to, ...reach.copy]).filter((id) => (outside as string[]).includes(id))).toEqual([]);
  });

  it('never reaches somebody with a declared conflict, in whatever role', () => {
    const both = { ...aPerson('amina', assigned('reviewer'), assigned('deskOfficer', { regions: ['esa'] })) };
    const story = aCase({ cast: { ...cast, amina: both } }).appointed('amina', 'bruno', 'chen');
    story.send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'other', reason: 'A friend.' } });
    const people = [...everybody.filter((p) => p.id !== 'amina'), candidate(both)];
    expect(reached(story, 'adviceGiven', {}, people)).toEqual(['desk']);
    expect(reached(story, 'reviewerAppointed', { personId: 'amina' }, people)).toEqual([]);
  });

  it('tells of a new version who judges and who is asked, and nobody who stood back, left or has yet to declare', () => {
    const story = aCase().appointed('amina', 'bruno', 'chen', 'dina');
    story.send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'other', reason: 'A friend.' } });
    story.send('bruno', { type: 'DECLARE', conflict: { declared: false } });
    story.send('chen', { type: 'DECLINE_APPOINTMENT', code: 'NO_TIME', reason: 'On mission.' });
    story.send('team', anEvent('ADVISE', { facts: story.facts })).amended();
    expect(reached(story, 'newVersionToScore')).toEqual(['bruno']);
    expect(reached(story, 'newVersionForAdvice')).toEqual(['regionalOffice', 'team']);
    expect(reached(story, 'newVersion')).toEqual(['chair', 'desk']);
  });

  it('reminds of a decision of several approvers only those who have not decided yet', () => {
    const story = aCaseOfTwo().recommended();
    const people = Object.values(story.cast)
      .filter((a) => !a.system)
      .map(candidate);
    const reminded = () => reached(story, 'reminder', ofClock(story, 'decision'), people);
    expect(reminded()).toEqual(['approver', 'dina', 'spare']);
    story.send('approver', { type: 'APPROVE', reasons: 'Yes.' });
    expect(reminded()).toEqual(['dina', 'spare']);
    expect(reached(story, 'reminder', ofClock(story, 'decision'), [candidate(story.cast.approver)])).toEqual([
      'approver',
    ]);
  });

  it('reaches reviewers once they are cleared; before that about their own part only', () => {
    const story = aCase().appointed('amina', 'bruno');
    expect(reached(story, 'reviewerAppointed', { personId: 'amina' })).toEqual(['amina']);
    expect(reached(story, 'reminder', ofClock(story, 'review:amina'))).toEqual(['amina']);
    expect(reached(story, 'questionAnswered')).toEqual(['desk']);
    expect(reached(story.declared(), 'questionAnswered')).toEqual(['amina', 'bruno', 'desk']);
  });

  it('tells of a closed question those who were asked and the reviewers, with the day by which these score', () => {
    const story = aCase().declared().asked();
    story.send('desk', { type: 'CLOSE_QUESTION', reason: 'It would come too late.' });
    expect(reached(story, 'questionClosed')).toEqual(['acting', 'amina', 'bruno', 'coordinator', 'office']);
    const due = (part: Part, as: 'reviewer' | 'rcOffice') =>
      dueFor(caseTold(story.facts), 'questionClosed', { person: candidate(cast[part]), as });
    expect(due('amina', 'reviewer')).toBe(story.facts.clocks.find((c) => c.personId === 'amina')!.dueOn);
    expect(due('office', 'rcOffice')).toBeNull();
  });

  it('tells of recorded silence the desk officer and each party that was silent, nobody who advised', () => {
    const silence = (story: CaseBuilder) => story.on(30).send('clock', { type: 'RECORD_SILENCE' });
    const both = silence(aCase().accepted());
    expect(reached(both, 'silenceRecorded')).toEqual(['desk']);
    expect(reached(both, 'ownSilenceRecorded')).toEqual(['regionalOffice', 'team']);
    expect(rolesAsked(told(both, 'ownSilenceRecorded'))).toEqual(['regionalTeam', 'regionalOffice']);
    const advice = { type: 'ADVISE', position: 'supports', text: 'No other offer.' } as const;
    expect(reached(silence(aCase().accepted().send('regionalOffice', advice)), 'ownSilenceRecorded')).toEqual(['team']);
    expect(reached(both.send('team', advice), 'ownSilenceRecorded')).toEqual(['regionalOffice']);
  });

  it('reminds of its advice the office that is asked, not another of the region', () => {
    const speaks = (id: string, office: string) =>
      aPerson(id, assigned('regionalOffice', { regions: ['esa'], office }));
    const officesIn = () => ['addis', 'pretoria'].map((code) => ({ code, name: code }));
    const story = aCase({ context: { officesIn } }).accepted();
    const people = [speaks('one', 'addis'), speaks('two', 'pretoria')].map(candidate);
    const about = (office: string) =>
      reached(story, 'reminder', ofClock(story, `consultation:regionalOffice:${office}`), people);
    expect([about('addis'), about('pretoria')]).toEqual([['one'], ['two']]);
    story.on(30).send('clock', { type: 'RECORD_SILENCE' });
    expect(reached(story, 'ownSilenceRecorded', {}, people)).toEqual(['one', 'two']);
    expect(reachOf(told(story, 'ownSilenceRecorded'), people.slice(1), NAMES)!.unreached).toContain(
      'Nobody holds the role OHCHR regional office for ESA.',
    );
  });

  it('lets the coordinator do the work of an office that has nobody', () => {
    const story = aCase().returned();
    const clock = ofClock(story, 'returned');
    expect(reached(story, 'reminder', clock)).toEqual(['office']);
    const without = everybody.filter((p) => p.id !== 'office');
    expect(reached(story, 'reminder', clock, without)).toEqual(['acting', 'coordinator']);
    expect(reachOf(told(story, 'requestReturned'), without, NAMES)!.unreached).toEqual([]);
  });

  it('does not tell the holder, as superior, of their own delay', () => {
    const all = aPerson('desk', assigned('deskOfficer', { regions: ['esa'] }), assigned('panelChair'));
    const people = [...everybody.filter((p) => !['desk', 'chair'].includes(p.id)), candidate(all)];
    const story = aCase().submitted();
    expect(reached(story, 'escalation', ofClock(story, 'screening'), people)).toEqual(['approver']);
  });

  it('says in words that an audience has nobody', () => {
    const without = (...parts: Part[]) => everybody.filter((p) => !(parts as string[]).includes(p.id));
    const reach = (notice: NoticeName, people: Candidate[]) =>
      reachOf(told(aCase().accepted(), notice), people, NAMES)!;
    expect(reach('adviceWanted', without('team')).unreached).toEqual([
      'Nobody holds the role Regional UNDG Team for ESA.',
    ]);
    expect(reach('fundsNeeded', everybody).unreached).toEqual([
      'Nobody who holds the role Fund manager for ESA may open this request.',
    ]);
  });

  it('is nobody once the clock has ended or moved on', () => {
    const story = aCase().submitted();
    const clock = ofClock(story, 'screening');
    expect(reached(story, 'reminder', clock)).toEqual(['desk']);
    expect(reached(story, 'reminder', { ...clock, ledgerKey: `${clock.ledgerKey} and more` })).toBeNull();
    expect(reached(story.accepted(), 'reminder', clock)).toBeNull();
  });

  it('looks up the roles that a clock can climb to', () => {
    const story = aCase().accepted();
    const team = story.facts.clocks.find((c) => c.holder === 'regionalTeam')!;
    expect(rolesAsked(told(story, 'escalation', ofClock(story, team.key)))).toEqual(
      expect.arrayContaining(['deskOfficer', 'panelChair', 'approver']),
    );
  });
});

/** A head of agency is asked to endorse, and no mail reaches them. */
function withoutMailbox(s: CaseBuilder): CaseBuilder {
  s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts }));
  return s.send('clock', anEvent('RECORD_ENDORSER_UNREACHED', { facts: s.facts }));
}

describe('heads of agency', () => {
  it('are written to at their own addresses, in their language, and only those whom a step is about', () => {
    const s = aCase().send('office', {
      type: 'INVITE_ENDORSERS',
      endorsers: [
        { agency: 'UNDP', name: 'A', title: 'Head', email: 'a@undp.example', language: 'fr' },
        { agency: 'WFP', name: 'B', title: 'Head', email: 'b@wfp.example' },
      ],
    });
    const reach = reachOf(told(s, 'endorsementAsked', { parties: ['endorser:1'] }), [], NAMES)!;
    expect(reach.to.map(({ person, as }) => [person.email, person.language, as])).toEqual([
      ['a@undp.example', 'fr', 'endorser'],
    ]);
    expect(rolesAsked(told(s, 'endorsementAsked'))).toEqual([]);
    s.send('office', { type: 'WITHDRAW_ENDORSER', endorser: 'endorser:1', reason: 'Named twice.' });
    const over = (notice: NoticeName) =>
      reachOf(told(s, notice, { parties: ['endorser:1'] }), [], NAMES)!.to.map((t) => t.person.email);
    expect([over('endorsementAsked'), over('endorsementTakenBack')]).toEqual([[], ['a@undp.example']]);
  });

  it('are reminded by their own clocks, with the day on which their link ends', () => {
    const s = aCase().send('office', anEvent('INVITE_ENDORSERS', { facts: null }));
    const clock = s.facts.clocks.find((c) => c.group === 'endorsement')!;
    const step = clock.steps[0]!;
    const more = { clockKey: clock.key, ledgerKey: ledgerKey(s.facts.id, clock, step) };
    const [to] = reachOf(told(s, 'reminder', more), everybody, NAMES)!.to;
    expect(to).toMatchObject({ as: 'endorser', person: { email: 'head0@agency.example' } });
    expect(dueFor(caseTold(s.facts), 'endorsementAsked', to!)).toBe('2027-03-22');
    // The one level above them is the office that asks.
    const last = { ...more, ledgerKey: ledgerKey(s.facts.id, clock, clock.steps.at(-1)!) };
    expect(ids(reachOf(told(s, 'escalation', last), everybody, NAMES)!.to)).toEqual(['office']);
  });
});

describe('what a clock waits for', () => {
  const STAGES: ((story: CaseBuilder) => CaseBuilder)[] = [
    (s) => s,
    (s) => s.submitted(),
    (s) => s.returned(),
    (s) => s.accepted(),
    (s) => s.asked(),
    (s) => s.advised().amended(),
    (s) => s.appointed(),
    (s) => s.declared(),
    (s) =>
      s
        .accepted()
        .send('clock', { type: 'RECORD_UNREACHED', parties: ['regionalTeam:esa'], problem: '550 No such user' }),
    (s) => s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts })),
    (s) => withoutMailbox(s),
    (s) => s.scored(),
    (s) => s.revealed(),
    (s) => s.inModeration(),
    (s) => s.advised().amended(),
    (s) => s.withPanel(),
    (s) => s.recommended(),
    (s) => s.offered(),
    (s) => s.deferred(),
    (s) => s.approved(),
    (s) => s.funded(),
    (s) => s.funded().send('desk', anEvent('PROPOSE_TOR', { facts: s.facts })),
    (s) => s.arranged(),
  ];
  it('has a name for every clock of every state, and a state for every name', () => {
    const seen = new Set(
      STAGES.flatMap((stage) => {
        const { facts } = stage(aCase());
        for (const clock of facts.clocks) expect(waitingFor(facts, clock)).toBe(TASKS[taskOf(facts, clock)]);
        const heard = clockNudged(facts, 'review');
        return [...facts.clocks, ...(heard ? [heard] : [])].map((clock) => taskOf(facts, clock));
      }),
    );
    expect([...seen].sort()).toEqual([...TASK_NAMES].sort());
  });

  it('has a day for whoever holds it, and none for others', () => {
    const { facts } = aCase().accepted();
    const due = (notice: NoticeName, part: Part, as: Parameters<typeof dueFor>[2]['as']) =>
      dueFor(caseTold(facts), notice, { person: candidate(cast[part]), as });
    const advice = facts.clocks.find((c) => c.holder === 'regionalTeam')!.dueOn;
    expect(due('adviceWanted', 'team', 'regionalTeam')).toBe(advice);
    expect(due('reviewersWanted', 'desk', 'deskOfficer')).toBe(facts.clocks.find((c) => c.group === 'review')!.dueOn);
    expect(due('adviceWanted', 'teamElsewhere', 'regionalTeam')).toBeNull();
    expect(due('requestAccepted', 'coordinator', 'residentCoordinator')).toBeNull();
    // What was to be done by a day is done: another clock of the same person is no answer.
    expect(due('screeningNeeded', 'desk', 'deskOfficer')).toBeNull();
  });
});
