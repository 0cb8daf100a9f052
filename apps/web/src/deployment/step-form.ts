import type { Day, DeploymentEvent, DeploymentEventType, DeploymentFacts } from '#domain';
import type { Form } from '../shell/exchange.js';
import type { PostTab } from './post-frame.js';
import type { Asked } from './step-fields.js';

/** What a form needs to know besides the post. */
export interface Around {
  today: Day;
  countries: readonly { value: string; text: string }[];
  /** OHCHR records what somebody else said. */
  forAnother?: true;
  /** Whom this person can nudge. */
  whom?: NonNullable<Asked['options']>;
}
/** A step that is taken on a page of its own: what it says, what it asks, what stands in it at first. */
export interface StepForm {
  event: DeploymentEventType;
  /** The page of the post to which it belongs: from there it is taken, and there one is afterwards. */
  page: PostTab;
  /** It cannot be taken back, so what follows from it is shown before it is taken. */
  final?: true;
  /** What might be overlooked in what was typed: where there is any, it is shown before the step is taken. */
  warns?: (facts: DeploymentFacts, typed: DeploymentEvent) => boolean;
  lead: (facts: DeploymentFacts) => string;
  asks: (facts: DeploymentFacts, around: Around) => readonly Asked[];
  at?: (facts: DeploymentFacts, around: Around) => Form;
}

/** The question for the reason of a step. */
export const why: Asked = {
  name: 'reason',
  kind: 'long',
  label: 'Why?',
  hint: 'A sentence or two. It stays in the record.',
  rows: 4,
};

const hinted = (hint: string | undefined): { hint?: string } => (hint ? { hint } : {});
/** A question that is answered in words. */
export const inWords = (label: string, hint?: string): Asked => ({
  name: 'text',
  kind: 'long',
  label,
  ...hinted(hint),
});
/** A question that is answered by a day. */
export const day = (name: string, label: string, hint?: string): Asked => ({
  name,
  kind: 'date',
  label,
  ...hinted(hint),
});
/** The same words whatever the post. */
export const said = (words: string) => (): string => words;
