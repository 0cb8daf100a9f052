import type { Cases, CaseView, SignedIn } from '#casework';
import { notFound } from '#domain';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';

/** The case as this person may see it; "not found" where they may not know of it. */
export async function openCase(cases: Cases, ref: string, me: SignedIn): Promise<CaseView> {
  const view = await cases.find(ref, me);
  if (!view) throw new Refused(notFound());
  return view;
}

/** The case for who reads how it is judged. Who knows of the case and does not read that is told so: only what is unknown to them is “not found”. */
export async function openAssessment(cases: Cases, ref: string, me: SignedIn): Promise<CaseView> {
  const view = await openCase(cases, ref, me);
  if (!view.tiers.has('assessment')) throw new Refused(NOT_YOURS.assessment);
  return view;
}
