import { paths } from '../shell/paths.js';

/** What helps to answer one question: the product's own words, and nobody's policy. */
export interface QuestionGuide {
  look: string;
  example: string;
  resource: { text: string; href: string };
}

const criteria = (text: string, place: string) => ({ text, href: `${paths.guidance()}/criteria#${place}` });
const guidance = (text: string, page: string) => ({ text, href: `${paths.guidance()}/${page}` });
const MECHANISMS = { text: 'Universal Human Rights Index of OHCHR', href: 'https://uhri.ohchr.org/' };
const PRESENCES = { text: 'Where advisers and offices are, and were', href: paths.presences() };
const OWNERSHIP = criteria('What counts as evidence of ownership', 'ownership');
const ENVIRONMENT = criteria('What counts as evidence of an enabling environment', 'environment');
const OPPORTUNITIES = criteria('What counts as an opportunity', 'opportunities');
const SUSTAINABILITY = criteria('What counts as evidence of sustainability', 'sustainability');
const COMMITMENT = criteria('What counts as evidence of commitment', 'commitment');
const TERMS = guidance('The standard terms of reference', 'terms-of-reference');
const HOSTING = guidance('How cost sharing and hosting are arranged', 'arrangements');

const of = (look: string, example: string, resource: QuestionGuide['resource']): QuestionGuide => ({
  look,
  example,
  resource,
});

const CONTEXT: Record<string, QuestionGuide> = {
  'sections.context': of(
    'Whether somebody who has never been to the country can follow the rest: the two or three facts on which it turns, each with its source and date.',
    'After the second review of 2026 the State supported 118 of 160 recommendations. There is no adviser; one officer of the regional office covers five countries and came twice last year.',
    PRESENCES,
  ),
  mechanismRecommendations: of(
    'Whether an adviser would help to act on these recommendations, rather than on all that were ever made.',
    'Committee against Torture, 2025, places of detention: set up a national preventive mechanism with its own budget.',
    MECHANISMS,
  ),
  'sections.risk.text': of(
    'Whether dangers are named plainly, for the adviser and for those who cooperate. An honest answer does not lower the score.',
    'Two organisations that met a special rapporteur were searched in May. National staff who work on detention have been called in twice.',
    ENVIRONMENT,
  ),
  'sections.risk.mitigation': of(
    'Whether each danger above has a measure, and somebody who takes it.',
    'No names in what is kept on shared drives; the Resident Coordinator raises reprisals within 48 hours; a focal point in the regional office is told of each case.',
    ENVIRONMENT,
  ),
};

const OWNERSHIP_GUIDES: Record<string, QuestionGuide> = {
  'sections.ownership.whoAskedFirst': of(
    'Whether the request grew in the country team: who raised it, when it was discussed, and where that is recorded.',
    'The working group on governance proposed it on 3 March. The country team discussed it on 17 March and agreed on 14 April (minutes attached, item 4).',
    OWNERSHIP,
  ),
  'sections.ownership.agenciesInvolved': of(
    'Whether those who do not support it are named too, with their reason.',
    'Nine of fourteen agencies took part and seven endorse. WFP abstains because its programme ends in June; IOM has not answered.',
    OWNERSHIP,
  ),
  'sections.ownership.governmentConsulted': of(
    'Whether the Government knows of it, who was spoken to, at what level, and what was said.',
    'The Minister of Justice wrote on 6 January that the ministry welcomes an adviser (letter attached). Foreign Affairs has no objection.',
    OWNERSHIP,
  ),
  'sections.ownership.nhriAndCivilSociety': of(
    'Whether others than the Government were heard, and whether what they asked for shows in the request.',
    'The commission asked for help with its accreditation. Of eleven organisations that we met, most wanted the adviser to travel to the regions: see the added duties.',
    OWNERSHIP,
  ),
  'sections.ownership.nationalPriorities': of(
    'Whether it answers something to which the State has committed itself, with the reference.',
    'Objective 4 of the national plan 2025-2030, and recommendations 112.14 to 112.20 of the last review, all supported.',
    MECHANISMS,
  ),
};

const ENVIRONMENT_GUIDES: Record<string, QuestionGuide> = {
  'sections.enablingEnvironment.stateWillingness': of(
    'Whether what the State has done shows that it will work with an adviser, and on what it will not.',
    'Prison visits of the regional office were agreed to three times in 2026. Work on freedom of assembly is not welcome at present.',
    ENVIRONMENT,
  ),
  'sections.enablingEnvironment.treatiesAndMechanisms': of(
    'Whether dates are given: what is ratified, which report is due or late, which visit is agreed.',
    'Party to seven of nine core treaties. The report under the Covenant on civil rights is four years late; the third review is in November 2028.',
    MECHANISMS,
  ),
  'sections.enablingEnvironment.nationalInstitutions': of(
    'Whether there is somebody on the other side of the table, and how strong they are in fact.',
    'The commission has A status, nine members and 40 staff, all in the capital. The body that writes reports has met twice since 2024 and has no secretariat.',
    ENVIRONMENT,
  ),
  'sections.enablingEnvironment.accessAndConstraints': of(
    'Whether the adviser could enter, travel and meet people, and what would take longest.',
    'A visa takes six weeks. The north is reached by humanitarian flights only; meetings outside the capital need a notice of 72 hours.',
    ENVIRONMENT,
  ),
};

const OPPORTUNITY_GUIDES: Record<string, QuestionGuide> = {
  'sections.strategicOpportunities.planningMoments': of(
    'Whether decisions are taken in the first twelve months that an adviser could shape, with their dates.',
    'Common country analysis from September to December 2027; results framework signed in June 2028; budget law in October.',
    OPPORTUNITIES,
  ),
  'sections.strategicOpportunities.outputsAndRecommendations': of(
    'Whether each thing that is promised can be seen to be done: an output, a recommendation, a date.',
    'By the end of the first year: late report to the Committee on the Rights of the Child sent; 30 recommendations entered in the tracking system, each with a ministry.',
    OPPORTUNITIES,
  ),
  'sections.strategicOpportunities.addedValue': of(
    'Whether it says what nobody who is there could do, and not that human rights matter.',
    'Three agencies give advice on prisons, each on its own part. Nobody has the mandate to bring the findings to the ministry together.',
    PRESENCES,
  ),
};

const SUSTAINABILITY_GUIDES: Record<string, QuestionGuide> = {
  'sections.sustainability.afterFundedPeriod': of(
    'Whether the end is thought of now: who pays what, from which year on, and what stops if nobody does.',
    'UNDP pays half of a national officer from the third year. The prison work passes to the commission; the training of judges ends.',
    SUSTAINABILITY,
  ),
  'sections.sustainability.nationalCapacityAndHandover': of(
    'Whether those who take over are named and have agreed to it.',
    'The secretariat of the reporting body takes over the tracking system; its head agreed on 2 May. A national officer is foreseen from month 13.',
    SUSTAINABILITY,
  ),
  'sections.sustainability.exitMilestones': of(
    'Whether there are three or four steps with dates that can be checked at half time.',
    'Month 6: secretariat trained. Month 12: it writes a report without help. Month 20: handover list agreed. Month 24: end.',
    SUSTAINABILITY,
  ),
};

const COMMITMENT_GUIDES: Record<string, QuestionGuide> = {
  'sections.commitment.reportingLinesAndAccess': of(
    'Whether both reporting lines are accepted in writing, and which meetings the adviser takes part in.',
    'The standard terms are accepted as they stand. The adviser is a member of the country team and of the security cell, and reports to OHCHR as well.',
    TERMS,
  ),
  'sections.commitment.hostAndStaffSupport': of(
    'Whether what is offered is listed with its value, its giver and its end.',
    'Office and car by UNDP for 24 months (worth 38,000 US dollars); half of a national assistant by UNICEF in cash until December 2028.',
    HOSTING,
  ),
  'sections.commitment.coordinatorContinuity': of(
    'Whether the commitment is that of the team, and outlasts a change of Resident Coordinator.',
    'The Resident Coordinator leaves in August. The commitment is in the minutes of the team of 14 April and in the handover note.',
    COMMITMENT,
  ),
  'sections.commitment.earlierExperience': of(
    'Whether something was learnt: what worked with an earlier adviser, what did not, and what is done otherwise now.',
    'The adviser of 2018 to 2020 had no seat in the team and heard of decisions late. This time the seat is agreed beforehand.',
    PRESENCES,
  ),
};

const OTHER_GUIDES: Record<string, QuestionGuide> = {
  'sections.termsOfReference.level': of(
    'Whether the level fits the work: whom the adviser advises and whether staff are led.',
    'P-5, since the adviser sits in the country team and leads two national officers.',
    TERMS,
  ),
  'sections.termsOfReference.workingLanguages': of(
    'Whether they are needed for the work, and not only welcome: each one narrows the choice.',
    'French',
    TERMS,
  ),
  'sections.termsOfReference.addedDuties': of(
    'Whether an added task can be done beside the standard ones, and follows from what is said above.',
    'Support the commission’s request for accreditation until its hearing.',
    TERMS,
  ),
  'sections.termsOfReference.deviationsFromStandard': of(
    'Whether every change has a reason and an end. No change is the usual answer.',
    'None. Or: in the first six months the adviser spends one week a month in the east, because the displacement plan is written there.',
    TERMS,
  ),
  'sections.coveragePlan': of(
    'Whether the days add up to a year’s work, and each country knows what comes first there.',
    'Barbados, 90 days: treaty reporting unit. Grenada, 35 days: review of 2028.',
    guidance('Posts that cover several countries', 'posts'),
  ),
  'sections.costAndHosting.years': of(
    'Whether every cost has a payer in every year, and what has none is said to have none.',
    '2027, 6 months: adviser, 128,000, fund, cash. Office, 9,500, UNDP, in kind. Travel, 6,000, to be sought, cash.',
    HOSTING,
  ),
  'sections.costAndHosting.hosting.office': of(
    'Whether there is a room where people can be heard in confidence.',
    'A room with a door on the second floor of the common premises, from 1 July.',
    HOSTING,
  ),
  'sections.costAndHosting.hosting.transport': of(
    'Whether the adviser can travel when it is needed, and who pays for it.',
    'A seat in the car pool; four trips a year outside the capital paid by UNDP.',
    HOSTING,
  ),
  'sections.costAndHosting.hosting.security': of(
    'Whether the adviser is part of the arrangements of the team from the first day.',
    'Included in the security plan and its cost sharing; residence cleared before arrival.',
    HOSTING,
  ),
  'sections.documentsExpected': of(
    'Whether what the answers rest on can be opened.',
    'Minutes of the country team, 14 April 2027',
    OWNERSHIP,
  ),
  endorsements: of(
    'Whether the heads of agency speak for themselves, and what they give is in figures.',
    'UNICEF, endorses, in cash 20,000 a year until 2028: half of a national assistant.',
    COMMITMENT,
  ),
};

/** What helps to answer each question of the form, by the place of the answer. */
export const QUESTION_GUIDES: Readonly<Record<string, QuestionGuide>> = {
  ...CONTEXT,
  ...OWNERSHIP_GUIDES,
  ...ENVIRONMENT_GUIDES,
  ...OPPORTUNITY_GUIDES,
  ...SUSTAINABILITY_GUIDES,
  ...COMMITMENT_GUIDES,
  ...OTHER_GUIDES,
};
