import type { DeploymentEvent, DeploymentEventType } from '#domain';
import type { Form } from '../shell/exchange.js';
import { answersOf, type Asked } from './step-fields.js';
import type { StepForm } from './step-form.js';
import { COVER_FORMS } from './steps-of-cover.js';
import { EXIT_FORMS } from './steps-of-exit.js';
import { RECRUITMENT_FORMS } from './steps-of-recruitment.js';
import { RENEWAL_FORMS } from './steps-of-renewal.js';
import { TERM_FORMS } from './steps-of-term.js';

/** Every step of a post that is taken on a page of its own, by the last word of its address. */
export const STEP_FORMS: Readonly<Record<string, StepForm>> = {
  ...RECRUITMENT_FORMS,
  ...TERM_FORMS,
  ...RENEWAL_FORMS,
  ...EXIT_FORMS,
  ...COVER_FORMS,
};

const SLUGS = new Map(Object.entries(STEP_FORMS).map(([slug, { event }]) => [event, slug]));
/** The last word of the address where a step is taken; undefined for steps that stand on another page. */
export const slugOf = (event: DeploymentEventType): string | undefined => SLUGS.get(event);

/** What was typed as the step that it is; what is wrong with it the domain says. */
export const stepTyped = (form: StepForm, asked: readonly Asked[], typed: Form): DeploymentEvent =>
  ({ type: form.event, ...answersOf(asked, typed) }) as DeploymentEvent;
