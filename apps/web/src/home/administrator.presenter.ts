import type { Framework } from '#domain';
import { paths } from '../shell/paths.js';
import type { Block, Part } from './blocks.js';

const ACTIONS = [
  { text: 'Edit the criteria', href: paths.adminCriteria() },
  { text: 'Conflicts of interest', href: paths.conflicts(), secondary: true },
];

const SETTINGS: Block = {
  kind: 'table',
  id: 'settings',
  title: 'What you look after',
  columns: [
    { key: 'name', text: 'Setting' },
    { key: 'what', text: 'What it decides' },
  ],
  rows: [
    {
      name: { text: 'Criteria', href: paths.adminCriteria() },
      what: 'By what requests are scored, from which round on',
    },
    {
      name: { text: 'Calls of the rounds', href: paths.adminRounds() },
      what: 'From when to when requests are asked for',
    },
    {
      name: { text: 'Holidays of duty stations', href: paths.adminHolidays() },
      what: 'On which days nobody works where, and so when things are due',
    },
    {
      name: { text: 'Where people and offices sit', href: paths.adminSeats() },
      what: 'Whose weekend, holidays and time zone count for their clocks',
    },
    {
      name: { text: 'Resident Coordinators', href: paths.adminCoordinators() },
      what: 'Who signs for which country, and who follows',
    },
    {
      name: { text: 'Who is away', href: paths.adminAway() },
      what: 'Who is told in whose place, and who waits for whom',
    },
    {
      name: { text: 'Words of letters', href: paths.adminLetters() },
      what: 'What decision letters say, in three languages',
    },
    {
      name: { text: 'Standard terms of reference', href: paths.adminTerms() },
      what: 'From what the terms of a post are taken',
    },
    {
      name: { text: 'Mails that came in', href: paths.adminInbound() },
      what: 'Replies that did not find their case, and mails that came back',
    },
    {
      name: { text: 'Rules of notices', href: paths.noticeRules() },
      what: 'Who is told what and when, and what became of it',
    },
    {
      name: { text: 'Delivery of mail', href: paths.adminDelivery() },
      what: 'What is on its way, held or came to nothing',
    },
    {
      name: { text: 'Webhooks', href: paths.webhooks() },
      what: 'Which other programs are told of what',
    },
    {
      name: { text: 'Conflicts of interest', href: paths.conflicts() },
      what: 'Who is kept out of which country’s requests',
    },
  ],
  empty: '',
};

const inForceTable = (framework: Framework): Block => ({
  kind: 'table',
  id: 'criteria',
  title: `Criteria in force: ${framework.name}`,
  columns: [
    { key: 'name', text: 'Criterion' },
    { key: 'weight', text: 'Weight', numeric: true },
    { key: 'threshold', text: 'Lowest score that meets it', numeric: true },
  ],
  rows: framework.criteria.map((c) => ({ name: c.name, weight: `${c.weight}%`, threshold: String(c.threshold) })),
  empty: '',
});

/** The part of an administrator: settings; the content of requests is closed to them. */
export function administratorPart(framework: Framework | null): Part {
  return {
    title: 'Settings of this system',
    sentences: [
      framework
        ? `Requests submitted now are judged by version ${framework.version} of the criteria.`
        : 'No version of the criteria is in force.',
    ],
    figures: [],
    actions: ACTIONS,
    blocks: [SETTINGS, ...(framework ? [inForceTable(framework)] : [])],
    asides: [
      {
        kind: 'words',
        title: 'What you do not see',
        text: 'You look after people, criteria and other settings. Requests, scores and decisions are closed to you.',
      },
    ],
  };
}
