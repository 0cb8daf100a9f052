import type { StandardWords } from './definition.js';

/** The first standard terms of reference in English, in this product's own words. */
export const STANDARD_EN: StandardWords = {
  parts: {
    team: 'Duties to the Resident Coordinator and the country team',
    capacity: 'Duties to national capacity',
    counterparts: 'Duties to national counterparts',
    added: 'Duties added for this post',
  },
  clauses: {
    status: {
      heading: 'Place and status',
      text: `- Post: {title}
- Form of deployment: {modality}
- Duty station: {dutyStation}
- Countries covered: {countries}
- Time for each country: {coverage}
- Grade: {grade}

The adviser works {seat}. The adviser takes part in the meetings of the country team and of its programme and theme groups, and has access to the information, the people and the systems that the work needs.

The adviser is deployed by the Office of the United Nations High Commissioner for Human Rights (OHCHR) and has the status, privileges and immunities of a United Nations official of the same category. The adviser is independent in professional judgement, gives advice in confidence, and speaks in public only as agreed with the direct supervisor and OHCHR.`,
    },
    purpose: {
      heading: 'Purpose',
      text: `The adviser helps the Resident Coordinator and the country team to carry out their human rights responsibilities, and helps national institutions and civil society to strengthen the means by which rights are protected.

The post is there to build what remains when it ends. It does not take the place of the Government, of the national human rights institution, of civil society or of the agencies. It does not inquire into single cases unless the direct supervisor and OHCHR ask for it together.`,
    },
    reporting: {
      heading: 'Reporting',
      text: `The post has two reporting lines and one source of regional guidance. They are roles: whoever holds a role on a given day acts in it, and a change of person is recorded with its date without changing these terms.

- Direct supervisor: {supervisor}. Agrees the work plan, guides the work from day to day and writes the first appraisal.
- Second reporting officer: {secondOfficer}. Gives guidance and functional support on behalf of the High Commissioner and completes the appraisal.
- Regional guidance: {guidance}. Advises on substance, brings in specialists and helps to cover absences.

The adviser sends regular reports to the direct supervisor and to OHCHR alike, and may write to OHCHR in confidence where the safety of people or the integrity of the work calls for it. Where the two lines guide differently, the two officers settle it between them within ten working days; until then the adviser takes no public step on the matter.`,
    },
    'team.programmes': {
      heading: 'Human rights in programmes',
      text: `Help the country team to build human rights into its analysis, its cooperation framework, its joint programmes and other strategic plans: comment on drafts, propose outcomes and indicators, and follow what becomes of them.`,
      results: ['Cooperation framework: human rights in outcomes, indicators and budgets'],
    },
    'team.skills': {
      heading: 'Skills of the country team',
      text: `Build the skill of programme staff in the human rights-based approach by training, coaching on real programmes and short practical tools, so that agencies can go on without the adviser.`,
      results: ['Country team: staff who apply the human rights-based approach'],
    },
    'team.assessment': {
      heading: 'Assessment of situation and needs',
      text: `Assess the human rights situation, and what the country team can do and needs, in the first six months and each year after. Share the assessment with the country team and OHCHR, and base the work plan on it.`,
      results: ['Common analysis: an assessment that is kept up to date'],
    },
    'team.coordination': {
      heading: 'Coordination',
      text: `Make coordination on human rights easier: serve the theme group as secretary, keep one calendar of reviews, visits and reports, and see that agencies' contributions to them fit together.`,
      results: ['Country team: one calendar and one line on human rights'],
    },
    'team.advice': {
      heading: 'Advice to the Resident Coordinator',
      text: `Advise the Resident Coordinator and heads of agency on human rights questions of policy, of programmes and of crisis, including early signs of serious violations and due diligence in support to security forces.`,
      results: ['Resident Coordinator: timely advice, on record'],
    },
    'capacity.plan': {
      heading: 'Strategies for national capacity',
      text: `From an assessment of the situation, of capacity and of national priorities, advise on strategies and programmes that strengthen institutions. Name for each who carries it on in the country, and with what means, after the post has ended.`,
      results: ['National institutions: plans with an owner and means'],
    },
    'capacity.expertise': {
      heading: 'Access to expertise and tools',
      text: `Open the way for national partners to expertise, tools, standards and good practice of the United Nations human rights system and of other countries, and adapt tools to national languages and law.`,
      results: ['National institutions: tools in use'],
    },
    'counterparts.state': {
      heading: 'State bodies',
      text: `Advise ministries, parliament, the judiciary and local authorities, at their request, on law, policy and practice that meet the State's obligations, and support the body that prepares reports and follows up on recommendations.`,
      results: ['State: law and policy in line with obligations'],
    },
    'counterparts.institution': {
      heading: 'National human rights institution',
      text: `Advise and train the national human rights institution, or support its creation, in line with the Paris Principles, and help it to use its mandate fully: complaints, inquiries, visits, education and advice.`,
      results: ['National institution: independence and effectiveness'],
    },
    'counterparts.civilSociety': {
      heading: 'Civil society',
      text: `Keep a wide network with civil society, including groups of women, young people, persons with disabilities, minorities, indigenous peoples and others at risk of being left behind. Support them in practical ways, and see that they are heard in the work of the country team.`,
      results: ['Civil society: space and access'],
    },
    'counterparts.mechanisms': {
      heading: 'International human rights mechanisms',
      text: `Encourage work with the treaty bodies, the Special Procedures and the universal periodic review: help the State, the national institution, civil society and the country team to report, to receive visits and to act on recommendations.`,
      results: ['Mechanisms: reports made in time, recommendations acted on'],
    },
    'counterparts.humanitarian': {
      heading: 'Humanitarian action and recovery',
      text: `Where there is an emergency or recovery from one, advise the humanitarian country team on the rights of those affected, on protection and on accountability to them.`,
      results: ['Humanitarian action: protection in plans and appeals'],
    },
    outputs12: {
      heading: 'Expected outputs within 12 months',
      text: `- A work plan with indicators, agreed by the direct supervisor and OHCHR within 60 days of arrival.
- An assessment of the situation, of capacities and of needs, shared with the country team and OHCHR within six months.
- Written contributions of the adviser to the current step of the cooperation framework, with a note of what was taken up.
- At least two rounds of practical training on the human rights-based approach, with coaching on two running programmes.
- A plan, agreed with national counterparts, for acting on chosen recommendations of the human rights mechanisms.
- One first result for each duty added for this post, as the work plan names it.
- Quarterly updates and an annual report.`,
    },
    outputs24: {
      heading: 'Expected outputs within 24 months',
      text: `A shorter term reaches those that its work plan names.

- Human rights outcomes and indicators that stand in the cooperation framework or its yearly plans, with an agency responsible for each.
- Agency staff who train and coach their own colleagues without the adviser.
- Chosen recommendations acted on, with evidence that national counterparts confirm.
- At least one national institution that has taken over a tool, a course or a function begun with the adviser.
- The mid-term review, its findings answered in writing, and a note on exit with an heir for each line of work.`,
    },
    relations: {
      heading: 'Working relations',
      text: `- In the United Nations: heads of agency, programme staff, the peace and development adviser, the gender and humanitarian advisers, the regional team of the United Nations Development Group, and other human rights presences in the region.
- In the country: ministries, parliament, judiciary, the national human rights institution, civil society, universities, the media, and the regional bodies that the country belongs to.
- Partners: donors and the diplomatic community, in agreement with the direct supervisor.

Each agency of the country team names a focal point. Requests to counterparts are coordinated so that nobody is asked twice.`,
    },
    hostSupport: {
      heading: 'Support by the host',
      text: `The Resident Coordinator sees that the adviser has the following from the day of arrival until the last day, whichever entity provides it.

- Office: a furnished office that can be locked, with connection and equipment, accessible to persons with disabilities. Offered: {office}
- Security: the measures, clearances and briefings that staff of the same grade have at the duty station. Offered: {security}
- Transport: a vehicle for official journeys at the duty station. Offered: {transport}
- Travel in the country: the journeys of the work plan, at least one a quarter outside the duty station where security allows.
- Staff: administrative support, and interpretation where the work needs it.
- Formalities: accreditation, visa and passes, with the help of the Resident Coordinator's Office.`,
    },
    qualifications: {
      heading: 'Qualifications and languages',
      text: `- An advanced university degree in law, political or social science, international relations or a related field; a first degree with more years of experience counts as equal.
- Experience in human rights of the length and level that grade {grade} asks for, part of it in the field and part of it in advice to institutions.
- Knowledge of the international human rights system and of the human rights-based approach in programmes.
- Skill in advice, training, negotiation and drafting; tact and sound judgement under pressure.
- Working languages: {languages}.

Women, persons with disabilities and members of groups that are under-represented are encouraged to apply.`,
    },
    duration: {
      heading: 'Duration, funding and cost share',
      text: `- Start: {start}
- Length: {length}
- Sources in cash: {cash}
- Sources in kind: {inKind}

The sources are those of the request as it was approved; what was confirmed since is recorded with the case. Each contributor answers for its own share. The post runs within confirmed funds: approval alone commits no money, and an extension needs a decision and funds of its own.`,
    },
    review: {
      heading: 'Review and exit',
      text: `- Mid-term review: {review}
- Planned end: {end}

The direct supervisor and OHCHR review the work together at half time, with the views of the country team and of national counterparts, and answer the findings in writing. Whether the post is extended, handed to a successor, converted or ended is decided as a rule six months before the planned end.

In the last month adviser and office complete the exit list: files and contacts handed over, open commitments named, sensitive information secured, partners informed, the end report filed. Either side may end these terms with 60 days' notice and a reason in writing.`,
    },
    dataProtection: {
      heading: 'Data protection',
      text: `The adviser collects personal data only where the work needs it, keeps it in systems approved by the United Nations, and shares it only with the informed consent of the person concerned or where United Nations rules allow it. Names of victims, witnesses and sources stand in no plan, report or message that goes beyond those who must know. On leaving, the adviser hands over or deletes such data as OHCHR directs.`,
    },
    noHarm: {
      heading: 'Do no harm',
      text: `The adviser weighs, before each step, what it may mean for people who work with the United Nations, and takes no step where the risk to them cannot be kept low. Reprisals and threats are reported to the direct supervisor and OHCHR at once. The safety of people comes before any output in these terms.`,
    },
    versions: {
      heading: 'Version and signature',
      text: `These terms are a numbered version, made from a numbered standard; departures from that standard are listed at the end. They are in force when the Resident Coordinator, or whoever acts in that place, and OHCHR have both signed the same version. A change is a new version, which both sign again. Earlier versions are kept.`,
    },
  },
};
