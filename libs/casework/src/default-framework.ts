import type { Framework, FrameworkCriterion } from '#domain';

type Text = Omit<FrameworkCriterion, 'weight' | 'threshold'>;

/** Level texts in the product's own words. Only the names and the order of the criteria are the strategy's. */
const TEXTS: Text[] = [
  {
    key: 'ownership',
    name: 'Ownership',
    question:
      'Who wants this adviser, and who stands behind the request: the country team, the Government, the national institution, civil society?',
    guidance: [
      'who asked first, and how the country team came to agree',
      'which agencies signed, which did not, and why',
      'whether the Government, the national institution and civil society were heard, at what level and when',
    ],
    levels: [
      'The request shows nobody but its author behind it.',
      'The country team agreed, but national partners were not heard or only informed.',
      'Several agencies and some national partners support it; important ones are missing or silent.',
      'Most agencies signed, and Government, national institution and civil society were heard, with records.',
      'National partners asked for it in writing, the country team signed as a body, and differing views are on file.',
    ],
  },
  {
    key: 'enablingEnvironment',
    name: 'Enabling national environment',
    question:
      'Are there openings that an adviser can use: a willing State, working institutions, access, engagement with the mechanisms?',
    guidance: [
      'whether the State will accept an adviser and work with one',
      'ratifications, reviews and visits, and what was done with their recommendations',
      'institutions that an adviser can work with, and limits of access, visa and security',
    ],
    levels: [
      'No opening is named that an adviser could use.',
      'No objection is recorded, but there is little sign of active interest.',
      'Interest of some ministries or institutions only, or engagement limited to the capital.',
      'Written or recorded interest, institutions engaged, first steps on recommendations.',
      'A written request or agreement, active institutions, and recommendations acted on in the last year.',
    ],
  },
  {
    key: 'strategicOpportunities',
    name: 'Strategic programming opportunities',
    question: 'Which planning moments and programmes fall within the period, and what would an adviser change in them?',
    guidance: [
      'a planning moment in the next eighteen months where an adviser can change what is written and funded',
      'recommendations of human rights mechanisms that the UNCT is ready to act on',
      'joint programmes, named, with a lead entity',
    ],
    levels: [
      'No planning moment or programme is named.',
      'General hopes; no dates, outputs or recommendations.',
      'One real moment, but the part of the adviser in it stays vague.',
      'Dated moments and named outputs that an adviser would feed.',
      'Several dated moments in the first year, outputs and chosen recommendations with leads, and a clear answer to what would not happen otherwise.',
    ],
  },
  {
    key: 'sustainability',
    name: 'Sustainability',
    question: 'What stays when the funded period ends, who carries it, and with what means?',
    guidance: [
      'what happens after the funded period, and who pays',
      'who inherits the work, and whether a national officer is foreseen',
      'milestones towards the exit, with dates',
    ],
    levels: [
      'The request says nothing of what comes after.',
      'Hopes for further funds; no heir, no plan.',
      'An heir or a plan is named, but means are open or depend on others.',
      'A rising share of partners or a national officer, with dates; some means still an undertaking.',
      'Heirs at work beside the adviser from the first year, means committed, milestones that can be checked.',
    ],
  },
  {
    key: 'commitment',
    name: 'Full commitment of the RC and UNCT',
    question:
      'What do the Resident Coordinator and the country team bind themselves to: access, reporting lines, support, money, continuity?',
    guidance: [
      'both reporting lines and the standard terms of reference accepted in writing',
      'a seat in the country team, office, staff support, transport and security',
      'contributions in cash and in kind, and what happens when the Resident Coordinator changes',
    ],
    levels: [
      'No undertaking is given.',
      'General support; reporting lines or access are left open.',
      'Reporting lines accepted, but support is thin or rests on one person.',
      'Reporting lines and access in writing, concrete support of several agencies.',
      'All of it signed by the country team as a body, with focal points, time and money, binding on successors.',
    ],
  },
];

const criteria = (weights: number[]): FrameworkCriterion[] =>
  TEXTS.map((t, i) => ({ ...t, weight: weights[i]!, threshold: 2 }));
const rest = { totalThreshold: 60, moderationSpread: 2, minimumReviewers: 2 };

/** The criteria that a new installation starts with: settings of this system, to be changed by an administrator as new versions. */
export const FIRST_FRAMEWORKS: Omit<Framework, 'id'>[] = [
  {
    version: 1,
    name: 'Five criteria, equal weights',
    appliesTo: null,
    criteria: criteria([20, 20, 20, 20, 20]),
    ...rest,
  },
  {
    version: 2,
    name: 'Five criteria, regional requests',
    appliesTo: 'regional',
    criteria: criteria([25, 15, 20, 25, 15]),
    ...rest,
  },
];
