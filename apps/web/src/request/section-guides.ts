import type { Framework, Section } from '#domain';
import { paths } from '../shell/paths.js';

interface Guide {
  title: string;
  items: string[];
  link?: { text: string; href: string };
}

/** What helps to write the sections that belong to no criterion. */
const GUIDES: Record<string, Guide> = {
  context: {
    title: 'What belongs here',
    items: [
      'the human rights situation in a few lines, for a reader who does not know the country',
      'what the mechanisms have said, and what support of the United Nations there is now',
      'risks for the adviser or for people who work with the United Nations, in the last two answers only',
    ],
  },
  termsOfReference: {
    title: 'What belongs here',
    items: [
      'the standard terms of reference hold as they stand: say only what you add or change',
      'every change with its reason, and when it ends if it is for a time',
    ],
    link: { text: 'Read the standard terms of reference', href: `${paths.guidance()}/terms-of-reference` },
  },
  costAndHosting: {
    title: 'What belongs here',
    items: [
      'every cost of every year, with who pays it, in cash or in kind',
      'what is not yet funded too: write “to be sought” as the payer',
      'office, transport and security, as they are offered and not as they are hoped for',
    ],
  },
  documentsAndEndorsements: {
    title: 'What belongs here',
    items: [
      'the request letter, and the minutes of the meeting at which the country team agreed',
      'letters of the Government, of the national institution and of civil society',
      'every head of agency, also those who decline or have not answered',
    ],
  },
};

/** What stands above the questions of a section: for a criterion, what its reviewers look for. */
export function guideOf(section: Section, framework: Framework | null): Guide | null {
  const criterion = framework?.criteria.find((c) => c.key === section.criterion);
  return criterion ? { title: 'What reviewers look for', items: criterion.guidance } : (GUIDES[section.key] ?? null);
}
