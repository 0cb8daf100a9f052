import type { CaseView } from '#casework';
import {
  arrangementsOf,
  ruleOfPart,
  type ArrangementPart,
  type RequestContent,
  type RequestEventType,
  type RequestFacts,
} from '#domain';
import { caseFrame } from '../request/case-frame.js';
import type { Names } from '../request/case-words.js';
import type { Field } from '../request/field-models.js';
import type { Done } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import type { Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';
import {
  confirmCostShare,
  confirmHosting,
  costShareFields,
  hostingFields,
  hostingKnown,
  type Confirming,
} from './confirming.form.js';

/** One of the two parts that the country's side confirms, each on a page of its own. */
export interface ConfirmingPage {
  part: ArrangementPart;
  step: Extract<RequestEventType, 'CONFIRM_COST_SHARE' | 'CONFIRM_HOSTING'>;
  title: string;
  done: Done;
  path: (ref: string) => string;
  read(form: Form): Confirming;
  known(facts: RequestFacts): Form;
  fields(facts: RequestFacts, form: Form, errors: readonly PageError[], names: Names): Field[];
}

export const CONFIRMING = {
  'cost-sharing': {
    part: 'costSharing',
    step: 'CONFIRM_COST_SHARE',
    title: 'Confirm the cost sharing',
    done: 'costShareConfirmed',
    path: paths.costSharing,
    read: confirmCostShare,
    known: () => ({}),
    fields: costShareFields,
  },
  hosting: {
    part: 'hosting',
    step: 'CONFIRM_HOSTING',
    title: 'Confirm the hosting',
    done: 'hostingConfirmed',
    path: paths.hosting,
    read: confirmHosting,
    known: hostingKnown,
    fields: hostingFields,
  },
} as const satisfies Record<string, ConfirmingPage>;

/** What the request itself promised, for whoever confirms it. */
function promised(part: ArrangementPart, content: RequestContent): { label: string; text: string }[] {
  if (part !== 'hosting') return [];
  const { office, security, transport } = content.sections?.costAndHosting?.hosting ?? {};
  return [
    { label: 'Office', text: office ?? '' },
    { label: 'Security', text: security ?? '' },
    { label: 'Transport', text: transport ?? '' },
  ].filter((line) => line.text);
}

export interface ConfirmingInput {
  page: ConfirmingPage;
  view: CaseView;
  content: RequestContent;
  names: Names;
  form: Form;
  errors: PageError[];
}

/** The page on which one part is confirmed. */
export function confirmingContext({ page, view, content, names, form, errors }: ConfirmingInput) {
  const { facts } = view;
  const frame = caseFrame(view, 'arrangements', names);
  const clock = facts.clocks.find((c) => c.key === page.part);
  const acting =
    arrangementsOf(facts)?.hosting && page.part === 'hosting'
      ? 'It was confirmed before; what you enter takes its place. '
      : '';
  return {
    title: `${page.title}: ${frame.place}, ${facts.ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, -1),
      { text: 'Arrangements', href: paths.arrangements(facts.ref) },
      { text: page.title },
    ],
    ...(errors.length ? { errors } : {}),
    heading: page.title,
    eyebrow: `${facts.ref}, ${frame.place}`,
    lead: `${acting}${clock ? `Due by ${date(clock.dueOn)}.` : ''}`,
    rule: ruleOfPart(facts, page.part)?.words ?? '',
    fields: page.fields(facts, form, errors, names),
    promised: promised(page.part, content),
    action: page.path(facts.ref),
    back: paths.arrangements(facts.ref),
  };
}
