import type { OfferSigning, RequestFacts } from '#domain';
import { signsOffer, unsigned } from '#domain';
import { listed, plural, type Names, type Status } from '../request/case-words.js';
import { dateTime, words } from '../shell/words.js';
import { capitalised, signer } from './signing-words.js';

/** What the coordinator of a country has said of an option that is offered. */
function saidOf(country: string, facts: RequestFacts, offer: OfferSigning): string | Status {
  if (offer.lead.includes(country)) {
    const { offerAnswer } = facts;
    if (signsOffer(facts) || !offerAnswer) return 'Made the request, and answers the offer';
    return `${offerAnswer.accepted ? 'Accepted' : 'Refused'} the offer, ${dateTime(offerAnswer.at)}`;
  }
  const gone = offer.left?.find((l) => l.country === country);
  if (gone) return { text: `Does not take part, ${dateTime(gone.at)}`, tone: 'red' };
  const signed = offer.signatures.find((s) => !s.void && s.countries.includes(country));
  if (signed) return `Signed by ${signer(signed)}, ${dateTime(signed.at)}`;
  return { text: 'Not signed', tone: signsOffer(facts) ? 'amber' : 'grey' };
}

/** Every country of an option that is offered with who has signed it; null where the one who made the request answers for all. */
export function offerRows(facts: RequestFacts, names: Names) {
  const offer = facts.offerSigning;
  if (!offer) return null;
  return {
    rows: offer.countries.map((country) => ({
      country: names.countryName(country),
      said: saidOf(country, facts, offer),
    })),
    left: (offer.left ?? []).map((l) => `${names.countryName(l.country)} does not take part: ${l.reason}`),
  };
}

/** How far the signatures of an option are, in a sentence; empty once the offer is answered. */
export function offerWords(facts: RequestFacts, names: Names): string {
  if (!signsOffer(facts)) return '';
  const offer = facts.offerSigning!;
  const of = (countries: string[]) => listed(countries.map((c) => names.countryName(c)));
  const gone = (offer.left ?? []).map((l) => l.country);
  const waiting = unsigned(facts).filter((c) => !gone.includes(c));
  const answers = `The Resident Coordinator of ${of(offer.lead)} answers the offer once every other coordinator has signed it.`;
  if (gone.length)
    return `${of(gone)} ${plural(gone.length, 'does', 'do')} not take part, so the offer cannot be accepted as it stands: ${of(offer.lead)} can refuse it, or ask for the signature after all.`;
  return waiting.length
    ? `${answers} ${capitalised(plural(waiting.length, 'one signature is', `${words(waiting.length)} signatures are`))} still to come: ${of(waiting)}.`
    : `Every other coordinator has signed the option. The Resident Coordinator of ${of(offer.lead)} can answer the offer now.`;
}
