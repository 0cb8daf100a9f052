import type { TextChange } from '../endorsing/text-change.js';
import type { PersonRef } from '../people/roles.js';
import type { ContentPatch } from '../request/content.js';
import type { RequestFacts, Summary } from '../request/facts.js';
import type { Instant } from '../time/working-days.js';
import type { TogetherEventType } from './events.js';
import {
  signsOffer,
  touched,
  voided,
  type Left,
  type OfferSigning,
  type Signature,
  type Together,
  type Voided,
} from './together.js';

/** What the record keeps of each; countries with their names, so that a line reads by itself. `text`: as of an edit. */
export interface RecordedTogether {
  EDIT_PART: { country: string; name: string; patch: ContentPatch } & TextChange;
  SIGN_TOGETHER: { countries: string[]; names: string[]; actingFor: string | null; text: string };
  TAKE_BACK_SIGNATURE: { countries: string[]; names: string[]; reason: string };
  WITHDRAW_COUNTRY: {
    country: string;
    name: string;
    reason: string;
    patch: ContentPatch;
    summary: Summary;
    lead: string[] | null;
    /** It left the option that was offered; the request is as it was. */
    offer?: true;
  } & TextChange;
}

/** The name of each entry in the record, in the past tense. */
export const TOGETHER_ENTRY_NAMES = {
  EDIT_PART: 'partWritten',
  SIGN_TOGETHER: 'signedTogether',
  TAKE_BACK_SIGNATURE: 'signatureTakenBack',
  WITHDRAW_COUNTRY: 'countryWithdrawn',
} as const satisfies Record<TogetherEventType, string>;

interface By {
  at: Instant;
  actor: PersonRef;
}
type Fold<T extends TogetherEventType> = (
  facts: RequestFacts,
  data: RecordedTogether[T],
  by: By,
) => Partial<RequestFacts>;

const drafted = ({ duties }: RequestFacts, person: PersonRef): Pick<RequestFacts, 'duties'> => ({
  duties: {
    ...duties,
    drafted: duties.drafted.some((p) => p.id === person.id) ? duties.drafted : [...duties.drafted, person],
  },
});
const endorsedText = (text?: string): Partial<RequestFacts> => (text ? { endorsedText: text } : {});
/** That a text has changed, as its signatures are told. */
export const changedBy = (patch: ContentPatch, { at, actor }: By) => ({
  at,
  by: actor,
  why: 'changed' as const,
  what: touched(patch),
  reason: null,
});

/** The signatures for these countries do not count any more. */
const withoutSignatures = <S extends { signatures: Signature[] }>(
  signing: S,
  countries: string[],
  cause: Voided,
): S => ({
  ...signing,
  signatures: signing.signatures.map((s) =>
    s.void || !s.countries.some((c) => countries.includes(c)) ? s : { ...s, void: cause },
  ),
});
/** Whoever signs an option after they left it is in it again. */
const signedOffer = (offer: OfferSigning, signature: Signature): Pick<RequestFacts, 'offerSigning'> => ({
  offerSigning: {
    ...offer,
    signatures: [...offer.signatures, signature],
    ...(offer.left ? { left: offer.left.filter((l) => !signature.countries.includes(l.country)) } : {}),
  },
});
const leftOffer = (offer: OfferSigning, gone: Left): Pick<RequestFacts, 'offerSigning'> => {
  const cause: Voided = { at: gone.at, by: gone.by, why: 'countries', what: [gone.country], reason: gone.reason };
  return {
    offerSigning: { ...withoutSignatures(offer, [gone.country], cause), left: [...(offer.left ?? []), gone] },
  };
};

export const TOGETHER_FOLDS: { [T in TogetherEventType]: Fold<T> } = {
  EDIT_PART: (facts, { patch, text }, by) => ({
    ...voided(facts, changedBy(patch, by)),
    ...endorsedText(text),
    ...drafted(facts, by.actor),
  }),
  SIGN_TOGETHER: (facts, { countries, actingFor, text }, { at, actor }) =>
    signsOffer(facts)
      ? signedOffer(facts.offerSigning!, { countries, by: actor, actingFor, at, text })
      : {
          together: {
            ...facts.together!,
            signatures: [...facts.together!.signatures, { countries, by: actor, actingFor, at, text }],
          },
          ...drafted(facts, actor),
        },
  TAKE_BACK_SIGNATURE: (facts, { countries, reason }, { at, actor }) => {
    const cause: Voided = { at, by: actor, why: 'takenBack', what: [], reason };
    return signsOffer(facts)
      ? { offerSigning: withoutSignatures(facts.offerSigning!, countries, cause) }
      : { together: withoutSignatures(facts.together!, countries, cause) };
  },
  WITHDRAW_COUNTRY: (facts, { country, reason, summary, lead, text, offer }, { at, actor }) => {
    if (offer) return leftOffer(facts.offerSigning!, { country, by: actor, at, reason });
    const cause = { at, by: actor, why: 'countries' as const, what: [country], reason };
    const after = voided({ ...facts, summary }, cause, lead) as { together?: Together | null };
    return {
      summary,
      ...endorsedText(text),
      ...(after.together
        ? {
            together: { ...after.together, left: [...(after.together.left ?? []), { country, by: actor, at, reason }] },
          }
        : after),
    };
  },
};
