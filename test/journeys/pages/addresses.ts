import { roundName, roundOf } from '#domain';
import type { PostStage } from '../../support/held-post.js';
import type { Stage } from '../tanzania-at.js';
import { HOLD_ID, WEBHOOK_ID } from '../../support/delivered.js';
import { TOGETHER_ADDRESSES } from './together-addresses.js';
import { OPTION_ADDRESSES } from './option-addresses.js';
import { POST_ADDRESSES } from './post-addresses.js';

/** A page of the product: who looks at it, when, and what its title says. */
export interface Address {
  who: string | null;
  path: string;
  /** The stage of the request of Tanzania whose reference stands for `:ref`. */
  stage?: Stage;
  /** The stage of the post in Tanzania whose reference stands for `:ref`. */
  post?: PostStage;
  /** What stands for `:id`, where the page is of no case. */
  id?: string;
  /** Whose identifier stands for `:person`. */
  person?: string;
  title: string;
  status?: number;
  /** The most that the page may weigh, where it is no page to read: one that holds a long text in three languages. */
  largest?: number;
}

/** One of the examples that every installation starts with. */
/** A mail that waits in the tray. */
export const INBOUND_ID = '01990000-0000-7000-8000-000000000002';
const EXAMPLE_ID = '01990000-0000-7000-8000-000000000001';
/** The requests of the spec are submitted today. */
const ROUND = roundOf(new Date().toISOString());
const TANZANIA = 'United Republic of Tanzania';
const SECTION_TITLES = [
  'Country context',
  'Ownership',
  'Enabling national environment',
  'Strategic programming opportunities',
  'Sustainability',
  'Commitment of the RC and UNCT',
  'Terms of reference',
  'Cost, funding and hosting',
  'Documents and endorsements',
];

const open = (path: string, title: string): Address => ({ who: null, path, title });
const at = (stage: Stage, who: string, path: string, title: string): Address => ({ who, path, stage, title });
const of = (who: string, path: string, title: string): Address => ({ who, path, title });

/** Every page of the product, each at a stage at which there is something on it. */
export const ADDRESSES: Address[] = [
  open('/sign-in', 'Sign in'),
  open('/guidance', 'How advisers are requested and deployed'),
  open('/guidance/criteria', 'The five criteria'),
  open('/guidance/endorsements', 'Endorsements by link'),
  open('/guidance/scoring', 'How requests are scored'),
  open('/guidance/consultation', 'Consultation'),
  open('/guidance/panel', 'How a round is ranked'),
  open('/guidance/decisions', 'Decisions and letters'),
  open('/guidance/arrangements', 'Money and arrangements'),
  open('/guidance/terms-of-reference', 'Standard terms of reference'),
  open('/guidance/posts', 'Following a post'),
  open('/guidance/gaps', 'Gaps and what can bridge them'),
  open('/guidance/presences', 'Presences and reconciliation'),
  open('/guidance/advisers', 'For advisers'),
  open('/guidance/times', 'How long each step may take'),
  open('/accessibility', 'Accessibility'),
  open('/privacy', 'Privacy'),
  open('/help', 'Help'),
  { ...of('rc-tza', '/nothing-here', 'Page not found'), status: 404 },
  { ...at('draft', 'do-esa', '/requests/:ref', 'Page not found'), status: 404 },
  { ...at('scoring', 'rc-tza', '/requests/:ref/settle', 'You cannot do this here'), status: 403 },
  { ...at('screening', 'do-esa', '/requests/:ref/nudge', 'This cannot be done now'), status: 409 },
  { ...of('do-esa', '/requests/new', 'You cannot do this here'), status: 403 },

  of('rc-tza', '/', 'Your work'),
  of('rv-eze', '/', 'Your work'),
  of('do-esa', '/', 'Your work'),
  of('rt-esa', '/', 'Your work'),
  of('pc-oduya', '/', 'Your work'),
  of('ap-masangu', '/', 'Your work'),
  of('fm-vanderbeke', '/', 'Your work'),
  of('au-petrescu', '/', 'Your work'),
  of('ad-halvorsen', '/', 'Your work'),
  of('do-esa', '/requests', 'Requests'),
  of('do-esa', '/requests?q=Tanzania&status=open&sort=-submitted', 'Requests'),
  of('do-esa', '/presences?on=2015-11-01', 'Presences on 1 November 2015'),
  of('au-petrescu', '/presences?year=2016', 'Presences in 2016'),
  of('do-esa', '/deployments/reconciliation', 'Reconciliation'),
  { ...of('rc-tza', '/deployments/reconciliation', 'You cannot do this here'), status: 403 },
  of('rt-esa', '/advice', 'Advice'),
  of('rt-esa', '/deployments', 'Deployments'),
  of('do-esa', '/deployments/table?region=esa&status=held&endsWithin=12&sort=ends', 'All deployments'),
  of('rt-esa', '/deployments/board', 'Deployments by state'),
  of('rt-esa', '/deployments/timeline?years=16', 'Timeline of deployments'),
  of('rt-esa', '/deployments/map', 'Map of deployments'),
  of('do-esa', '/deployments/workload', 'Workload'),
  of('do-esa', '/deployments/calendar', 'Calendar of deployments'),
  of('rt-esa', '/deployments/gaps?by-day=1&by-month=3&by-year=2029', 'Gaps'),
  of('rt-esa', '/deployments/views?of=%2Fdeployments%2Ftable%3Fstatus%3Dheld', 'Saved views'),
  of('rt-esa', '/deployments/calendar/feeds', 'Calendar addresses'),
  of('rv-eze', '/reviews', 'Your reviews'),
  of('rv-eze', '/calibration', 'Worked examples'),
  { ...of('rv-eze', '/calibration/:id', 'An island State with a new institution'), id: EXAMPLE_ID },
  { ...of('pc-oduya', '/calibration/:id', 'An island State with a new institution'), id: EXAMPLE_ID },
  of('pc-oduya', '/calibration/new', 'Write a worked example'),
  of('ad-halvorsen', '/admin/terms', 'Standard terms of reference'),
  of('ap-masangu', '/decisions', 'Decisions in figures'),
  of('ap-masangu', '/delegation', 'Acting for you'),
  of('rco-tza', '/countries/TZA', `What is known: ${TANZANIA}`),
  of('ad-halvorsen', '/admin/rounds', 'Calls of the rounds'),
  of('ad-halvorsen', '/admin/holidays', 'Holidays of duty stations'),
  of('ad-halvorsen', '/admin/seats', 'Where people and offices sit'),
  of('ad-halvorsen', '/admin/seats/change?holder=arab', 'Where people and offices sit'),
  of('ad-halvorsen', '/admin/holidays/change?what=added&station=CHE&day=2027-03-03&name=A+day+off', 'Add a holiday'),
  of('ad-halvorsen', '/admin/rounds/2027-1', 'Call for the first round of 2027'),
  of('ad-halvorsen', '/webhooks', 'Webhooks'),
  of('do-esa', '/webhooks', 'Webhooks'),
  { ...of('do-esa', '/webhooks/:id', 'Board of the desk'), id: WEBHOOK_ID },
  { ...of('ad-halvorsen', '/webhooks/:id', 'Board of the desk'), id: WEBHOOK_ID },
  { ...of('ad-halvorsen', '/admin/delivery/holds/:id', '3 mails to 2 people'), id: HOLD_ID },
  of('ad-halvorsen', '/notices/rules', 'Rules of notices'),
  of('rt-esa', '/notices', 'Notices'),
  of('rt-esa', '/account/notices', 'How you are told'),
  of('rt-esa', '/account/away', 'Days away'),
  of('ad-halvorsen', '/admin/away', 'Who is away'),
  { who: null, path: '/unsubscribe/:token', title: 'End these mails' },
  of('ad-halvorsen', '/admin/delivery', 'Delivery of mail'),
  of('pc-oduya', '/panel/2027-1/date', 'When the panel of the first round of 2027 meets'),
  of('ad-halvorsen', '/admin/inbound', 'Mails that came in'),
  { ...of('ad-halvorsen', '/admin/inbound/:id', 'A question'), id: INBOUND_ID },
  of('ad-halvorsen', '/admin/letters', 'Decision letters'),
  of('ad-halvorsen', '/admin/letters/refusal/fr', 'Letter: Refusal, French, version 1'),
  of('ad-halvorsen', '/admin/letters/refusal/fr/new', 'New version of a letter: Refusal, French'),
  of('ad-halvorsen', '/admin/terms/1', 'Standard terms of reference, version 1'),
  { ...of('ad-halvorsen', '/admin/terms/new', 'New version of the standard terms'), largest: 26 * 1024 },
  of('ad-halvorsen', '/admin/criteria', 'Criteria'),
  of('ad-halvorsen', '/admin/criteria/1', 'Criteria, version 1'),
  of('ad-halvorsen', '/admin/criteria/new', 'New version of the criteria'),
  of('ad-halvorsen', '/admin/letters/refusal/fr/1', 'Letter: Refusal, French, version 1'),
  of('rv-eze', '/conflicts', 'Your conflicts of interest'),
  { ...of('ad-halvorsen', '/conflicts/:person', 'Conflicts of interest: Ngozi Eze-Lindholm'), person: 'rv-eze' },
  of('ad-halvorsen', '/conflicts', 'Your conflicts of interest'),
  of('rv-eze', '/working-languages', 'The languages you work in'),
  {
    ...of('ad-halvorsen', '/working-languages/:person', 'The languages in which Ngozi Eze-Lindholm works'),
    person: 'rv-eze',
  },
  of('rco-tza', '/requests/new', 'Start a request'),

  ...SECTION_TITLES.map((title, i) =>
    at('draft', 'rco-tza', `/requests/:ref/sections/${i + 1}`, `${title}: ${TANZANIA}`),
  ),
  at('draft', 'rco-tza', '/requests/:ref', `${TANZANIA}, :ref`),
  at('returned', 'rco-tza', '/requests/:ref/drafts', `Earlier texts: ${TANZANIA}, :ref`),
  at('returned', 'rco-tza', '/requests/:ref/drafts/1', `Earlier text: ${TANZANIA}, :ref`),
  at('draft', 'rco-tza', '/requests/:ref/details', `Details of the request: ${TANZANIA}`),
  at('draft', 'rco-tza', '/requests/:ref/form', `Write without a connection: ${TANZANIA}`),
  at('draft', 'rco-tza', '/requests/:ref/known', 'What is known already: :ref'),
  at('draft', 'rco-tza', '/requests/:ref/check', `Check against the five criteria: ${TANZANIA}`),
  at('draft', 'rc-tza', '/requests/:ref/submit', `Submit the request: ${TANZANIA}`),
  at('draft', 'rco-tza', '/requests/:ref/submit', `Submit the request: ${TANZANIA}`),
  at('draft', 'rco-tza', '/requests/:ref/endorsements', `Endorsements: ${TANZANIA}, :ref`),
  at('appointing', 'do-esa', '/requests/:ref/endorsements', `Endorsements: ${TANZANIA}, :ref`),
  at('draft', 'rco-tza', '/requests/:ref/abandon', `Abandon the draft: ${TANZANIA}`),
  at('draft', 'rco-tza', '/requests/:ref/documents', `Documents: ${TANZANIA}, :ref`),

  at('screening', 'rc-tza', '/requests/:ref/submitted', 'The request is submitted'),
  at('screening', 'rc-tza', '/requests/:ref/withdraw', `Withdraw the request: ${TANZANIA}`),
  at('screening', 'do-esa', '/requests/:ref/screening', `Completeness check: ${TANZANIA}, :ref`),
  at('returned', 'rco-tza', '/requests/:ref', `${TANZANIA}, :ref`),
  at('returned', 'rco-tza', '/requests/:ref/sections/2', `Ownership: ${TANZANIA}`),
  at('returned', 'rc-tza', '/requests/:ref/submit', `Submit the request again: ${TANZANIA}`),
  at('resubmitted', 'do-esa', '/requests/:ref/versions', `Versions: ${TANZANIA}, :ref`),
  at('resubmitted', 'do-esa', '/requests/:ref/versions/1', `Versions: ${TANZANIA}, :ref`),
  at('resubmitted', 'do-esa', '/requests/:ref/versions/2/changes', `What changed in version 2: ${TANZANIA}, :ref`),

  at('appointing', 'do-esa', '/requests/:ref/reviewers', `Reviewers: ${TANZANIA}, :ref`),
  at('appointing', 'rt-esa', '/advice/:ref', `Advice: ${TANZANIA}, :ref`),
  at('appointing', 'ap-masangu', '/requests/:ref/time', `Time: ${TANZANIA}, :ref`),
  at('appointing', 'do-esa', '/requests/:ref/consultation', `Consultation: ${TANZANIA}, :ref`),
  at('appointing', 'rt-esa', '/requests/:ref/consultation', `Consultation: ${TANZANIA}, :ref`),
  at('declaring', 'rv-eze', '/reviews/:ref/declaration', 'Conflict of interest'),
  at('declaring', 'rv-eze', '/reviews/:ref/decline', 'Decline the appointment'),
  at('declaring', 'do-esa', '/requests/:ref/reviewers', `Reviewers: ${TANZANIA}, :ref`),
  {
    ...at('declaring', 'do-esa', '/requests/:ref/reviewers/:person/release', 'Release Ngozi Eze-Lindholm'),
    person: 'rv-eze',
  },
  {
    ...at(
      'declaring',
      'pc-oduya',
      '/requests/:ref/reviewers/:person/conflict',
      'Record a conflict of interest: Ngozi Eze-Lindholm',
    ),
    person: 'rv-eze',
  },
  at('scoring', 'rv-eze', '/reviews/:ref', `Scores: ${TANZANIA}, :ref`),
  at('scoring', 'rv-eze', '/reviews/:ref/form', 'Score form: :ref'),
  at('scoring', 'do-esa', '/requests/:ref/reviews', `Reviews: ${TANZANIA}, :ref`),
  at('asked', 'rco-tza', '/requests/:ref/messages', `Messages: ${TANZANIA}, :ref`),
  at('asked', 'rv-sarrazin', '/requests/:ref/messages', `Messages: ${TANZANIA}, :ref`),
  at('changing', 'rco-tza', '/requests/:ref/messages', `Messages: ${TANZANIA}, :ref`),
  at('changing', 'rco-tza', '/requests/:ref/versions/in-hand/changes', `What would be submitted: ${TANZANIA}, :ref`),
  at('changing', 'rc-tza', '/requests/:ref/submit', `Submit the change as version 2: ${TANZANIA}`),
  at('scored', 'do-esa', '/requests/:ref/reviews', `Reviews: ${TANZANIA}, :ref`),
  at('revealed', 'rv-eze', '/requests/:ref/reviews', `Reviews: ${TANZANIA}, :ref`),
  at('revealed', 'pc-oduya', '/requests/:ref/settle', `Settle the scores: ${TANZANIA}, :ref`),
  at('recommendation', 'pc-oduya', '/requests/:ref/recommendation', `Recommendation: ${TANZANIA}, :ref`),
  at('recommendation', 'pc-oduya', '/panel', `Panel, ${roundName(ROUND)}`),
  at('recommendation', 'ap-masangu', `/panel/${ROUND}`, `Panel, ${roundName(ROUND)}`),
  at('recommendation', 'fm-vanderbeke', `/panel/${ROUND}/money`, `Money of the ${roundName(ROUND)}`),
  at('recommendation', 'pc-oduya', `/panel/${ROUND}/prepared`, 'Send prepared recommendations'),
  at('decision', 'ap-masangu', '/decisions/:ref', `Decision: ${TANZANIA}, :ref`),
  at('offered', 'rc-tza', '/requests/:ref/offer', `Answer the offer: ${TANZANIA}`),
  at('declined', 'ap-masangu', '/requests/:ref/reopen', `Reopen the request: ${TANZANIA}`),
  at('declined', 'ap-masangu', '/requests/:ref/letter/correct', 'Correct the letter: :ref'),
  at('declined', 'do-esa', '/requests/:ref/send-letter-again', `Send the letter again: ${TANZANIA}`),
  at('decision', 'do-esa', '/requests/:ref/nudge', `Nudge whoever is waited for: ${TANZANIA}`),
  at('declined', 'do-esa', '/requests/:ref/replies', 'Messages by mail: :ref'),
  at('copied', 'rc-tza', '/requests/:ref/since', `What changed since the earlier request: ${TANZANIA}, :ref`),
  at('declined', 'rc-tza', '/requests/:ref/copy?as=again', `Ask again: ${TANZANIA}`),
  at('declined', 'rc-tza', '/requests/:ref/reconsideration', `Ask for reconsideration: ${TANZANIA}`),

  at('approved', 'rc-tza', '/requests/:ref', `${TANZANIA}, :ref`),
  at('approved', 'do-esa', '/requests/:ref', `${TANZANIA}, :ref`),
  at('approved', 'do-esa', '/requests/:ref/full', `Full request: ${TANZANIA}, :ref`),
  at('approved', 'do-esa', '/requests/:ref/history', `History: ${TANZANIA}, :ref`),
  at('approved', 'rc-tza', '/requests/:ref/letter', `Decision letter: ${TANZANIA}, :ref`),
  at('approved', 'ap-masangu', '/decisions/:ref', `Decision: ${TANZANIA}, :ref`),
  at('approved', 'fm-vanderbeke', '/requests/:ref/funding', `Money: ${TANZANIA}, :ref`),
  at('arranging', 'rc-tza', '/requests/:ref', `${TANZANIA}, :ref`),
  at('arranging', 'fm-vanderbeke', '/requests/:ref/funding', `Money: ${TANZANIA}, :ref`),
  at('arranging', 'rc-tza', '/requests/:ref/arrangements', `Arrangements: ${TANZANIA}, :ref`),
  at('arranging', 'rc-tza', '/requests/:ref/cost-sharing', `Confirm the cost sharing: ${TANZANIA}, :ref`),
  at('arranging', 'rco-tza', '/requests/:ref/hosting', `Confirm the hosting: ${TANZANIA}, :ref`),
  at('arranging', 'rco-tza', '/requests/:ref/terms', `Terms of reference: ${TANZANIA}, :ref`),
  at('arranging', 'do-esa', '/requests/:ref/terms/edit', `Write the terms: ${TANZANIA}, :ref`),
  at('proposed', 'rco-tza', '/requests/:ref/terms/edit', `Change the terms: ${TANZANIA}, :ref`),
  at('proposed', 'rc-tza', '/requests/:ref/terms/sign', `Sign version 1: ${TANZANIA}, :ref`),

  ...POST_ADDRESSES,
  ...OPTION_ADDRESSES,
  ...TOGETHER_ADDRESSES,
];

const TYPICAL = [
  '/sign-in',
  '/requests',
  '/requests/new',
  '/requests/:ref/sections/1',
  '/requests/:ref/sections/8',
  '/requests/:ref/check',
  '/requests/:ref/screening',
  '/reviews/:ref',
  '/requests/:ref/settle',
  '/decisions/:ref',
  '/requests/:ref/full',
  '/requests/:ref/history',
  '/requests/:ref/funding',
  '/requests/:ref/arrangements',
  '/requests/:ref/hosting',
  '/requests/:ref/terms',
  '/requests/:ref/terms/edit',
  '/guidance/times',
  '/presences?on=2015-11-01',
  '/deployments',
  '/deployments/board',
  '/deployments/timeline?years=16',
  '/deployments/map',
  '/deployments/calendar',
  '/deployments/gaps?by-day=1&by-month=3&by-year=2029',
  '/deployments/:ref',
  '/deployments/:ref/work-plan',
  '/deployments/:ref/work-plan/edit',
  '/deployments/:ref/reports/new?of=:due',
];

/** One page of each kind, for what takes long to look at. */
export const TYPICAL_ADDRESSES: Address[] = TYPICAL.map((path) => ADDRESSES.find((address) => address.path === path)!);
