import { playStory, sampleStory } from '#casework';
import {
  addDays,
  copiedContent,
  daysBetween,
  isRefusal,
  type RequestContent,
  type RequestEvent,
  type RequestEventType,
  type RequestFacts,
} from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { anOptionContent } from '../../libs/domain/test/option.js';
import type { TestDatabase } from '../support/database.js';
import { keepOption } from '../support/options.js';

type Step = [by: Part, event: Exclude<RequestEvent, { type: 'CREATE' }>];
interface Telling {
  /** A draft was begun from its text afterwards: that one is meant. */
  copied?: true;
  /** The first step of the sample's story that has not happened yet; all have when there is none. */
  before: RequestEventType | null;
  /** What happened instead. */
  next?: readonly (Step | ((facts: RequestFacts, db: TestDatabase) => Step | Promise<Step>))[];
}

const RETURNED: Step = [
  'desk',
  {
    type: 'RETURN',
    codes: ['MISSING_DOCUMENT'],
    items: [{ section: 2, text: 'The letter of the ministry is missing.' }],
  },
];

/** The first period is covered. */
const FUNDED: NonNullable<Telling['next']> = [
  (facts) => ['fund', { ...anEvent('ENTER_FUNDING', { facts }), amount: '313750.00' }],
  (facts) => ['fund', anEvent('RECORD_COST_SHARE', { facts })],
  ['fund', { type: 'FUND' }],
];

/** How far the story of Tanzania is told, and where it goes another way. */
const STAGES = {
  draft: { before: 'SUBMIT' },
  ofSeveral: {
    before: 'SUBMIT',
    next: [
      [
        'office',
        {
          type: 'EDIT',
          patch: { type: 'regional', modality: 'multiCountry', countries: ['TZA', 'NER', 'AZE'] },
        },
      ],
    ],
  },
  screening: { before: 'ACCEPT' },
  returned: { before: 'ACCEPT', next: [RETURNED] },
  resubmitted: {
    before: 'ACCEPT',
    next: [
      RETURNED,
      ['office', { type: 'EDIT', patch: { title: 'Human Rights Adviser to the UN country team in Tanzania' } }],
      ['coordinator', { type: 'RESUBMIT', declaration: true, note: 'The letter is there now.' }],
    ],
  },
  appointing: { before: 'APPOINT' },
  declaring: { before: 'DECLARE' },
  scoring: { before: 'SCORE' },
  asked: {
    before: 'SCORE',
    next: [['bruno', { type: 'ASK', question: 'Which budget pays from July 2016?', section: 5 }]],
  },
  changing: {
    before: 'SCORE',
    next: [
      ['desk', { type: 'ASK', question: 'Who pays from July 2016?', section: 5, mayChange: true }],
      ['office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } }],
    ],
  },
  scored: { before: 'REVEAL' },
  revealed: { before: 'SETTLE' },
  recommendation: { before: 'RECOMMEND' },
  decision: { before: 'APPROVE' },
  offered: {
    before: 'APPROVE',
    next: [['approver', { type: 'OFFER_REGIONAL_OPTION', reasons: 'The hub is near.', modality: 'regional' }]],
  },
  /** An adviser whom Tanzania would share with Malawi is offered: that coordinator has to sign first. */
  offeredToSeveral: {
    before: 'APPOINT',
    next: [
      async (_, db) => [
        'team',
        { type: 'ADVISE', position: 'prefers a regional option', text: 'For both.', option: await withMalawi(db) },
      ],
      (_, { cast }) => ['desk', { type: 'APPOINT', reviewers: [cast.amina.id, cast.bruno.id] }],
      ['amina', { type: 'DECLARE', conflict: { declared: false } }],
      ['bruno', { type: 'DECLARE', conflict: { declared: false } }],
      (facts) => ['amina', anEvent('SCORE', { facts })],
      (facts) => ['bruno', anEvent('SCORE', { facts })],
      (facts) => ['desk', anEvent('REVEAL', { facts })],
      (facts) => ['chair', anEvent('SETTLE', { facts })],
      (facts) => ['chair', anEvent('RECOMMEND', { facts })],
      ['approver', { type: 'OFFER_REGIONAL_OPTION', reasons: 'It serves both.', option: 'regionalTeam:esa' }],
    ],
  },
  declined: {
    before: 'APPROVE',
    next: [
      ['approver', { type: 'DECLINE', reasons: 'The State does not agree.', codes: ['ENVIRONMENT_NOT_ENABLING'] }],
    ],
  },
  /** A draft that was begun from the text of one that was declined. */
  copied: {
    before: 'APPROVE',
    next: [
      ['approver', { type: 'DECLINE', reasons: 'The State does not agree.', codes: ['ENVIRONMENT_NOT_ENABLING'] }],
    ],
    copied: true,
  },
  approved: { before: null },
  arranging: { before: null, next: FUNDED },
  proposed: {
    before: null,
    next: [...FUNDED, (facts) => ['desk', anEvent('PROPOSE_TOR', { facts })]],
  },
} as const satisfies Record<string, Telling>;
export type Stage = keyof typeof STAGES;

/** Brings the sample request of Tanzania to a stage, through the write path; the last step of the sample's own story was yesterday. */
export async function tanzaniaAt(db: TestDatabase, stage: Stage): Promise<string> {
  const { before, next = [], copied }: Telling = STAGES[stage];
  const story = sampleStory('01', db.reference.regionOf);
  const upTo = before === null ? story.steps.length : story.steps.findIndex(({ event }) => event.type === before);
  const last = upTo === 0 ? story.openedOn : story.steps[upTo - 1]!.on;
  const days = daysBetween(last, addDays(db.clock.now().toISOString().slice(0, 10), -1));
  const ref = await playStory(db.pool, db.reference, story, (day) => addDays(day, days), upTo);
  for (const step of next) {
    const { rows } = await db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [ref]);
    const [by, event] = typeof step === 'function' ? await step(rows[0]!.facts, db) : step;
    const done = await db.casework.advance(ref, db.cast[by], event, { revision: 'latest' });
    if (isRefusal(done)) throw new Error(`${by} cannot ${event.type}: ${JSON.stringify(done)}`);
  }
  return copied ? copyOf(db, ref) : ref;
}

/** An option of the regional team that Malawi would share. */
async function withMalawi(db: TestDatabase): Promise<string> {
  const [own, other] = anOptionContent().countries;
  return (await keepOption(db, { countries: [own!, { ...other!, country: 'MWI' }] })).id;
}

/** A draft with the text of a request that ended, and another length. */
async function copyOf(db: TestDatabase, ref: string): Promise<string> {
  const { rows } = await db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [ref],
  );
  const content = { ...copiedContent(rows[0]!.content, 'again'), durationMonths: 18 };
  const done = await db.casework.open(db.cast.office, content, undefined, { ref, version: 1, as: 'again' });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.ref;
}

/** How many times the record says that a request was submitted. */
export async function timesSubmitted(db: TestDatabase, ref: string): Promise<number> {
  const { rowCount } = await db.pool.query(
    `SELECT 1 FROM audit_event e JOIN request r ON r.id = e.case_id WHERE r.ref = $1 AND e.event = 'SUBMIT'`,
    [ref],
  );
  return rowCount ?? 0;
}
