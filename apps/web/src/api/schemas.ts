import { APPOINTING_SCHEMAS } from './appointing.schemas.js';
import {
  CRITERIA,
  EVENT_TYPES,
  LANGUAGES,
  MODALITIES,
  POSITIONS,
  QUESTIONS,
  REQUEST_TYPES,
  ROLE_NAMES,
  STATE_NAMES,
  TRACKS,
} from '#domain';
import { ARRANGEMENT_SCHEMAS } from './arrangements.schemas.js';
import { ASSESSMENT_SCHEMAS } from './assessment.schemas.js';
import { DEPLOYMENT_SCHEMAS } from './deployments.schemas.js';
import { OPTION_SCHEMAS } from './options.schemas.js';
import { WEBHOOK_SCHEMAS } from './webhooks.schemas.js';
import { DELIVERY_SCHEMAS } from './delivery.schemas.js';
import { INBOUND_SCHEMAS } from './inbound.schemas.js';
import { PANEL_SCHEMAS } from './panel.schemas.js';
import { COUNTRY_SCHEMAS } from './countries.schemas.js';
import { COMMENT_SCHEMAS, SIGNING } from './comments.schemas.js';
import { DRAFT_SCHEMAS } from './drafts.schemas.js';
import { SCORING_SCHEMAS } from './scoring.schemas.js';
import { WORD_FORM_SCHEMAS } from './word-form.schemas.js';
import { EXAMPLE_SCHEMAS } from './worked-examples.schemas.js';
import { PRESENCE_SCHEMAS } from './presences.schemas.js';
import { CONSULTATION_SCHEMAS } from './consultation.schemas.js';
import { ENDORSEMENT_LINE, ENDORSEMENT_SCHEMAS } from './endorsements.schemas.js';
import { HOLIDAY_SCHEMAS } from './holidays.schemas.js';
import { NOTICE_SCHEMAS } from './notices.schemas.js';
import { LETTER_SCHEMAS } from './letters.schemas.js';
import { TERMS_SCHEMAS } from './terms.schemas.js';
import {
  byCriterion,
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  page,
  ref,
  revision,
  text,
  texts,
  to,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

/** The content of a request: the shape in which it is written and read. */
const CONTENT: Record<string, Schema> = {
  title: { type: 'string', maxLength: 300 },
  language: choice(Object.keys(LANGUAGES)),
  type: choice(Object.keys(REQUEST_TYPES)),
  track: choice(Object.keys(TRACKS)),
  urgentReason: text,
  modality: choice(Object.keys(MODALITIES)),
  round: { type: 'string', description: 'Left aside: the round is given at submission' },
  countries: list({ type: 'string', pattern: '^[A-Z]{3}$' }),
  dutyStation: text,
  requestedBy: texts(['name', 'title', 'email']),
  requestedStart: day,
  durationMonths: { type: 'integer', minimum: 1, maximum: 60 },
  sections: object({
    context: text,
    ...Object.fromEntries(Object.entries(QUESTIONS).map(([key, questions]) => [key, texts(Object.keys(questions))])),
    termsOfReference: object({
      addedDuties: list(text),
      workingLanguages: list(text),
      level: text,
      deviationsFromStandard: text,
    }),
    risk: {
      ...texts(['tier', 'text', 'mitigation']),
      description: 'Read by the Resident Coordinator’s side and OHCHR only',
    },
    costAndHosting: object({}),
    coveragePlan: list(object({ country: text, daysPerYear: number, first: text, shareUSD: { type: 'number' } })),
    documentsExpected: list(text),
  }),
  endorsements: list(object({})),
  selfAssessment: byCriterion(object({ score: maybe({ type: 'integer', minimum: 0, maximum: 4 }), reason: text })),
  mechanismRecommendations: list(object({})),
};

const approvedModality = {
  ...maybe(choice(Object.keys(MODALITIES))),
  description:
    'The form of support that was approved or accepted as an offer; it may be another than the one asked for',
};
const LISTED = {
  ref,
  title: text,
  countries: list(text),
  regions: list(text),
  type: text,
  track: text,
  modality: text,
  approvedModality,
  round: text,
  state: choice(STATE_NAMES),
  status: { type: 'string', description: 'The state in words' },
  version: number,
  revision,
  createdAt: instant,
  submittedAt: maybe(instant),
  changedAt: instant,
  dueOn: maybe(day),
  holder: maybe(text),
};
const REQUEST = {
  ref,
  revision,
  state: choice(STATE_NAMES),
  status: text,
  round: text,
  regions: list(text),
  countryNames: list(text),
  version: { type: 'integer', description: 'The last version that was submitted; 0 while there is none' },
  createdAt: instant,
  submittedAt: maybe(instant),
  approvedModality,
  ...SIGNING,
  returned: maybe(object({})),
  clarifications: list(object({ id: text, question: text, answer: maybe(text), mayChange: yes, answeredIn: number })),
  endorsementTable: {
    ...list(ENDORSEMENT_LINE),
    description: 'What agencies said themselves, beside what the office entered',
  },
  advice: list(
    object({
      from: text,
      role: text,
      region: maybe(text),
      office: maybe(text),
      named: object({ name: text, organisation: text, question: text }),
      state: text,
      position: choice(POSITIONS),
      option: to('AttachedOption'),
    }),
  ),
  decisions: list(object({ action: text, option: to('AttachedOption') })),
  waiting: list(whole({ holder: text, region: maybe(text), since: instant, dueOn: day, stopped: yes })),
  ended: maybe(object({})),
  funding: list(to('FundingEntry')),
  revalidated: list(object({ at: instant, until: day, reason: text, by: text })),
  arrangements: maybe(to('Arrangements')),
};
const IN_HAND = {
  changeInHand: { ...yes, description: 'The office has a change that is not submitted; said to nobody else' },
};
const PERSON = whole({ id: text, name: text, email: text, title: text, language: text });
const ASSIGNMENT = object({
  role: choice(ROLE_NAMES),
  regions: list(text),
  countries: list(text),
  actingFor: text,
});

/** Every schema of the description, by its name. */
export const SCHEMAS: Record<string, Schema> = {
  ...ARRANGEMENT_SCHEMAS,
  ...DEPLOYMENT_SCHEMAS,
  ...OPTION_SCHEMAS,
  ...PANEL_SCHEMAS,
  ...DELIVERY_SCHEMAS,
  ...WEBHOOK_SCHEMAS,
  ...INBOUND_SCHEMAS,
  ...SCORING_SCHEMAS,
  ...WORD_FORM_SCHEMAS,
  ...COMMENT_SCHEMAS,
  ...DRAFT_SCHEMAS,
  ...COUNTRY_SCHEMAS,
  ...EXAMPLE_SCHEMAS,
  ...LETTER_SCHEMAS,
  ...HOLIDAY_SCHEMAS,
  ...NOTICE_SCHEMAS,
  ...CONSULTATION_SCHEMAS,
  ...ENDORSEMENT_SCHEMAS,
  ...PRESENCE_SCHEMAS,
  ...TERMS_SCHEMAS,
  RequestContent: object(CONTENT),
  Request: { allOf: [to('RequestContent'), whole(REQUEST), object(IN_HAND)] },
  RequestList: whole({
    items: list(whole(LISTED)),
    next: maybe({ type: 'string', description: 'Give it as “after” to go on; null at the end' }),
  }),
  Step: whole({ ref, revision, state: choice(STATE_NAMES), status: text }),
  Actions: whole({
    ref,
    revision,
    actions: list(
      object(
        { type: choice(EVENT_TYPES), label: text, allowed: yes, code: text, reason: text },
        { required: ['type', 'label', 'allowed'] },
      ),
    ),
  }),
  Me: whole({ id: text, name: text, email: text, language: text, assignments: list(ASSIGNMENT) }),
  Todos: whole({
    items: list(whole({ ref, countries: list(text), what: text, dueOn: day, since: instant })),
    waitingForOthers: {
      ...list(
        whole({
          ref,
          countries: list(text),
          given: { type: 'integer', description: 'How many approvers decided the same so far' },
          needed: { type: 'integer', description: 'How many have to' },
          stillAsked: { ...list(text), description: 'Names of those who could still decide' },
        }),
      ),
      description: 'What you decided as one of several approvers: it waits for others, not for you',
    },
  }),
  Timeline: whole({
    items: list(
      whole({
        revision,
        at: instant,
        type: choice(EVENT_TYPES),
        name: { type: 'string', description: 'The step in the past tense, such as “submitted”' },
        by: text,
        role: maybe(text),
        actingFor: maybe(text),
        data: object({}),
      }),
    ),
    next: maybe({ type: 'integer', description: 'Give it as “before” to go on; null at the end' }),
  }),
  Versions: page(
    whole({ number, submittedAt: instant, submittedBy: text, actingFor: maybe(text), gapsReason: maybe(text) }),
  ),
  Version: object({
    number,
    content: to('RequestContent'),
    documents: list(to('Document')),
    questions: list(object({})),
    submittedAt: instant,
  }),
  ...ASSESSMENT_SCHEMAS,
  Reviewers: page({ allOf: [PERSON, whole({ open: number })] }),
  ...APPOINTING_SCHEMAS,
  Framework: whole({
    id: text,
    version: number,
    name: text,
    appliesTo: maybe({ ...choice(Object.keys(REQUEST_TYPES)), description: 'Null: every type without one of its own' }),
    inForce: { type: 'boolean', description: 'For requests that are submitted now' },
    fromRound: { ...maybe(text), description: 'The first round whose requests it judges; null: at once' },
    publishedAt: instant,
    publishedBy: text,
    criteria: list(
      whole({
        key: choice(CRITERIA),
        name: text,
        weight: { type: 'integer', description: 'All five add up to 100' },
        question: text,
        guidance: list(text),
        levels: { ...list(text), minItems: 5, maxItems: 5, description: 'What scores 0 to 4 mean' },
        threshold: { type: 'integer', minimum: 0, maximum: 4 },
      }),
    ),
    totalThreshold: { type: 'integer', minimum: 0, maximum: 100 },
    moderationSpread: { type: 'integer', minimum: 1, maximum: 4 },
    minimumReviewers: { type: 'integer', minimum: 1, maximum: 9 },
    approvals: { type: 'integer', minimum: 1, maximum: 5, description: 'How many approvers decide the same' },
  }),
  Frameworks: page(to('Framework')),
  Document: object({
    id: text,
    name: { type: 'string', description: 'As it was given' },
    type: { type: 'string', description: 'By content' },
    size: number,
    sha256: text,
    section: number,
    tier: choice(['case', 'risk']),
    at: instant,
  }),
  Documents: page(to('Document')),
  Attached: whole({ ref, revision, document: maybe(to('Document')) }),
  Detached: whole({ ref, revision }),
  Problem: object(
    {
      type: text,
      title: text,
      status: number,
      code: { type: 'string', description: 'Stable; made for programs' },
      detail: { type: 'string', description: 'A sentence that a person understands' },
      errors: list(whole({ path: text, message: text })),
      revision: { type: 'integer', description: 'The current revision, with 412' },
      reference: { type: 'string', description: 'The number of a failure of ours, with 500' },
    },
    { required: ['type', 'title', 'status', 'code', 'detail'], description: 'RFC 9457' },
  ),
};
