import { activeState, addDays, BRIDGE_KINDS, REPORTING_PARTS, type DeploymentFacts } from '#domain';
import { date } from '../shell/words.js';
import { filled, optionsOf } from './step-fields.js';
import { day, said, why, type Around, type StepForm } from './step-form.js';

const covered = (facts: DeploymentFacts, { countries, today }: Around) =>
  countries.filter((c) =>
    facts.post.coverage.some((x) => x.country === c.value && (x.until === null || x.until >= today)),
  );

/** Steps about the post itself: who bridges a gap, what it covers, who supervises. */
export const COVER_FORMS: Record<string, StepForm> = {
  bridge: {
    event: 'BRIDGE',
    page: 'summary',
    lead: said('Names who covers while the post is empty. A gap that is bridged is still shown as one.'),
    asks: () => [
      { name: 'kind', kind: 'choice', label: 'Who covers?', options: optionsOf(BRIDGE_KINDS) },
      { name: 'by', kind: 'text', label: 'By name', hint: 'The office, or the adviser.' },
      day('from', 'From', 'The first day that is covered. Nobody may be in post on it.'),
      day('until', 'Until', 'The last day that is covered, as far as it can be told.'),
      {
        name: 'deployment',
        kind: 'text',
        label: 'Reference of the adviser’s own post',
        hint: 'For cover by an adviser who holds another post, such as DEP-2027-004.',
        optional: true,
        width: 20,
      },
    ],
    at: (facts, { today }) => {
      const last = facts.incumbencies.at(-1)?.until;
      return filled({ from: activeState(facts.state)?.tenure === 'vacant' && last ? addDays(last, 1) : today });
    },
  },
  'end-bridge': {
    event: 'END_BRIDGE',
    page: 'summary',
    lead: said('The cover ends earlier than planned.'),
    asks: (facts) => [
      {
        name: 'bridgeId',
        kind: 'select',
        label: 'Which cover?',
        options: facts.bridges.map((b) => ({ value: b.id, text: `${b.by}, from ${date(b.from)}` })),
      },
      day('on', 'Its last day', 'The post is shown as not covered from the day after.'),
    ],
  },
  'add-country': {
    event: 'COVER',
    page: 'summary',
    lead: said('One post may cover several States. What was covered when is kept.'),
    asks: (_, { countries }) => [
      { name: 'country', kind: 'select', label: 'Which country?', options: countries },
      day('from', 'From', 'From this day on its country team can open the post.'),
      { name: 'until', kind: 'date', label: 'Until', hint: 'Leave it empty where no end is agreed.', optional: true },
      {
        name: 'daysPerMonth',
        kind: 'number',
        label: 'Days a month',
        hint: 'As it is agreed with the country team. The workload is counted from it.',
        optional: true,
        width: 3,
      },
      why,
    ],
  },
  'remove-country': {
    event: 'UNCOVER',
    page: 'summary',
    lead: said('The time in which it was covered stays in the record.'),
    asks: (facts, around) => [
      { name: 'country', kind: 'select', label: 'Which country?', options: covered(facts, around) },
      day('until', 'Last day on which it is covered', 'Its country team reads the post until then.'),
      why,
    ],
  },
  'change-post': {
    event: 'CHANGE_POST',
    page: 'summary',
    lead: said('For a title, a grade or a duty station that changes. What was there before stays in the record.'),
    asks: (facts, around) => [
      { name: 'title', kind: 'text', label: 'Title' },
      { name: 'dutyStation', kind: 'text', label: 'Duty station', hint: 'The town.' },
      {
        name: 'host',
        kind: 'select',
        label: 'Country of the duty station',
        hint: 'One that the post covers. Its Resident Coordinator supervises the adviser.',
        optional: true,
        options: covered(facts, around),
      },
      {
        name: 'cluster',
        kind: 'text',
        label: 'Regional office that leads its cluster',
        hint: 'Where several posts are led together by one OHCHR office. Empty where the post stands alone.',
        optional: true,
      },
      { name: 'grade', kind: 'text', label: 'Grade', hint: 'For example, P-5 or NO-C.', optional: true, width: 10 },
      why,
    ],
    at: ({ post }) =>
      filled({
        title: post.title,
        dutyStation: post.dutyStation,
        host: post.host ?? undefined,
        grade: post.grade,
        cluster: post.cluster ?? undefined,
      }),
  },
  framework: {
    event: 'MARK_FRAMEWORK',
    page: 'summary',
    lead: said('Whether the post stands under the deployment strategy; the tables of presences mark it.'),
    asks: () => [
      { name: 'under', kind: 'yesNo', label: 'Does the post stand under the framework?' },
      day('from', 'From', 'Tables of earlier days stay as they are.'),
      why,
    ],
  },
  supervision: {
    event: 'SET_REPORTING',
    page: 'summary',
    lead: said('Persons change while their parts stay: whoever held the part before ends on the day before.'),
    asks: () => [
      { name: 'part', kind: 'choice', label: 'Which part?', options: optionsOf(REPORTING_PARTS) },
      { name: 'name', kind: 'text', label: 'Name' },
      { name: 'title', kind: 'text', label: 'Title', hint: 'For example, United Nations Resident Coordinator.' },
      day('from', 'From', 'The first day on which this person has the part.'),
    ],
  },
};
