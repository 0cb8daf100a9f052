import { addWorkingDays, isRefusal, MONDAY_TO_FRIDAY, type Day, type RequestContent, type RequestEvent } from '#domain';
import { Casework } from '../advance.js';
import { People } from '../people.js';
import type { ReferenceData } from '../reference-data.js';
import type { Connection } from '../transaction.js';
import { DEMONSTRATION_PEOPLE } from './people.js';

/** What Mozambique, which leads, has written so far: enough to be read, and not enough to be submitted. */
const content = (start: Day): RequestContent => ({
  title: 'One adviser for Mozambique, Madagascar and Malawi',
  language: 'en',
  type: 'regional',
  track: 'ordinary',
  modality: 'multiCountry',
  countries: ['MOZ', 'MDG', 'MWI'],
  dutyStation: 'Maputo',
  requestedStart: start,
  durationMonths: 24,
  requestedBy: {
    name: 'Alzira Lindgren-Tembe',
    title: 'United Nations Resident Coordinator, Mozambique',
    email: 'a.lindgren-tembe@rc-mozambique.example',
  },
  sections: {
    context:
      'Three country teams have written down the same need in the same year: recommendations of the universal periodic review are accepted, a ministry is charged with them, and nobody in the team has the time to accompany it. None of the three has the work for an adviser of its own for two years.\n\nMaputo, Antananarivo and Lilongwe are linked by one flight each. The three Resident Coordinators agreed on two missions of a week to each of the other countries in a quarter.',
    ownership: {
      whoAskedFirst:
        'The Ministry of Justice of Mozambique asked in the dialogue on the review; the team in Madagascar had the same request from two provinces. Malawi joined for the time when its present post has ended.',
      agenciesInvolved: 'UNDP, UNICEF and UNFPA in all three countries; UN Women in two of them.',
      nhriAndCivilSociety:
        'The three national institutions were asked by letter. Two have answered, and both are in favour.',
    },
    strategicOpportunities: {
      planningMoments:
        'In each country a new Cooperation Framework is drafted within the period, one after the other, so that what is learnt in the first serves the next.',
    },
    coveragePlan: [
      {
        country: 'MOZ',
        daysPerYear: 100,
        first: 'The plan by which the recommendations are followed up, with the Ministry of Justice.',
        shareUSD: 40_000,
      },
    ],
  },
});

interface Told {
  ago: number;
  by: string;
  event: RequestEvent;
}
const part = (country: string, daysPerYear: number, shareUSD: number, first: string) =>
  ({ type: 'EDIT_PART', country, daysPerYear, shareUSD, first }) as const;
/** What happened so far, in working days before today: Malawi has signed, Madagascar has still to. */
const TOLD: Told[] = [
  { ago: 9, by: 'rc-mwi', event: part('MWI', 60, 25_000, 'What the present post began with the Law Commission.') },
  { ago: 8, by: 'rc-mdg', event: part('MDG', 50, 15_000, 'The report to the Committee on the Rights of the Child.') },
  {
    ago: 6,
    by: 'rc-moz',
    event: {
      type: 'EDIT',
      patch: {
        sections: {
          commitment: {
            reportingLinesAndAccess: 'Each of the three Resident Coordinators takes the adviser into the country team.',
          },
        },
      },
    },
  },
  { ago: 3, by: 'rc-mwi', event: { type: 'SIGN_TOGETHER', declaration: true } },
];

/** A regional request of three offices in the middle of its writing, told through the write path. */
export async function seedRegionalDraft(on: Connection, reference: ReferenceData, today: Day): Promise<void> {
  const before = (ago: number): Day => addWorkingDays(today, -ago, MONDAY_TO_FRIDAY);
  let now = new Date();
  const clock = { now: () => now };
  const casework = new Casework(on, clock, reference);
  const people = new People(on, clock);
  const person = async (key: string) => (await people.find(DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email))!;
  now = new Date(`${before(11)}T10:20:00Z`);
  const opened = await casework.open(await person('rc-moz'), content(addWorkingDays(today, 150, MONDAY_TO_FRIDAY)));
  if (isRefusal(opened)) throw new Error(`The regional draft cannot be opened: ${JSON.stringify(opened)}`);
  for (const { ago, by, event } of TOLD) {
    now = new Date(`${before(ago)}T10:20:00Z`);
    const done = await casework.advance(opened.ref, await person(by), event as never, { revision: 'latest' });
    if (isRefusal(done)) throw new Error(`The regional draft, ${event.type} by ${by}: ${JSON.stringify(done)}`);
  }
}
