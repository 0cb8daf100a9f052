import type { Cases, CaseView, SignedIn } from '#casework';
import { notFound } from '#domain';
import { Refused } from '../shell/refusals.js';

/** Anything else is no reference, and some of it is no text that a database takes. */
const REF = /^[\w-]{1,40}$/;

/** The case as this person may see it; "not found" where they may not know of it. */
export async function openCase(cases: Cases, ref: string, me: SignedIn): Promise<CaseView> {
  const view = REF.test(ref) ? await cases.find(ref, me) : null;
  if (!view) throw new Refused(notFound());
  return view;
}
