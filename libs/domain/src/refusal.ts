/** Why something was not done. A value, never thrown by a rule; the web maps each code to a status in one place. */
export type RefusalCode =
  | 'notFound' // this person may not know that it exists
  | 'notYourRole' // they may see it, but somebody else does this
  | 'separationOfDuties' // they had another part in the case
  | 'conflictOfInterest'
  | 'notNow' // the case is not at the step where this is done
  | 'notReady' // right step, right person, something is missing first
  | 'invalid' // what was sent breaks a rule; `fields` says where
  | 'stale'; // the case has moved on since it was read

export interface FieldProblem {
  /** Path of the value in what was sent, such as `scores.ownership.reason`. */
  path: string;
  message: string;
}

export interface Refusal {
  refused: true;
  code: RefusalCode;
  /** A sentence that a person understands: why, and what would help. */
  message: string;
  fields?: FieldProblem[];
  /** The current revision of the case, with `stale`. */
  revision?: number;
}

/** Makes a refusal. */
export const refuse = (code: RefusalCode, message: string, fields?: FieldProblem[]): Refusal => ({
  refused: true,
  code,
  message,
  ...(fields?.length ? { fields } : {}),
});

/** The one answer for a case that does not exist and for one that the sender may not know of: nobody can tell them apart. */
export const notFound = (): Refusal =>
  refuse('notFound', 'There is no such request, or it is not one that you can open.');

/** Refuses what was sent, with one problem per field; null when there is no problem. */
export const refuseFields = (fields: FieldProblem[]): Refusal | null =>
  fields.length === 0
    ? null
    : refuse('invalid', fields.length === 1 ? fields[0]!.message : `${fields.length} answers need correcting.`, fields);

/** Tells a refusal from an outcome. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as Refusal).refused === true;
