import type { PostRead, SignedIn } from '#casework';
import { deploymentEventRule, type DeploymentDecision } from '#domain';
import type { Names } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { hrefOfTab, postFrame, tabText } from './post-frame.js';
import { answerRows, fieldsOf } from './step-fields.js';
import type { Around, StepForm } from './step-form.js';
import { outcomeLines } from './step-outcome.js';

export interface StepPageInput {
  form: StepForm;
  view: PostRead;
  me: SignedIn;
  typed: Form;
  names: Names;
  around: Around;
}

/** What both pages of a step begin with. */
function headOf({ form, view, me, names }: StepPageInput) {
  const { ref } = view.facts;
  const { label } = deploymentEventRule(form.event);
  const frame = postFrame(view, me, 'summary', names);
  const page = tabText(form.page);
  return {
    title: `${label}: ${frame.title}`,
    breadcrumbs: [
      frame.breadcrumbs[0]!,
      { text: frame.place, href: paths.deployment(ref) },
      ...(form.page === 'summary' ? [] : [{ text: page, href: hrefOfTab(ref, form.page) }]),
      { text: label },
    ],
    eyebrow: `${ref}, ${frame.place}`,
    heading: label,
    hidden: stepFields(view.revision),
    back: {
      text: form.page === 'summary' ? 'Back to the post' : `Back to ${page.charAt(0).toLowerCase()}${page.slice(1)}`,
      href: hrefOfTab(ref, form.page),
    },
  };
}

/** The page on which a step is asked for. */
export function stepPage(input: StepPageInput, errors: PageError[] = []) {
  const { form, view, typed, around } = input;
  return {
    ...headOf(input),
    lead: form.lead(view.facts),
    fields: fieldsOf(form.asks(view.facts, around), typed, errors),
    button: form.final ? 'Continue' : deploymentEventRule(form.event).label,
    errors,
  };
}

/** The page on which a final step is looked at before it is taken: what was said, and what follows from it. */
export function checkPage(input: StepPageInput, decision: DeploymentDecision) {
  const { form, view, typed, around } = input;
  const asked = form.asks(view.facts, around);
  const head = headOf(input);
  return {
    ...head,
    lead: 'Read what follows before you go on. Those concerned are told at once.',
    rows: answerRows(asked, typed),
    follows: outcomeLines({ before: view.facts, after: decision.facts }, decision),
    hidden: [
      ...head.hidden,
      ...Object.keys(typed)
        .filter((name) => !['revision', 'once', 'confirmed'].includes(name))
        .map((name) => ({ kind: 'hidden', name, value: text(typed, name) })),
    ],
    button: deploymentEventRule(form.event).label,
  };
}
