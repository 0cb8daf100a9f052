import type { PostStage } from '../../support/held-post.js';
import type { Address } from './addresses.js';

const TANZANIA = 'United Republic of Tanzania';
const at = (post: PostStage, who: string, path: string, title: string): Address => ({ who, path, post, title });

/** Every page of a post, each at a stage at which there is something on it. `:id` is a filed report, `:due` one that is due. */
export const POST_ADDRESSES: Address[] = [
  { who: 'hra-mwi', path: '/', post: 'inPost', title: 'Your work' },
  at('inPost', 'rc-tza', '/deployments/:ref', `${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/history', `History: ${TANZANIA}, :ref`),
  at('planned', 'rc-tza', '/deployments/:ref/work-plan', `Work plan: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/work-plan', `Work plan: ${TANZANIA}, :ref`),
  at('arrived', 'hra-ner', '/deployments/:ref/work-plan/edit', `Write the work plan: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/work-plan/edit', `Change the work plan: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/reports', `Reports: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/reports/new?of=:due', `:due-title: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/reports/new', `File a report: ${TANZANIA}, :ref`),
  at('inPost', 'rc-tza', '/deployments/:ref/reports/:id', `:id-title: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/reports/:id?for=fund', `:id-title: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/thread', `Criteria to results: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/notes', `Notes to OHCHR: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/events/note', `Write a note to OHCHR alone: ${TANZANIA}, :ref`),
];
