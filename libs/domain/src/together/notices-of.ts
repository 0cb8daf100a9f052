import type { Notice } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { partnersOf, standingSignatures, unsigned } from './together.js';

/** Whom a step tells of the signatures: those who are asked for theirs, those whose own is void, and the lead once all are there. */
export function togetherNotices(before: RequestFacts | null, after: RequestFacts, type: RequestEventType): Notice[] {
  if (!after.together && !before?.together) return [];
  const told: Notice[] = [];
  const known = before ? partnersOf(before) : [];
  if (partnersOf(after).some((c) => !known.includes(c))) told.push({ name: 'signatureWanted' });
  else if (
    before &&
    standingSignatures(before).length > standingSignatures(after).length &&
    type !== 'TAKE_BACK_SIGNATURE'
  )
    told.push({ name: 'signatureVoid' });
  if (type === 'SIGN_TOGETHER' && unsigned(after).length === 0) told.push({ name: 'signaturesComplete' });
  if (type === 'WITHDRAW_COUNTRY' || type === 'TAKE_BACK_SIGNATURE') told.push({ name: 'signatureMissing' });
  return told;
}
