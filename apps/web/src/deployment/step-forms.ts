import {
  activeState,
  BRIDGE_KINDS,
  CONVERSIONS,
  ENDING_REASONS,
  LEAVING_REASONS,
  presentSearch,
  presentTerm,
  REPORT_KINDS,
  REPORTING_PARTS,
  REVIEW_RATINGS,
  addDays,
  type Day,
  type DeploymentEvent,
  type DeploymentEventType,
  type DeploymentFacts,
} from '#domain';
import type { Form } from '../shell/exchange.js';
import { date } from '../shell/words.js';
import { answersOf, filled, optionsOf, type Asked } from './step-fields.js';

/** What a form needs to know besides the post. */
export interface Around {
  today: Day;
  countries: readonly { value: string; text: string }[];
}
/** A step that is taken on a page of its own: what it says, what it asks, what stands in it at first. */
export interface StepForm {
  event: DeploymentEventType;
  lead: (facts: DeploymentFacts) => string;
  asks: (facts: DeploymentFacts, around: Around) => readonly Asked[];
  at?: (facts: DeploymentFacts, around: Around) => Form;
}

const why: Asked = { name: 'reason', kind: 'long', label: 'Why?', rows: 4 };
const inWords = (label: string, hint?: string): Asked => ({
  name: 'text',
  kind: 'long',
  label,
  ...(hint ? { hint } : {}),
});
const day = (name: string, label: string, hint?: string): Asked => ({
  name,
  kind: 'date',
  label,
  ...(hint ? { hint } : {}),
});
const said = (words: string) => (): string => words;
const openObligations = (facts: DeploymentFacts) =>
  (presentTerm(facts)?.obligations ?? [])
    .filter((o) => o.reportId === null)
    .map((o) => ({ value: o.id, text: `${REPORT_KINDS[o.kind]}, ${o.period}, due ${date(o.dueOn)}` }));
const covered = (facts: DeploymentFacts, { countries, today }: Around) =>
  countries.filter((c) =>
    facts.post.coverage.some((x) => x.country === c.value && (x.until === null || x.until >= today)),
  );

const RECRUITING: Record<string, StepForm> = {
  advertise: {
    event: 'ADVERTISE',
    lead: said('Record that the vacancy is published, so that the time of each stage can be counted.'),
    asks: () => [day('until', 'Until when can candidates apply?')],
  },
  shortlist: {
    event: 'SHORTLIST',
    lead: said('Only the number is kept. Names of candidates stay in the recruitment system.'),
    asks: () => [{ name: 'candidates', kind: 'number', label: 'How many candidates are on the shortlist?', width: 3 }],
  },
  select: {
    event: 'SELECT',
    lead: said(
      'The Resident Coordinator is asked for a view next. Until then the name is read by OHCHR and the Resident Coordinator alone.',
    ),
    asks: () => [
      {
        name: 'adviser',
        kind: 'text',
        label: 'Who is selected?',
        hint: 'The e-mail address of the person’s account here; the full name where there is none yet.',
      },
      day('expectedOn', 'When is the adviser expected?'),
    ],
  },
  'candidate-view': {
    event: 'CONSULTED',
    lead: (facts) => {
      const name = presentSearch(facts)?.selected?.name;
      return name ? `${name} is selected for this post.` : 'Somebody is selected for this post.';
    },
    asks: () => [
      { name: 'agrees', kind: 'yesNo', label: 'Do you agree?', yes: 'Yes, I agree', no: 'No; the reason is below' },
      {
        name: 'note',
        kind: 'long',
        label: 'Your reason',
        hint: 'Needed where you do not agree. OHCHR reads it.',
        optional: true,
      },
    ],
  },
  arrival: {
    event: 'ARRIVE',
    lead: said(
      'From this day on the adviser is in post, and the dates of the work plan, the reports and the renewal are set.',
    ),
    asks: () => [
      day('on', 'First day in post'),
      day('endsOn', 'Last day of the term', 'As agreed now. It can be extended later.'),
    ],
    at: (facts) => filled({ on: presentSearch(facts)?.selected?.expectedOn ?? undefined }),
  },
  'no-arrival': {
    event: 'NOT_ARRIVED',
    lead: said('The search goes back to the selection. What was done so far is kept.'),
    asks: () => [why],
  },
  'stop-recruitment': {
    event: 'CANCEL',
    lead: said('The search ends without an adviser. A new one can begin at any time.'),
    asks: () => [why],
  },
  account: {
    event: 'IDENTIFY',
    lead: said(
      'Connects the adviser with the account under which they sign in, so that they reach their work plan and reports.',
    ),
    asks: () => [{ name: 'adviser', kind: 'text', label: 'E-mail address of the adviser’s account' }],
  },
};

const TERM: Record<string, StepForm> = {
  'agree-work-plan': {
    event: 'AGREE_WORK_PLAN',
    lead: said('You agree to the work plan as it stands now. A later change asks both sides again.'),
    asks: () => [],
  },
  review: {
    event: 'REVIEW',
    lead: said('Each side gives its own view at half time. The other side and the adviser read it.'),
    asks: () => [
      { name: 'rating', kind: 'choice', label: 'How does the work go?', options: optionsOf(REVIEW_RATINGS) },
      inWords('What goes well, and what has to change?'),
    ],
  },
  'add-report': {
    event: 'ADD_OBLIGATION',
    lead: said('Adds a report to those that are due.'),
    asks: () => [
      { name: 'kind', kind: 'select', label: 'Which report?', options: optionsOf(REPORT_KINDS) },
      { name: 'period', kind: 'text', label: 'Which period?', hint: 'For example, 2027 or July to September 2027.' },
      day('dueOn', 'When is it due?'),
    ],
  },
  'move-report': {
    event: 'MOVE_OBLIGATION',
    lead: said('The day on which it was due before stays in the record, with your reason.'),
    asks: (facts) => [
      { name: 'obligationId', kind: 'select', label: 'Which report?', options: openObligations(facts) },
      day('dueOn', 'When is it due from now on?'),
      why,
    ],
  },
  note: {
    event: 'NOTE_TO_OHCHR',
    lead: said('Read by OHCHR alone. It goes into no report, and the country team and the fund do not see it.'),
    asks: () => [inWords('Your note', 'Name no victim and no source.')],
  },
  left: {
    event: 'LEAVE',
    lead: said('For a term that ends before its time or without a handover. The post is empty from the day after.'),
    asks: () => [
      day('on', 'Last day in post'),
      { name: 'reason', kind: 'select', label: 'Why?', options: optionsOf(LEAVING_REASONS) },
      { name: 'note', kind: 'long', label: 'In words', optional: true },
    ],
  },
  transfer: {
    event: 'TRANSFER',
    lead: said('The term here ends on the day before. Both posts change together, or neither does.'),
    asks: () => [
      { name: 'to', kind: 'text', label: 'To which post?', hint: 'Its reference, such as DEP-2027-004.', width: 20 },
      day('on', 'First day in the other post'),
      day('endsOn', 'Last day of the term there'),
    ],
  },
};

const RENEWAL: Record<string, StepForm> = {
  wish: {
    event: 'ASK_EXTENSION',
    lead: said('OHCHR decides after you. An extension of the funding is asked for in a request of its own.'),
    asks: () => [
      { name: 'extend', kind: 'yesNo', label: 'Should the post go on after this term?' },
      inWords('Why?'),
      {
        name: 'request',
        kind: 'text',
        label: 'Reference of the request for an extension',
        optional: true,
        width: 20,
      },
    ],
  },
  extend: {
    event: 'EXTEND',
    lead: (facts) => {
      const end = presentTerm(facts)?.endsOn;
      return end ? `The term now ends on ${date(end)}.` : 'The term has no end yet.';
    },
    asks: () => [
      day('until', 'New last day of the term'),
      {
        name: 'basis',
        kind: 'text',
        label: 'On what does it rest?',
        hint: 'For example, the reference of the approved request.',
      },
    ],
  },
  succession: {
    event: 'PLAN_SUCCESSION',
    lead: said('The post goes on after the present term with another adviser. The search can begin at once.'),
    asks: () => [inWords('Why?')],
  },
  convert: {
    event: 'CONVERT',
    lead: said('The post ends with the present term and takes another form. The handover begins before.'),
    asks: () => [
      { name: 'to', kind: 'choice', label: 'What does it become?', options: optionsOf(CONVERSIONS) },
      inWords('Why?'),
    ],
  },
  close: {
    event: 'CLOSE',
    lead: (facts) =>
      presentTerm(facts)
        ? 'The post ends with the present term. The handover begins before.'
        : 'Nobody holds the post, so it ends at once.',
    asks: () => [
      { name: 'reason', kind: 'select', label: 'Why does it end?', options: optionsOf(ENDING_REASONS) },
      inWords('In words'),
    ],
  },
  'begin-handover': {
    event: 'START_CLOSING',
    lead: said(
      'Opens the exit checklists of the adviser and of the Resident Coordinator’s Office before their usual time.',
    ),
    asks: () => [],
  },
  'send-checklist-back': {
    event: 'SEND_BACK',
    lead: said('The list is open again, with your reason. It can be sent back more than once.'),
    asks: () => [
      {
        name: 'side',
        kind: 'choice',
        label: 'Whose list?',
        options: [
          { value: 'adviser', text: 'The adviser’s' },
          { value: 'rc', text: 'That of the Resident Coordinator’s Office' },
        ],
      },
      { ...why, label: 'What is missing?' },
    ],
  },
  'hand-over': {
    event: 'HAND_OVER',
    lead: said('Your term ends on the day that you name. The handover pack is kept with the post.'),
    asks: () => [
      day('on', 'Your last day in post'),
      { name: 'note', kind: 'long', label: 'What does the next adviser have to know first?', rows: 8 },
    ],
    at: (facts) => filled({ on: presentTerm(facts)?.endsOn ?? undefined }),
  },
};

const COVER: Record<string, StepForm> = {
  bridge: {
    event: 'BRIDGE',
    lead: said('Names who covers while the post is empty. A gap that is bridged is still shown as one.'),
    asks: () => [
      { name: 'kind', kind: 'choice', label: 'Who covers?', options: optionsOf(BRIDGE_KINDS) },
      { name: 'by', kind: 'text', label: 'By name', hint: 'The office, or the adviser.' },
      day('from', 'From'),
      day('until', 'Until'),
      { name: 'deployment', kind: 'text', label: 'Reference of the adviser’s own post', optional: true, width: 20 },
    ],
    at: (facts, { today }) => {
      const last = facts.incumbencies.at(-1)?.until;
      return filled({ from: activeState(facts.state)?.tenure === 'vacant' && last ? addDays(last, 1) : today });
    },
  },
  'end-bridge': {
    event: 'END_BRIDGE',
    lead: said('The cover ends earlier than planned.'),
    asks: (facts) => [
      {
        name: 'bridgeId',
        kind: 'select',
        label: 'Which cover?',
        options: facts.bridges.map((b) => ({ value: b.id, text: `${b.by}, from ${date(b.from)}` })),
      },
      day('on', 'Its last day'),
    ],
  },
  'add-country': {
    event: 'COVER',
    lead: said('One post may cover several States. What was covered when is kept.'),
    asks: (_, { countries }) => [
      { name: 'country', kind: 'select', label: 'Which country?', options: countries },
      day('from', 'From'),
      { name: 'until', kind: 'date', label: 'Until', optional: true },
      { name: 'daysPerMonth', kind: 'number', label: 'Days a month', optional: true, width: 3 },
      why,
    ],
  },
  'remove-country': {
    event: 'UNCOVER',
    lead: said('The time in which it was covered stays in the record.'),
    asks: (facts, around) => [
      { name: 'country', kind: 'select', label: 'Which country?', options: covered(facts, around) },
      day('until', 'Last day on which it is covered'),
      why,
    ],
  },
  'change-post': {
    event: 'CHANGE_POST',
    lead: said('For a title, a grade or a duty station that changes. What was there before stays in the record.'),
    asks: () => [
      { name: 'title', kind: 'text', label: 'Title' },
      { name: 'dutyStation', kind: 'text', label: 'Duty station' },
      { name: 'grade', kind: 'text', label: 'Grade', optional: true, width: 10 },
      why,
    ],
    at: ({ post }) => filled({ title: post.title, dutyStation: post.dutyStation, grade: post.grade }),
  },
  framework: {
    event: 'MARK_FRAMEWORK',
    lead: said('Whether the post stands under the deployment strategy; the tables of presences mark it.'),
    asks: () => [
      { name: 'under', kind: 'yesNo', label: 'Does the post stand under the framework?' },
      day('from', 'From'),
      why,
    ],
  },
  supervision: {
    event: 'SET_REPORTING',
    lead: said('Persons change while their parts stay: whoever held the part before ends on the day before.'),
    asks: () => [
      { name: 'part', kind: 'choice', label: 'Which part?', options: optionsOf(REPORTING_PARTS) },
      { name: 'name', kind: 'text', label: 'Name' },
      { name: 'title', kind: 'text', label: 'Title' },
      day('from', 'From'),
    ],
  },
};

/** Every step of a post that is taken on a page of its own, by the last word of its address. */
export const STEP_FORMS: Readonly<Record<string, StepForm>> = { ...RECRUITING, ...TERM, ...RENEWAL, ...COVER };

const SLUGS = new Map(Object.entries(STEP_FORMS).map(([slug, { event }]) => [event, slug]));
/** The last word of the address where a step is taken; undefined for steps that stand on another page. */
export const slugOf = (event: DeploymentEventType): string | undefined => SLUGS.get(event);

/** What was typed as the step that it is; what is wrong with it the domain says. */
export const stepTyped = (form: StepForm, asked: readonly Asked[], typed: Form): DeploymentEvent =>
  ({ type: form.event, ...answersOf(asked, typed) }) as DeploymentEvent;
