import { standingSignatures, unsigned, type RequestFacts } from '#domain';

/** The offices of a request of several, as a program reads them; null where one office signs it. */
export function togetherBody(facts: RequestFacts) {
  const { together } = facts;
  if (!together) return null;
  return {
    lead: together.lead,
    unsigned: unsigned(facts),
    complete: standingSignatures(facts).length > 0 && unsigned(facts).length === 0,
    signatures: together.signatures.map(({ countries, by, actingFor, at, text, void: gone }) => ({
      countries,
      by: by.name,
      actingFor,
      at,
      text,
      void: gone ? { at: gone.at, by: gone.by.name, why: gone.why, what: gone.what, reason: gone.reason } : null,
    })),
    left: (together.left ?? []).map(({ country, by, at, reason }) => ({ country, by: by.name, at, reason })),
  };
}
