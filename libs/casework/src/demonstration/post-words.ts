import type { PostWords } from './post-stories.js';
import { PACIFIC } from './people-in-posts.js';

/** Malawi: an agreed plan, and reports that show it moving. */
export const MALAWI: PostWords = {
  title: 'Human Rights Adviser, Malawi',
  modality: 'inCountry',
  language: 'en',
  dutyStation: 'Lilongwe',
  covers: [['MWI', null]],
  reference: 'HRA-2025-101',
  conditions: [
    'A national human rights officer is recruited by the UN country team within eighteen months',
    'The adviser is a member of the programme management team from the first day',
  ],
  scores: { ownership: 3, enablingEnvironment: 3, strategicOpportunities: 4, sustainability: 2, commitment: 3 },
  plan: [
    {
      text: 'Help the national mechanism for reporting and follow-up to draw up its plan for the recommendations of the Universal Periodic Review',
      criterion: 'ownership',
      outcome: 'Outcome 1, output 1.3: institutions report on human rights in time',
      indicator: 'The plan is adopted by the mechanism; baseline: none',
      months: 9,
      told: [
        ['onTrack', 'Two drafting days with the mechanism; a first draft covers 60 of 193 recommendations.'],
        ['onTrack', 'The draft covers all recommendations and is with the ministries for comments.'],
      ],
    },
    {
      text: 'Train the country team on the human rights-based approach and on leaving no one behind',
      criterion: 'commitment',
      condition: 1,
      outcome: 'All outcomes',
      indicator: 'Three in four programme officers trained; baseline: one in ten',
      months: 6,
      told: [
        ['onTrack', 'A first course for 24 officers of nine agencies.'],
        ['done', 'Two more courses; 71 of 92 officers are trained.'],
      ],
    },
    {
      text: 'Bring recommendations of the treaty bodies into the mid-term review of the cooperation framework',
      criterion: 'strategicOpportunities',
      outcome: 'Outcome 3, output 3.1: framework and joint work plans',
      indicator: 'Outputs that cite a recommendation; baseline: 4 of 31',
      months: 14,
      told: [
        ['notStarted', ''],
        ['delayed', 'The review of the framework was moved by a quarter; a note for its first meeting is ready.'],
      ],
    },
    {
      text: 'Prepare the post of a national officer who carries the work on: terms, cost share, recruitment',
      criterion: 'sustainability',
      condition: 0,
      outcome: 'Outcome 1, output 1.3',
      indicator: 'Officer in post; baseline: none',
      months: 17,
      told: [
        ['notStarted', 'Terms are being drafted with two agencies.'],
        ['onTrack', 'Two agencies have agreed to share the cost; the terms are with OHCHR.'],
      ],
    },
  ],
  reports: [
    {
      summary:
        'The first quarter went into meeting partners and agreeing the plan. The mechanism for reporting and follow-up has begun to draft, and the first course for the country team was well attended.',
      challenges: 'Ministries name their focal points slowly; three of eleven are still missing.',
      support: 'A trainer on disability rights for one week in the second quarter.',
      confidential:
        'Two organisations asked that their names not be used in the draft plan; they fear for their registration.',
    },
    {
      summary:
        'The draft plan for the recommendations now covers all of them. Training of the country team is finished ahead of time. The review of the framework has moved, and with it the work on treaty bodies.',
      challenges: 'The review of the framework was moved by a quarter.',
      support: 'Comments of OHCHR on the terms of the national officer within the month.',
      confidential: 'The registration of one organisation was suspended for a week after its submission to the review.',
    },
  ],
};

/** Niger: two years nearly over, with a review at half time and a renewal to be decided. */
export const NIGER: PostWords = {
  ...MALAWI,
  title: 'Human Rights Adviser, Niger',
  language: 'fr',
  dutyStation: 'Niamey',
  covers: [['NER', null]],
  reference: 'HRA-2024-102',
  conditions: ['The cooperation framework that begins next names results for persons with disabilities'],
  scores: { ownership: 3, enablingEnvironment: 2, strategicOpportunities: 3, sustainability: 3, commitment: 4 },
  plan: [
    {
      text: 'Support the inter-ministerial committee in reporting to the Committee on the Rights of Persons with Disabilities',
      criterion: 'ownership',
      condition: 0,
      outcome: 'Outcome 2, output 2.2: inclusive services',
      indicator: 'Report handed in on its date; baseline: three years late',
      months: 12,
      told: [
        ['onTrack', 'The committee has a calendar and two drafting groups.'],
        ['delayed', 'One of the two drafting groups has not met.'],
        ['done', 'The report was handed in, in time.'],
      ],
    },
    {
      text: 'Advise the humanitarian and development partners on protection in their joint analysis',
      criterion: 'enablingEnvironment',
      outcome: 'Outcome 1, output 1.1: joint analysis',
      indicator: 'Chapter on protection in each update; baseline: none',
      months: 20,
      told: [['onTrack', 'The chapter is in the latest update.']],
    },
    {
      text: 'Agree with the country team who carries the work on after the post',
      criterion: 'sustainability',
      outcome: 'All outcomes',
      indicator: 'Written agreement; baseline: none',
      months: 20,
      told: [
        ['notStarted', ''],
        ['onTrack', 'A first talk with three heads of agency.'],
      ],
    },
  ],
  reports: [
    {
      summary:
        'The work with the inter-ministerial committee has begun, and the joint analysis has its chapter on protection.',
      challenges: 'Travel outside the capital is limited.',
      support: 'A colleague for data on disability for a week.',
      confidential: '',
    },
    {
      summary: 'The calendar of the report is kept by one of two groups. Partners use the chapter on protection.',
      challenges: 'Travel outside the capital is limited.',
      support: 'None this quarter.',
      confidential: 'Partners fear that lists of participants are read by others; none are kept any more.',
    },
  ],
};

/** The Pacific: one adviser for five States; the plan is with the Resident Coordinator. */
export const THE_PACIFIC: PostWords = {
  ...MALAWI,
  title: 'Human Rights Adviser for the Pacific',
  modality: 'multiCountry',
  dutyStation: 'Suva',
  covers: PACIFIC.map((country, i) => [country, [9, 3, 4, 2, 4][i]!] as const),
  reference: 'HRA-2025-103',
  conditions: ['Each of the five States is visited at least twice a year'],
  scores: { ownership: 3, enablingEnvironment: 3, strategicOpportunities: 3, sustainability: 2, commitment: 3 },
  plan: [
    {
      text: 'Advise on ratification of the core treaties, each State by its own plan',
      criterion: 'enablingEnvironment',
      condition: 0,
      outcome: 'Outcome 4, output 4.1: human rights systems',
      indicator: 'Ratifications; baseline: 21 over five States',
      months: 20,
      told: [['onTrack', 'Missions to two States; one ratification is before parliament.']],
    },
    {
      text: 'Train officials of five States on reporting together, in one course each year',
      criterion: 'sustainability',
      outcome: 'Outcome 4, output 4.1',
      indicator: 'States that report in time; baseline: one',
      months: 18,
      told: [['notStarted', 'The course is planned for the next quarter.']],
    },
  ],
  reports: [
    {
      summary: 'Missions to two of five States, and talks on ratification in each.',
      challenges: 'Flights between the islands are few.',
      support: 'Budget for one more mission.',
      confidential: '',
    },
  ],
};

/** Moldova: the adviser left early; the regional office covers while a successor is sought. */
export const MOLDOVA: PostWords = {
  ...MALAWI,
  title: 'Human Rights Adviser, Republic of Moldova',
  dutyStation: 'Chişinău',
  covers: [['MDA', null]],
  reference: 'HRA-2024-104',
  conditions: [],
  scores: { ownership: 4, enablingEnvironment: 3, strategicOpportunities: 3, sustainability: 3, commitment: 3 },
};

/** Honduras: a new post, with candidates to choose from. */
export const HONDURAS: PostWords = {
  ...MALAWI,
  title: 'Human Rights Adviser, Honduras',
  language: 'es',
  dutyStation: 'Tegucigalpa',
  covers: [['HND', null]],
  reference: 'HRA-2026-105',
  conditions: ['The host agency confirms an office before the arrival'],
  scores: { ownership: 2, enablingEnvironment: 3, strategicOpportunities: 4, sustainability: 3, commitment: 3 },
};
