import type { WorkedExample } from '#domain';

/** Worked examples that a new installation starts with. Both countries, and everything said of them, are invented. */
export const FIRST_EXAMPLES: { id: string; content: WorkedExample }[] = [
  {
    id: '01990000-0000-7000-8000-000000000001',
    content: {
      title: 'An island State with a new institution',
      setting:
        'First request of the country team of an island State with nine agencies, for one international adviser for two years. The country has no other presence of OHCHR. All of it is invented.',
      texts: {
        ownership:
          'The country team discussed the request in February and in May; eight of nine heads of agency signed it, and the ninth, which has one officer in the country, wrote that it has no objection. The Ministry of Justice asked for an adviser in a letter of 12 April. The Ombudsman’s Office and two networks of civil society were heard on 3 May; their written remarks, one of them critical of the draft, are attached.',
        enablingEnvironment:
          'The Government has invited two special procedures since last year and received one. A law on the national human rights institution was passed in November; its members are not yet named. Officials of the police have said in meetings that they would welcome training. Access to the northern atolls depends on one ship a month.',
        strategicOpportunities:
          'The next Cooperation Framework is designed from September to February. The adviser would lead the human rights analysis for it (output 2.1, with the lead agency named) and prepare the follow-up of 41 recommendations of the universal periodic review, of which the country team chose nine, each with a lead agency. The census of next year is mentioned as a further opening.',
        sustainability:
          'After two years the country team hopes to find funds for a national officer. A donor has expressed interest in a meeting. The work on the review would go to the Ministry of Justice, which has one person for it.',
        commitment:
          'The Resident Coordinator accepts both reporting lines as in the standard terms of reference and will seat the adviser in the country team. Office, security and internet are given by the Coordinator’s Office; transport is shared by three agencies, named, for the first year.',
      },
      agreed: {
        ownership: {
          score: 4,
          reason:
            'Asked for in writing by a ministry, signed by nearly the whole country team, institution and civil society heard, and a differing view is on file.',
        },
        enablingEnvironment: {
          score: 2,
          reason:
            'Invitations and a law are real first steps, but the institution has no members yet and the interest of the police is only reported. Interest of some institutions: partial.',
        },
        strategicOpportunities: {
          score: 4,
          reason:
            'Dated design of the framework with a named output in the first year, nine chosen recommendations with leads. The census adds nothing, and takes nothing away.',
        },
        sustainability: {
          score: 1,
          reason:
            'Hopes for funds and one meeting with a donor. An heir with one person is named, but no plan and no date.',
        },
        commitment: {
          score: 3,
          reason:
            'Reporting lines and a seat in writing, concrete support of several agencies; transport is sure for one year only, and nothing binds a successor.',
        },
      },
    },
  },
  {
    id: '01990000-0000-7000-8000-000000000002',
    content: {
      title: 'A third extension where partners changed',
      setting:
        'Request for a third extension, by twelve months, of an adviser who has been in post for four years. A new Government took office three months before. All of it is invented.',
      texts: {
        ownership:
          'The country team agreed to the extension at its retreat. Five of fourteen agencies signed; the others “support the request in principle”. The new Government has been informed. The national institution, an active partner until last year, did not reply to two letters.',
        enablingEnvironment:
          'Cooperation was good under the last Government: three visits of special procedures and a national action plan. The new Government has not yet said how it sees the plan. The joint working group on detention has not met since the elections. No text says that the post is unwelcome.',
        strategicOpportunities:
          'The adviser will continue to mainstream human rights in the work of the country team, support the results groups and seize openings as they come.',
        sustainability:
          'A national officer, paid by the country team, has worked beside the adviser for a year and takes over the work with the results groups on 1 July; the agreement of five agencies on her post for three years is attached. The work with the judiciary goes to a project with a budget of its own, from January.',
        commitment:
          'The Resident Coordinator, who leaves in two months, confirms the present arrangements. Nothing is said of the reporting lines. The share of the country team in the cost, 30 % in the second extension, is left open.',
      },
      agreed: {
        ownership: {
          score: 1,
          reason: 'The country team agreed, but a minority signed, and national partners were informed or silent.',
        },
        enablingEnvironment: {
          score: null,
          reason:
            'What is told is of the last Government. Of the present one nothing is known, for good or bad: this cannot be assessed, and is not a low score. The panel would ask the country office.',
        },
        strategicOpportunities: { score: 1, reason: 'General hopes: no date, no output, no recommendation is named.' },
        sustainability: {
          score: 4,
          reason:
            'Heirs at work, means committed in writing for three years, and dates that can be checked. A weak request may be strong in one criterion: score each for itself.',
        },
        commitment: {
          score: 1,
          reason: 'General support of a Resident Coordinator who leaves; reporting lines and share are left open.',
        },
      },
    },
  },
];
