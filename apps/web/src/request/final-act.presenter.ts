import type { CaseView } from '#casework';
import {
  lastDecision,
  offeredOption,
  standingLetter,
  type Assignment,
  type ClockSettings,
  type FieldProblem,
  type RequestContent,
} from '#domain';
import { offeredShown } from '../options/option-words.js';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { placeOf, type Names } from './case-words.js';
import { errorOf, summaryOf } from './field-models.js';
import type { ActForm, FinalAct } from './final-acts.js';
import { letterShown } from './letter.presenter.js';
import { requestFacts } from './request-facts.js';
import { signingAs } from './submit.presenter.js';
import { summaryRows } from './summary-rows.js';

export interface FinalActInput {
  act: FinalAct;
  view: CaseView;
  content: RequestContent;
  typed: ActForm;
  signs: Assignment;
  signerName: string;
  problems?: FieldProblem[];
  trouble?: string | undefined;
  names: Names;
  clocks: ClockSettings;
}

/** Where the problems of a step stand on its page, in its words: a note and a reason are one field here. */
const onPage = (problems: readonly FieldProblem[], { code }: ActForm): FieldProblem[] =>
  problems.map((p) => {
    if (p.path === 'note') return { ...p, path: 'reason' };
    return p.path === 'code' && code === '' ? { ...p, message: 'Choose why it is withdrawn' } : p;
  });

/** A final act on a page of its own. */
export function finalActPage(input: FinalActInput) {
  const { act, view, content, typed, signs, names } = input;
  const { ref, summary } = view.facts;
  const decision = lastDecision(view.facts);
  const letter = decision && standingLetter(decision);
  const offered = offeredOption(view.facts);
  const place = placeOf(summary.countries, names);
  const problems = onPage(input.problems ?? [], typed);
  const fields = act.fields(typed, view.facts).map((field) => ({ ...field, error: errorOf(problems, field.name) }));
  const errors = [
    ...(input.trouble ? [{ text: input.trouble }] : []),
    ...summaryOf(problems, new Set(fields.map((f) => f.name))),
  ];
  return {
    title: `${act.heading}: ${place}`,
    heading: act.heading,
    lead: act.lead,
    eyebrow: `${ref}, ${place}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: act.heading },
    ],
    full: paths.full(ref),
    summary: summaryRows([{ label: 'Title', value: summary.title }, ...requestFacts(view.facts, content, names)]),
    option: act.letter && offered ? offeredShown(offered, names) : null,
    letter: act.letter && letter ? letterShown(letter) : null,
    fields,
    follows: act.follows(view.facts, input.clocks),
    signature: { name: input.signerName, as: signingAs(signs.role, signs.actingFor) },
    hidden: stepFields(view.revision),
    button: act.button,
    warning: act.warning ?? false,
    back: { text: 'Back to the request', href: paths.request(ref) },
    ...(errors.length ? { errors } : {}),
  };
}
