import type { Notice } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { partnersOf, signsOffer, standingSignatures, unsigned } from './together.js';

/** Whom a step tells of the signatures: those who are asked for theirs, those whose own is void, and the lead once all are there. */
export function togetherNotices(before: RequestFacts | null, after: RequestFacts, type: RequestEventType): Notice[] {
  if (signsOffer(after)) return offerNotices(after, type);
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
  // Whoever was to write and sign a draft with others hears that there is none any more.
  if (type === 'ABANDON' || type === 'EXPIRE') told.push({ name: 'partnersReleased' });
  return told;
}

/** Whom the signatures of an option that is offered concern: who is asked for theirs, and the lead that answers. */
function offerNotices(after: RequestFacts, type: RequestEventType): Notice[] {
  if (type === 'OFFER_REGIONAL_OPTION') return [{ name: 'optionToSign' }];
  if (type === 'SIGN_TOGETHER') return unsigned(after).length === 0 ? [{ name: 'optionSigned' }] : [];
  return type === 'TAKE_BACK_SIGNATURE' || type === 'WITHDRAW_COUNTRY' ? [{ name: 'optionUnsigned' }] : [];
}
