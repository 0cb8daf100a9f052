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
  at('inPost', 'do-esa', '/deployments/:ref/time', `Time: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/time', `Time: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/reports', `Reports: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/reports/new?of=:due', `:due-title: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/reports/new', `File a report: ${TANZANIA}, :ref`),
  at('inPost', 'rc-tza', '/deployments/:ref/reports/:id', `:id-title: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/reports/:id?for=fund', `:id-title: ${TANZANIA}, :ref`),
  at('inPost', 'rt-esa', '/deployments/:ref/recruitment', `Recruitment: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/recruitment', `Recruitment: ${TANZANIA}, :ref`),
  at('ending', 'rc-tza', '/deployments/:ref/review', `Mid-term review: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/review', `Mid-term review: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/renewal', `Renewal: ${TANZANIA}, :ref`),
  at('ending', 'rc-tza', '/deployments/:ref/renewal', `Renewal: ${TANZANIA}, :ref`),
  at('ending', 'rco-tza', '/deployments/:ref/exit', `Handover: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/exit', `Handover: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/handover', `Handover pack: ${TANZANIA}, :ref`),
  at('ending', 'rt-esa', '/deployments/:ref/terms', `Terms of reference: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref', `${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/events/close', `End the post: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/events/change-post', `Change the post: ${TANZANIA}, :ref`),
  at('inPost', 'do-esa', '/deployments/:ref/events/nudge', `Nudge whoever is waited for: ${TANZANIA}, :ref`),
  at('ending', 'do-esa', '/deployments/:ref/events/bridge', `Bridge the gap: ${TANZANIA}, :ref`),
  { ...at('inPost', 'hra-mwi', '/deployments/:ref/handover', 'This cannot be done now'), status: 409 },
  { ...at('inPost', 'rt-esa', '/deployments/:ref/events/close', 'You cannot do this here'), status: 403 },
  at('inPost', 'do-esa', '/deployments/:ref/thread', `Criteria to results: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/notes', `Notes to OHCHR: ${TANZANIA}, :ref`),
  at('inPost', 'hra-mwi', '/deployments/:ref/replies', 'Messages by mail: :ref'),
  at('inPost', 'hra-mwi', '/deployments/:ref/events/note', `Write a note to OHCHR alone: ${TANZANIA}, :ref`),
];
