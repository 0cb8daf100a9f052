import type { Cases, CaseView, SignedIn } from '#casework';
import { notFound } from '#domain';
import { Refused } from '../shell/refusals.js';

/** The case as this person may see it; "not found" where they may not know of it. */
export async function openCase(cases: Cases, ref: string, me: SignedIn): Promise<CaseView> {
  const view = await cases.find(ref, me);
  if (!view) throw new Refused(notFound());
  return view;
}
