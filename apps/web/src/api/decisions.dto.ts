import { DECIDING_EVENTS, DECISION_CODES, MODALITIES } from '#domain';
import { Choice, MaybeChoice, MaybeChoices, MaybeNestedList, MaybeText, MaybeTexts, Text, Whole } from './shapes.js';

const LONG = 10_000;

/** What one of several approvers decides. */
export class DecideWithOthersShape {
  @Choice(DECIDING_EVENTS, 'What is decided; it takes effect when enough approvers decide the same') action: string;
  @Text(LONG, 'Reasons; those of the approver who completes it go into the letter') reasons: string;
  @MaybeChoices(Object.keys(DECISION_CODES), 'Coded reasons') codes?: string[];
  @MaybeTexts(40, 'Conditions; those of the recommendation when left out') conditions?: string[];
  @MaybeChoice(Object.keys(MODALITIES), 'Form of support that is offered') modality?: string;
  @MaybeText(200, 'The party with whose advice the option came that is offered') option?: string;
  @MaybeText(10, 'Until which day it is deferred') until?: string;
}

class WordingShape {
  @Whole(0, 200, 'Which part of the letter, counted from 0') part: number;
  @Text(2_000, 'Its new words') text: string;
}
export class CorrectLetterShape {
  @Text(2_000, 'What was wrong; it stands in the new letter') reason: string;
  @MaybeText(200, 'To whom it is addressed; as it was when left out') to?: string;
  @MaybeNestedList(() => WordingShape, 60, 'Parts that change; not those that say what was decided')
  wording?: WordingShape[];
}
