import { STANDINGS } from '#casework';
import {
  CRITERIA,
  DEPLOYMENT_EVENT_TYPES,
  DEPLOYMENT_STATE_NAMES,
  GAP_REASONS,
  LANGUAGES,
  MODALITIES,
  PROGRESS,
  RECRUITMENT_STAGES,
  REPORT_KINDS,
  REPORTING_PARTS,
} from '#domain';
import {
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
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const span = { from: day, until: maybe(day) };
const POST: Schema = whole({
  title: text,
  modality: choice(Object.keys(MODALITIES)),
  language: choice(Object.keys(LANGUAGES)),
  grade: text,
  dutyStation: text,
  host: maybe(text),
  coverage: list(whole({ ...span, country: text, daysPerMonth: maybe(number) })),
  regions: list(text),
  framework: list(whole({ from: day, under: yes })),
  cluster: maybe(text),
  reporting: list(whole({ ...span, part: choice(Object.keys(REPORTING_PARTS)), name: text, title: text })),
});
const THREAD_ITEM: Schema = whole({
  id: text,
  text,
  outcome: text,
  adviser: text,
  result: maybe(whole({ progress: choice(Object.keys(PROGRESS)), text, period: text, on: day })),
});

/** A post as lists have it. */
const LISTED: Schema = whole({
  ref: { type: 'string', examples: ['DEP-2027-001'] },
  title: text,
  state: choice(DEPLOYMENT_STATE_NAMES),
  status: { type: 'string', description: 'The state in words' },
  standing: { ...choice(STANDINGS), description: 'What stands out today' },
  note: { type: 'string', description: 'What to know of it today, in words' },
  gap: maybe(choice(['now', 'ahead'])),
  recruitment: maybe(text),
  modality: choice(Object.keys(MODALITIES)),
  host: maybe(text),
  dutyStation: text,
  cluster: { ...maybe(text), description: 'The regional office that leads the cluster of posts' },
  countries: list(text),
  regions: list(text),
  framework: yes,
  adviser: maybe(text),
  adviserId: maybe(text),
  inPostSince: maybe(day),
  endsOn: maybe(day),
  emptySince: maybe(day),
  successor: maybe(text),
  successorOn: maybe(day),
  expectedOn: { ...maybe(day), description: 'As agreed, else by the medians of the stages to come' },
  renewal: maybe(text),
  stageSince: maybe(day),
  gapFrom: maybe(day),
  gapUntil: maybe(day),
  toEnd: yes,
  funding: list(text),
  fundedUntil: maybe(day),
  changedAt: instant,
  bridge: maybe(whole({ kind: text, by: text, until: maybe(day) })),
});
const GAPS: Schema = whole({
  total: number,
  items: list({
    allOf: [
      LISTED,
      whole({
        reason: maybe(choice(Object.keys(GAP_REASONS))),
        reasonText: maybe(text),
        suggestions: list(whole({ kind: text, by: text, why: text })),
      }),
    ],
  }),
});
const MEDIAN: Schema = whole({
  days: { type: 'number', description: 'Calendar days' },
  of: number,
  basis: choice(['record', 'settings']),
});

/** Posts, as the API gives them. */
export const DEPLOYMENT_SCHEMAS: Record<string, Schema> = {
  Deployment: object(
    {
      id: text,
      ref: { type: 'string', examples: ['DEP-2027-001'] },
      revision,
      state: choice(DEPLOYMENT_STATE_NAMES),
      status: text,
      createdAt: instant,
      post: POST,
      origin: object({ kind: text, reference: text }),
      funding: list(object({})),
      terms: maybe(object({})),
      incumbencies: list(object({ id: text, ...span, endsOn: maybe(day) })),
      bridges: list(object({ id: text, ...span, kind: text, by: text })),
      recruitments: list(object({ id: text })),
      renewals: list(object({ openedOn: day, decideBy: day })),
      notes: list(object({ id: text, text })),
      ending: maybe(object({ reason: text, on: day })),
    },
    { required: ['id', 'ref', 'revision', 'state', 'status', 'post', 'origin', 'incumbencies'] },
  ),
  PostActions: whole({
    ref,
    revision,
    actions: list(
      object(
        { type: choice(DEPLOYMENT_EVENT_TYPES), label: text, allowed: yes, code: text, reason: text },
        { required: ['type', 'label', 'allowed'] },
      ),
    ),
    awaited: list(
      whole({
        clock: text,
        who: text,
        what: text,
        since: instant,
        due: day,
        nudged: {
          type: 'string',
          description: 'By whom and when its holder was nudged last, in words; empty where nobody was',
        },
        canNudge: { type: 'boolean', description: 'Whether you can nudge its holder by the step NUDGE' },
        from: { ...maybe(instant), description: 'From when its holder can be nudged again; null where that is now' },
      }),
    ),
  }),
  DeploymentList: whole({
    items: list(LISTED),
    next: maybe({ type: 'string', description: 'Give it as “after” to go on; null at the end' }),
  }),
  Gaps: whole({
    now: GAPS,
    ahead: GAPS,
    medians: whole(Object.fromEntries(Object.keys(RECRUITMENT_STAGES).map((stage) => [stage, MEDIAN]))),
  }),
  Report: whole({
    id: text,
    for: choice(['ohchr', 'rc', 'fund']),
    kind: choice(Object.keys(REPORT_KINDS)),
    period: text,
    by: text,
    at: instant,
    summary: text,
    results: list(
      whole({
        planItem: maybe(text),
        line: maybe(text),
        criterion: maybe(choice(CRITERIA)),
        progress: choice(Object.keys(PROGRESS)),
        progressText: text,
        text,
      }),
    ),
    challenges: text,
    support: text,
    confidential: { type: 'string', description: 'Empty for every reader but OHCHR' },
  }),
  Thread: page(
    whole({
      criterion: maybe(choice(CRITERIA)),
      name: text,
      settled: maybe(number),
      conditions: list(whole({ text, items: list(THREAD_ITEM) })),
      items: list(THREAD_ITEM),
      findings: list(whole({ adviser: text, text })),
    }),
  ),
};
