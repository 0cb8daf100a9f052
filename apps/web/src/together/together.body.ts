import { signsOffer, unsigned, type OfferSigning, type RequestFacts, type Signature } from '#domain';

const signaturesBody = (signatures: readonly Signature[]) =>
  signatures.map(({ countries, by, actingFor, at, text, void: gone }) => ({
    countries,
    by: by.name,
    actingFor,
    at,
    text,
    void: gone ? { at: gone.at, by: gone.by.name, why: gone.why, what: gone.what, reason: gone.reason } : null,
  }));
const leftBody = (left: OfferSigning['left'] = []) =>
  left.map(({ country, by, at, reason }) => ({ country, by: by.name, at, reason }));

/** The countries for which nobody has signed, of those that sign. */
function openOf({ lead, countries, signatures }: Pick<OfferSigning, 'lead' | 'countries' | 'signatures'>): string[] {
  const signed = signatures.filter((s) => !s.void).flatMap((s) => s.countries);
  return countries.filter((c) => !lead.includes(c) && !signed.includes(c));
}

/** The offices of a request of several, as a program reads them; null where one office signs it. */
function togetherBody({ together, summary }: RequestFacts) {
  if (!together) return null;
  const open = openOf({ ...together, countries: summary.countries });
  return {
    lead: together.lead,
    unsigned: open,
    complete: together.signatures.some((s) => !s.void) && open.length === 0,
    signatures: signaturesBody(together.signatures),
    left: leftBody(together.left),
  };
}

/** The signatures of an option that was offered for countries of several coordinators; null where there is none. */
function offerSigningBody(facts: RequestFacts) {
  const { offerSigning: offer } = facts;
  if (!offer) return null;
  return {
    lead: offer.lead,
    countries: offer.countries,
    unsigned: openOf(offer),
    open: signsOffer(facts) && unsigned(facts).length > 0,
    signatures: signaturesBody(offer.signatures),
    left: leftBody(offer.left),
  };
}

/** Who signs a request of several offices, and who an option that was offered, as a program reads them. */
export const signingBodies = (facts: RequestFacts) => ({
  together: togetherBody(facts),
  offerSigning: offerSigningBody(facts),
});
