import { QUESTION_GUIDES } from '../request/question-guides.js';

/** What reviewers look for, as one line under each question of the form. The examples stay on the pages. */
export const GUIDE_LINES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(QUESTION_GUIDES).map(([path, { look }]) => [path, look]),
);
