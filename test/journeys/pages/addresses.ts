import type { Stage } from '../tanzania-at.js';

/** A page of the product: who looks at it, when, and what its title says. */
export interface Address {
  who: string | null;
  path: string;
  /** The stage of the request of Tanzania whose reference stands for `:ref`. */
  stage?: Stage;
  title: string;
  status?: number;
}

const TANZANIA = 'United Republic of Tanzania';
const SECTION_TITLES = [
  'Country context',
  'Ownership',
  'Enabling national environment',
  'Strategic programming opportunities',
  'Sustainability',
  'Commitment of the RC and UNCT',
  'Terms of reference',
  'Cost, funding and hosting',
  'Documents and endorsements',
];

const open = (path: string, title: string): Address => ({ who: null, path, title });
const at = (stage: Stage, who: string, path: string, title: string): Address => ({ who, path, stage, title });
const of = (who: string, path: string, title: string): Address => ({ who, path, title });

/** Every page of the product, each at a stage at which there is something on it. */
export const ADDRESSES: Address[] = [
  open('/sign-in', 'Sign in'),
  open('/guidance', 'Guidance'),
  open('/guidance/criteria', 'The five criteria'),
  open('/guidance/scoring', 'Scoring guidance'),
  open('/guidance/terms-of-reference', 'Standard terms of reference'),
  open('/accessibility', 'Accessibility'),
  open('/privacy', 'Privacy'),
  open('/help', 'Help'),
  { who: 'rc-tza', path: '/nothing-here', title: 'Page not found', status: 404 },

  of('rc-tza', '/', 'Your work'),
  of('do-esa', '/', 'Your work'),
  of('rt-esa', '/', 'Your work'),
  of('pc-oduya', '/', 'Your work'),
  of('ap-masangu', '/', 'Your work'),
  of('fm-vanderbeke', '/', 'Your work'),
  of('au-petrescu', '/', 'Your work'),
  of('ad-halvorsen', '/', 'Your work'),
  of('do-esa', '/requests', 'Requests'),
  of('rco-tza', '/requests/new', 'Start a request'),

  ...SECTION_TITLES.map((title, i) =>
    at('draft', 'rco-tza', `/requests/:ref/sections/${i + 1}`, `${title}: ${TANZANIA}`),
  ),
  at('draft', 'rco-tza', '/requests/:ref', `${TANZANIA}, :ref`),
  at('draft', 'rco-tza', '/requests/:ref/details', 'What you ask for'),
  at('draft', 'rco-tza', '/requests/:ref/check', 'Check against the five criteria'),
  at('draft', 'rc-tza', '/requests/:ref/submit', 'Submit the request'),
  at('draft', 'rco-tza', '/requests/:ref/abandon', 'Abandon the draft'),
];
