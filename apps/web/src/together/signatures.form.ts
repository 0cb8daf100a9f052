import type { RequestEvent, TogetherEventType } from '#domain';
import { amountIn } from '../request/amount.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { Done } from '../shell/pages.js';

/** What was typed into one of the forms of the page. */
export interface TypedSignature {
  step: string;
  country: string;
  daysPerYear: string;
  first: string;
  shareUSD: string;
  declaration: boolean;
  reason: string;
}
export const typedSignature = (form: Form): TypedSignature => ({
  step: one(form, 'step'),
  country: one(form, 'country'),
  daysPerYear: one(form, 'daysPerYear'),
  first: text(form, 'first'),
  shareUSD: one(form, 'shareUSD'),
  declaration: one(form, 'declaration') === 'yes',
  reason: text(form, 'reason'),
});

/** The step that a form sends; what cannot be read goes as it is, and the domain says so. */
export function stepIn(typed: TypedSignature): Extract<RequestEvent, { type: TogetherEventType }> | null {
  const { country, reason } = typed;
  switch (typed.step) {
    case 'EDIT_PART':
      return {
        type: 'EDIT_PART',
        country,
        daysPerYear: (/^\d{1,4}$/.test(typed.daysPerYear) ? Number(typed.daysPerYear) : typed.daysPerYear) as number,
        first: typed.first,
        shareUSD: typed.shareUSD ? ((amountIn(typed.shareUSD) ?? typed.shareUSD) as number) : null,
      };
    case 'SIGN_TOGETHER':
      return { type: 'SIGN_TOGETHER', declaration: typed.declaration };
    case 'TAKE_BACK_SIGNATURE':
      return { type: 'TAKE_BACK_SIGNATURE', reason };
    case 'WITHDRAW_COUNTRY':
      return { type: 'WITHDRAW_COUNTRY', country, reason };
    default:
      return null;
  }
}

/** What is said when each is done. */
export const DONE_BY: Record<TogetherEventType, Done> = {
  EDIT_PART: 'partWritten',
  SIGN_TOGETHER: 'signedTogether',
  TAKE_BACK_SIGNATURE: 'signatureTakenBack',
  WITHDRAW_COUNTRY: 'countryLeft',
};
