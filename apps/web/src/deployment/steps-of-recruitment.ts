import { presentSearch } from '#domain';
import { filled, type Asked } from './step-fields.js';
import { day, said, why, type StepForm } from './step-form.js';

const OWN_VIEW: readonly Asked[] = [
  { name: 'agrees', kind: 'yesNo', label: 'Do you agree?', yes: 'Yes, I agree', no: 'No; the reason is below' },
  {
    name: 'note',
    kind: 'long',
    label: 'Your reason',
    hint: 'Needed where you do not agree. OHCHR reads it.',
    optional: true,
  },
];
/** What a desk officer is asked, who writes down a view that came by letter or mail. */
const RECORDED_VIEW: readonly Asked[] = [
  {
    name: 'agrees',
    kind: 'yesNo',
    label: 'Does the Resident Coordinator agree?',
    hint: 'Record it here only where the Resident Coordinator has no account and wrote to OHCHR. The record names you as who recorded it.',
    yes: 'Yes',
    no: 'No; the reason is below',
  },
  {
    name: 'note',
    kind: 'long',
    label: 'How and when did the view reach OHCHR, and what does it say?',
    hint: 'For example, a letter of 3 March from the Resident Coordinator.',
  },
];

/** Steps of the search for an adviser. */
export const RECRUITMENT_FORMS: Record<string, StepForm> = {
  advertise: {
    event: 'ADVERTISE',
    page: 'recruitment',
    lead: said('Record that the vacancy is published, so that the time of each stage can be counted.'),
    asks: () => [day('until', 'Until when can candidates apply?', 'The last day that the vacancy names.')],
  },
  shortlist: {
    event: 'SHORTLIST',
    page: 'recruitment',
    lead: said('Only the number is kept. Names of candidates stay in the recruitment system.'),
    asks: () => [{ name: 'candidates', kind: 'number', label: 'How many candidates are on the shortlist?', width: 3 }],
  },
  select: {
    event: 'SELECT',
    page: 'recruitment',
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
      day('expectedOn', 'When is the adviser expected?', 'The first day in post, as far as it can be told.'),
    ],
  },
  'candidate-view': {
    event: 'CONSULTED',
    page: 'recruitment',
    lead: (facts) => {
      const name = presentSearch(facts)?.selected?.name;
      return name ? `${name} is selected for this post.` : 'Somebody is selected for this post.';
    },
    asks: (_, { forAnother }) => (forAnother ? RECORDED_VIEW : OWN_VIEW),
  },
  arrival: {
    event: 'ARRIVE',
    page: 'recruitment',
    lead: said(
      'From this day on the adviser is in post, and the dates of the work plan, the reports and the renewal are set.',
    ),
    asks: () => [
      day('on', 'First day in post', 'At the duty station. Reports are counted from this day.'),
      day('endsOn', 'Last day of the term', 'As agreed now. It can be extended later.'),
    ],
    at: (facts) => filled({ on: presentSearch(facts)?.selected?.expectedOn ?? undefined }),
  },
  'no-arrival': {
    event: 'NOT_ARRIVED',
    page: 'recruitment',
    lead: said('The search goes back to the selection. What was done so far is kept.'),
    asks: () => [why],
  },
  'stop-recruitment': {
    event: 'CANCEL',
    page: 'recruitment',
    lead: said('The search ends without an adviser. A new one can begin at any time.'),
    asks: () => [why],
  },
  account: {
    event: 'IDENTIFY',
    page: 'summary',
    lead: said(
      'Connects the adviser with the account under which they sign in, so that they reach their work plan and reports.',
    ),
    asks: () => [
      {
        name: 'adviser',
        kind: 'text',
        label: 'E-mail address of the adviser’s account',
        hint: 'The one under which the adviser signs in here.',
      },
    ],
  },
};
