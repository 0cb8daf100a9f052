import type { PostRead, SignedIn } from '#casework';
import { presentTerm, SIDES, type WorkPlan } from '#domain';
import { listed, type Names } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { one, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { postFrame } from './post-frame.js';
import { orOneLine, type TypedLine } from './work-plan.form.js';
import { drawLines } from './work-plan-lines.js';

export interface PlanTyped {
  lines: TypedLine[];
  errors: PageError[];
  /** The form that is drawn again, where it was not refused. */
  from?: Form;
}

function asksAgain({ version, agreed }: WorkPlan): string {
  if (version === 0) return '';
  const sides = (['rc', 'ohchr'] as const).filter((side) =>
    agreed.some((a) => a.side === side && a.version === version),
  );
  const who = sides.length
    ? `${listed(sides.map((side) => (side === 'rc' ? `The ${SIDES.rc}` : SIDES.ohchr)))} ${sides.length === 1 ? 'has' : 'have'} agreed to version ${version}.`
    : `Nobody has agreed to version ${version} yet.`;
  return `${who} A change makes version ${version + 1}, and both sides are asked again.`;
}

/** The form of the work plan, with what was typed. */
export function workPlanForm(view: PostRead, me: SignedIn, names: Names, { lines, errors, from }: PlanTyped) {
  const { facts } = view;
  const { ref } = facts;
  const term = presentTerm(facts)!;
  const frame = postFrame(view, me, 'workPlan', names);
  const heading = term.workPlan.version === 0 ? 'Write the work plan' : 'Change the work plan';
  const fresh = stepFields(view.revision);
  return {
    title: `${heading}: ${frame.place}, ${ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, 2),
      { text: 'Work plan', href: paths.deploymentPage(ref, 'workPlan') },
      { text: heading },
    ],
    eyebrow: `${ref}, ${frame.place}`,
    heading,
    lead: 'What you will do, line by line: why the post was approved for it, and how it shows in the cooperation framework.',
    asksAgain: asksAgain(term.workPlan),
    lines: drawLines(orOneLine(lines), { term, conditions: facts.origin.conditions, errors }),
    itemsError: errors.find((e) => e.href === '#items')?.text,
    hidden: from ? fresh.map((f) => ({ ...f, value: one(from, f.name) || f.value })) : fresh,
    action: paths.workPlanEdit(ref),
    back: paths.deploymentPage(ref, 'workPlan'),
    ...(errors.length ? { errors } : {}),
  };
}
