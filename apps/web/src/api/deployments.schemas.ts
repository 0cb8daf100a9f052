import { CRITERIA, DEPLOYMENT_STATE_NAMES, LANGUAGES, MODALITIES, PROGRESS, REPORTING_PARTS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  page,
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
