import { missingInOption, ownConsultees, type Actor, type RegionalOption, type RequestFacts } from '#domain';

/** The options that could go with this person's advice: finished, of a region that is asked, with its countries of the request. */
export const optionsFor = (
  facts: RequestFacts,
  me: Actor,
  options: readonly RegionalOption[],
  regionOf: (country: string) => string | null,
): RegionalOption[] => {
  const asked = ownConsultees(me, facts).filter((c) => c.state !== 'answered');
  return options.filter(
    (o) =>
      asked.some((c) => c.region === o.region) &&
      missingInOption(o).length === 0 &&
      facts.summary.countries.every(
        (code) => regionOf(code) !== o.region || o.countries.some(({ country }) => country === code),
      ),
  );
};
