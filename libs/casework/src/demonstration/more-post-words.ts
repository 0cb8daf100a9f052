import type { PlannedLine, PostWords } from './post-stories.js';
import type { Criterion } from '#domain';

type Told = PlannedLine['told'];
const line = (
  criterion: Criterion,
  text: string,
  outcome: string,
  indicator: string,
  months: number,
  told: Told,
): PlannedLine => ({ criterion, text, outcome, indicator, months, told });

type Report = PostWords['reports'][number];
const report = (summary: string, challenges: string, support = 'None this quarter.'): Report => ({
  summary,
  challenges,
  support,
  confidential: '',
});

const SETTLED = { ownership: 3, enablingEnvironment: 3, strategicOpportunities: 3, sustainability: 3, commitment: 3 };
type Said = Omit<PostWords, 'language' | 'scores' | 'conditions' | 'modality'> & Partial<PostWords>;
const post = (said: Said): PostWords => ({
  modality: 'inCountry',
  language: 'en',
  conditions: [],
  scores: SETTLED,
  ...said,
});

/** Zambia: five months before the end nobody has decided what comes next. */
export const ZAMBIA = post({
  title: 'Human Rights Adviser, Zambia',
  dutyStation: 'Lusaka',
  covers: [['ZMB', null]],
  reference: 'HRA-2025-111',
  plan: [
    line(
      'ownership',
      'Help the human rights commission to follow up its inspections of places of detention',
      'Outcome 3, output 3.2: accountable institutions',
      'Inspections with a published follow-up; baseline: 2 of 14',
      18,
      [
        ['onTrack', 'A form for follow-up is agreed with the commission.'],
        ['onTrack', 'Nine of twelve inspections have a published follow-up.'],
      ],
    ),
    line(
      'commitment',
      'Bring recommendations of the mechanisms into the joint work plans',
      'All outcomes',
      'Joint work plans that cite one; baseline: 1 of 6',
      12,
      [
        ['onTrack', 'Two groups have marked theirs.'],
        ['done', 'All six joint work plans cite recommendations.'],
      ],
    ),
  ],
  reports: [
    report('The commission and the adviser have agreed how inspections are followed up.', 'Data come late.'),
    report('Follow-up of inspections is published every quarter.', 'The commission has lost two of its inspectors.'),
  ],
});

/** The officer who works beside the adviser in the same country, and stays. */
export const ZAMBIA_OFFICER = post({
  title: 'National Human Rights Officer, Zambia',
  modality: 'national',
  dutyStation: 'Lusaka',
  covers: [['ZMB', null]],
  reference: 'HRA-2026-112',
  plan: [
    line(
      'sustainability',
      'Keep the calendar of reports to the treaty bodies with the ministry of justice',
      'Outcome 3, output 3.2: accountable institutions',
      'Reports handed in on their date; baseline: 1 of 4',
      20,
      [['onTrack', 'The calendar is kept by the ministry, with one focal point for each treaty.']],
    ),
  ],
  reports: [report('The calendar of reports is in use, and two drafting groups have met.', 'One focal point changed.')],
});

/** Madagascar: a successor is found, and comes three months too late. */
export const MADAGASCAR = post({
  title: 'Human Rights Adviser, Madagascar',
  language: 'fr',
  dutyStation: 'Antananarivo',
  covers: [['MDG', null]],
  reference: 'HRA-2025-113',
  plan: [
    line(
      'strategicOpportunities',
      'Put the rights of people displaced by drought into the framework for the south',
      'Outcome 2, output 2.1: resilience in the south',
      'Districts whose plan names them; baseline: none of 9',
      10,
      [
        ['onTrack', 'Three districts have begun.'],
        ['onTrack', 'Six districts have a plan that names displaced people.'],
      ],
    ),
  ],
  reports: [
    report('Three districts work with the guidance on displacement.', 'Roads are closed in the rainy season.'),
    report('Six of nine districts have their plan; the others follow after the rains.', 'Two prefects are new.'),
  ],
});

/** One adviser for four countries, with the regional team. */
export const SOUTHERN_AFRICA = post({
  title: 'Regional Human Rights Adviser, Southern Africa',
  modality: 'regional',
  dutyStation: 'Johannesburg',
  covers: [
    ['BWA', 4],
    ['LSO', 5],
    ['NAM', 4],
    ['SWZ', 5],
  ],
  reference: 'HRA-2025-114',
  plan: [
    line(
      'enablingEnvironment',
      'Advise four country teams on human rights in their common country analyses',
      'Common country analyses of four countries',
      'Analyses that name who is left behind and why; baseline: 1 of 4',
      15,
      [
        ['onTrack', 'Two analyses are reviewed.'],
        ['onTrack', 'Three of four analyses name who is left behind.'],
      ],
    ),
  ],
  reports: [report('Missions to three of four countries; two analyses were reviewed.', 'Four calendars of planning.')],
});

/** A surge for six months after a cyclone. */
export const MOZAMBIQUE = post({
  title: 'Surge Human Rights Adviser, Mozambique',
  modality: 'surge',
  dutyStation: 'Beira',
  covers: [['MOZ', null]],
  reference: 'HRA-2026-115',
  plan: [],
  reports: [],
});

/** Two countries that the regional office looks after, one officer for both. */
export const TOGO_AND_BENIN = post({
  title: 'Cover of Togo and Benin by the regional office',
  modality: 'regionalOfficeCover',
  language: 'fr',
  dutyStation: 'Dakar',
  covers: [
    ['TGO', 6],
    ['BEN', 6],
  ],
  reference: 'HRA-2026-116',
  plan: [
    line(
      'commitment',
      'Stand by two Resident Coordinators with advice and a mission each quarter',
      'Cooperation frameworks of both countries',
      'Missions a year; baseline: one',
      20,
      [['onTrack', 'One mission to each country; both teams have asked for the next.']],
    ),
  ],
  reports: [report('One mission to each country, and a common training for both teams.', 'None.')],
});

/** Jordan: the search for a successor began too late. */
export const JORDAN = post({
  title: 'Human Rights Adviser, Jordan',
  dutyStation: 'Amman',
  covers: [['JOR', null]],
  reference: 'HRA-2025-117',
  plan: [
    line(
      'ownership',
      'Support the comprehensive national plan for human rights with indicators',
      'Outcome 1, output 1.4: participation',
      'Actions of the plan with an indicator; baseline: 12 of 94',
      10,
      [
        ['onTrack', 'Indicators for thirty actions.'],
        ['onTrack', 'Indicators for seventy-one actions.'],
      ],
    ),
  ],
  reports: [
    report('Indicators were drawn up with the coordinator of the plan.', 'Statistics by disability are missing.'),
    report('Seventy-one actions have an indicator.', 'Statistics by disability are still missing.'),
  ],
});

/** Tajikistan, with Turkmenistan beside it: a cluster that the office in Bishkek leads. */
export const TAJIKISTAN = post({
  title: 'Human Rights Adviser, Tajikistan and Turkmenistan',
  modality: 'multiCountry',
  dutyStation: 'Dushanbe',
  covers: [
    ['TJK', 15],
    ['TKM', 6],
  ],
  reference: 'HRA-2025-118',
  plan: [
    line(
      'strategicOpportunities',
      'Advise both country teams on reporting to the Committee on Economic, Social and Cultural Rights',
      'Outcome 2, output 2.3: statistics',
      'Reports with figures by sex and place; baseline: none',
      18,
      [
        ['onTrack', 'A workshop for two statistical offices.'],
        ['delayed', 'One of two reports waits for the census.'],
      ],
    ),
  ],
  reports: [
    report('Both statistical offices took part in a workshop.', 'Travel between the two capitals takes two days.'),
    report('One of two reports is with its ministries.', 'The census was moved by half a year.'),
  ],
});

/** Papua New Guinea: empty, and nobody bridges. */
export const PAPUA_NEW_GUINEA = post({
  title: 'Human Rights Adviser, Papua New Guinea',
  dutyStation: 'Port Moresby',
  covers: [['PNG', null]],
  reference: 'HRA-2025-119',
  plan: [],
  reports: [],
});

/** Ecuador: well under way. */
export const ECUADOR = post({
  title: 'Human Rights Adviser, Ecuador',
  language: 'es',
  dutyStation: 'Quito',
  covers: [['ECU', null]],
  reference: 'HRA-2026-120',
  plan: [
    line(
      'enablingEnvironment',
      'Advise on consultation with indigenous peoples in the plans of six provinces',
      'Outcome 4, output 4.2: local plans',
      'Provinces with a procedure; baseline: none of 6',
      16,
      [['onTrack', 'A draft procedure is discussed in two provinces.']],
    ),
  ],
  reports: [report('Two provinces discuss a procedure for consultation.', 'Elections in one province.')],
});
