import type { Address } from './addresses.js';

const TANZANIA = 'United Republic of Tanzania';
const SEVERAL = `${TANZANIA} and two other countries`;

/** The pages on which people of an office, and several offices, work together. */
export const TOGETHER_ADDRESSES: Address[] = [
  { who: null, path: '/guidance/working-together', title: 'Working together' },
  { who: 'rco-tza', stage: 'draft', path: '/requests/:ref/comments', title: `Comments: ${TANZANIA}` },
  { who: 'rc-tza', stage: 'ofSeveral', path: '/requests/:ref/signatures', title: `Countries: ${SEVERAL}, :ref` },
  { who: 'rc-ner', stage: 'ofSeveral', path: '/requests/:ref/signatures', title: `Countries: ${SEVERAL}, :ref` },
  { who: 'rc-ner', stage: 'ofSeveral', path: '/requests/:ref', title: `${SEVERAL}, :ref` },
  {
    who: 'rc-tza',
    stage: 'ofSeveral',
    path: '/requests/:ref/check',
    title: `Check against the five criteria: ${SEVERAL}`,
  },
  { who: 'rc-tza', stage: 'ofSeveral', path: '/requests/:ref/submit', title: `Submit the request: ${SEVERAL}` },
  {
    who: 'rc-tza',
    stage: 'offeredToSeveral',
    path: '/requests/:ref/signatures',
    title: `Countries: ${TANZANIA}, :ref`,
  },
  {
    who: 'rc-mwi',
    stage: 'offeredToSeveral',
    path: '/requests/:ref/signatures',
    title: `Countries: ${TANZANIA}, :ref`,
  },
  { who: 'rc-mwi', stage: 'offeredToSeveral', path: '/requests/:ref', title: `${TANZANIA}, :ref` },
  { who: 'rc-tza', stage: 'offeredToSeveral', path: '/requests/:ref/offer', title: `Answer the offer: ${TANZANIA}` },
  { who: 'rc-tza', path: '/delegation', title: 'Acting for you' },
  { who: 'ad-halvorsen', path: '/admin/coordinators', title: 'Resident Coordinators' },
];
