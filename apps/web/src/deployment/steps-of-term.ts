import { LEAVING_REASONS, presentTerm, REPORT_KINDS, REVIEW_RATINGS, type DeploymentFacts } from '#domain';
import { reportTitle } from './adviser-words.js';
import { date } from '../shell/words.js';
import { optionsOf } from './step-fields.js';
import { day, inWords, said, why, type StepForm } from './step-form.js';

const openObligations = (facts: DeploymentFacts) =>
  (presentTerm(facts)?.obligations ?? [])
    .filter((o) => o.reportId === null)
    .map((o) => ({ value: o.id, text: `${reportTitle(o)}, due ${date(o.dueOn)}` }));

/** Steps of a term: the agreement on the work plan, reports, the review at half time, and leaving. */
export const TERM_FORMS: Record<string, StepForm> = {
  'agree-work-plan': {
    event: 'AGREE_WORK_PLAN',
    page: 'workPlan',
    lead: said('You agree to the work plan as it stands now. A later change asks both sides again.'),
    asks: () => [],
  },
  review: {
    event: 'REVIEW',
    page: 'review',
    lead: said('Each side gives its own view at half time. The other side and the adviser read it.'),
    asks: () => [
      { name: 'rating', kind: 'choice', label: 'How does the work go?', options: optionsOf(REVIEW_RATINGS) },
      inWords(
        'What goes well, and what has to change?',
        'Go by the lines of the work plan. Name no victim and no source.',
      ),
    ],
  },
  'add-report': {
    event: 'ADD_OBLIGATION',
    page: 'reports',
    lead: said('Adds a report to those that are due.'),
    asks: () => [
      { name: 'kind', kind: 'select', label: 'Which report?', options: optionsOf(REPORT_KINDS) },
      { name: 'period', kind: 'text', label: 'Which period?', hint: 'For example, 2027 or July to September 2027.' },
      day('dueOn', 'When is it due?', 'The adviser is reminded before.'),
    ],
  },
  'move-report': {
    event: 'MOVE_OBLIGATION',
    page: 'reports',
    lead: said('The day on which it was due before stays in the record, with your reason.'),
    asks: (facts) => [
      { name: 'obligationId', kind: 'select', label: 'Which report?', options: openObligations(facts) },
      day('dueOn', 'When is it due from now on?', 'Reminders follow the new day.'),
      why,
    ],
  },
  note: {
    event: 'NOTE_TO_OHCHR',
    page: 'notes',
    lead: said('Read by OHCHR alone. It goes into no report, and the country team and the fund do not see it.'),
    asks: () => [inWords('Your note', 'Name no victim and no source.')],
  },
  nudge: {
    event: 'NUDGE',
    page: 'summary',
    lead: said(
      'They get one message that somebody waits for this step, with its day. No day moves by it, and nobody is nudged twice within 24 hours on one post, whoever does it. The message does not name you; the record does.',
    ),
    asks: (_, { whom = [] }) => [{ name: 'clock', kind: 'choice', label: 'Who is nudged?', options: whom }],
    at: (_, { whom = [] }) => (whom.length === 1 ? { clock: whom[0]!.value } : {}),
  },
  left: {
    event: 'LEAVE',
    page: 'summary',
    final: true,
    lead: said('For a term that ends before its time or without a handover. The post is empty from the day after.'),
    asks: () => [
      day('on', 'Last day in post', 'The last day on which the adviser worked in this post.'),
      { name: 'reason', kind: 'select', label: 'Why?', options: optionsOf(LEAVING_REASONS) },
      {
        name: 'note',
        kind: 'long',
        label: 'In words',
        hint: 'Read by the adviser, the Resident Coordinator’s side and OHCHR.',
        optional: true,
      },
    ],
  },
  transfer: {
    event: 'TRANSFER',
    page: 'summary',
    final: true,
    lead: said('The term here ends on the day before. Both posts change together, or neither does.'),
    asks: () => [
      {
        name: 'to',
        kind: 'text',
        label: 'To which post?',
        hint: 'Its reference, such as DEP-2027-004: a post that is yours as well. To one of another region, record here that the adviser has left; the arrival is recorded there.',
        width: 20,
      },
      day('on', 'First day in the other post', 'The term here ends on the day before.'),
      day('endsOn', 'Last day of the term there', 'As agreed now. It can be extended later.'),
    ],
  },
};
