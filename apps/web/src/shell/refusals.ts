import { type Refusal, type RefusalCode } from '#domain';

/** Which HTTP status a refusal is: the one map. */
export const STATUS: Record<RefusalCode, number> = {
  notFound: 404,
  notYourRole: 403,
  separationOfDuties: 403,
  conflictOfInterest: 403,
  notNow: 409,
  notReady: 409,
  invalid: 422,
  stale: 412,
};
export const statusOf = (refusal: Refusal): number => STATUS[refusal.code];

/** Carries a refusal out of a controller that has no form to show it in. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** A failure with a status and a stable code of its own, for what is no rule of the domain: headers, shape, size. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: { fields?: { path: string; message: string }[]; revision?: number } = {},
  ) {
    super(message);
  }
}

/** The body of a failed call: RFC 9457, with a stable code, a sentence and the fields. */
export function problem(
  status: number,
  code: string,
  message: string,
  more: { fields?: Refusal['fields'] | undefined; revision?: number | undefined; reference?: string } = {},
) {
  return {
    type: `/api#${code}`,
    title: message,
    status,
    code,
    detail: message,
    ...(more.fields?.length ? { errors: more.fields } : {}),
    ...(more.revision !== undefined ? { revision: more.revision } : {}),
    ...(more.reference ? { reference: more.reference } : {}),
  };
}
