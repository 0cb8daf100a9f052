import { amountIn, missingInOption, optionTotals, type RegionalOption } from '#domain';

/** What an option comes to: amounts as exact decimals in US dollars. */
function totalsBody(option: RegionalOption) {
  const { years, countries, payers, ...all } = optionTotals(option);
  const amount = (cents: bigint | null) => (cents === null ? null : amountIn(cents));
  return {
    daysPerMonth: all.daysPerMonth,
    adviser: amountIn(all.adviser),
    travel: amountIn(all.travel),
    total: amountIn(all.total),
    inCountry: amount(all.inCountry),
    years: years.map((y) => ({
      year: y.year,
      months: y.months,
      adviser: amountIn(y.adviser),
      travel: amountIn(y.travel),
      total: amountIn(y.total),
    })),
    countries: countries.map((c) => ({
      country: c.country,
      adviser: amountIn(c.adviser),
      travel: amountIn(c.travel),
      total: amountIn(c.total),
      inCountry: amount(c.inCountry),
    })),
    payers: payers.map(({ name, percent, amount: part }) => ({ name, percent, amount: amountIn(part) })),
  };
}

/** The copy of an option in an advice or an offer: as it was then. */
export function attachedBody(option: RegionalOption) {
  // Nothing that is out of use is attached.
  const { by, retired: _retired, ...kept } = option;
  return { ...kept, by: by.name, totals: totalsBody(option) };
}

/** An option as a program reads it; its revision is its version. */
export const optionBody = (option: RegionalOption) => ({
  ...attachedBody(option),
  revision: option.version,
  retired: option.retired?.reason ?? null,
  missing: missingInOption(option),
});
