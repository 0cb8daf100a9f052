import type { OptionContent, RegionalOption } from '../src/index.js';

/** One adviser in Nairobi for Tanzania and Kenya over a year and a half, which adds up: US$ 330,000 in all. */
export const anOptionContent = (given: Partial<OptionContent> = {}): OptionContent => ({
  name: 'One adviser for Kenya and Tanzania, in Nairobi',
  modality: 'multiCountry',
  dutyStation: 'Nairobi',
  host: 'KEN',
  start: '2027-07-01',
  months: 18,
  countries: [
    {
      country: 'TZA',
      daysPerMonth: 8,
      travel: [
        { year: 2027, amount: '6000' },
        { year: 2028, amount: '12000' },
      ],
      inCountryPerYear: '300000',
    },
    {
      country: 'KEN',
      daysPerMonth: 12,
      travel: [
        { year: 2027, amount: '0' },
        { year: 2028, amount: '0' },
      ],
      inCountryPerYear: '320000',
    },
  ],
  adviser: [
    { year: 2027, amount: '104000.00' },
    { year: 2028, amount: '208000.00' },
  ],
  split: {
    by: 'percent',
    payers: [
      { name: 'Human Rights Mainstreaming Fund', source: 'fund', value: '66.67' },
      { name: 'UNDP', source: 'agency', value: '33.33' },
    ],
  },
  why: 'Both country teams are served from one place, and missions can be joined.',
  ...given,
});

/** The same as it is kept. */
export const anOption = (given: Partial<RegionalOption> = {}): RegionalOption => ({
  id: '6f0d3c1e-9a50-4b7e-8d5f-2f0a4c1b7e11',
  version: 2,
  region: 'esa',
  by: { id: 'team', name: 'Person team' },
  at: '2027-03-01T08:00:00.000Z',
  ...anOptionContent(),
  ...given,
});

/** The same for Tanzania and Fiji, whose coordinator has to sign first. */
export const anOptionForFiji = (): RegionalOption => {
  const [own, other] = anOptionContent().countries;
  return anOption({ countries: [own!, { ...other!, country: 'FJI' }] });
};
