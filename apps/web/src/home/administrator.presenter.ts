import type { Framework } from '#domain';
import { paths } from '../shell/paths.js';
import type { Part } from './blocks.js';

const ACTIONS = [
  { text: 'Edit the criteria', href: paths.adminCriteria() },
  { text: 'Conflicts of interest', href: paths.conflicts(), secondary: true },
];

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
    blocks: framework
      ? [
          {
            kind: 'table',
            id: 'criteria',
            title: `Criteria in force: ${framework.name}`,
            columns: [
              { key: 'name', text: 'Criterion' },
              { key: 'weight', text: 'Weight', numeric: true },
              { key: 'threshold', text: 'Lowest score that meets it', numeric: true },
            ],
            rows: framework.criteria.map((c) => ({
              name: c.name,
              weight: `${c.weight}%`,
              threshold: String(c.threshold),
            })),
            empty: '',
          },
        ]
      : [],
    asides: [
      {
        kind: 'words',
        title: 'What you do not see',
        text: 'You look after people, criteria and other settings. Requests, scores and decisions are closed to you.',
      },
    ],
  };
}
