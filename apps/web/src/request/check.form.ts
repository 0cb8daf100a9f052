import { CRITERIA, type FieldProblem } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { toCompare, type Answers } from './answers.js';

/** Where the office's own score of each criterion stands in the content. */
export const OWN_SCORES = CRITERIA.map((key) => `selfAssessment.${key}`);

/** The office's own scores as they were chosen. A score that was left open is taken away where there was one. */
export function ownScoresIn(form: Form): Answers {
  return Object.fromEntries(
    OWN_SCORES.filter((path) => `${path}.reason` in form).map((path) => {
      const score = one(form, `${path}.score`);
      const reason = text(form, `${path}.reason`);
      const level = /^[0-4]$/.test(score) ? Number(score) : score;
      return [path, score === '' && reason === '' ? null : { score: score === '' ? null : level, reason }];
    }),
  );
}

/** The score of a field, as the radios know it. */
export const scoreText = (own: { score?: number | null | undefined } | undefined): string =>
  own?.score === null || own?.score === undefined ? '' : String(own.score);

/** The words of this page for what the domain finds wrong. */
export const inWordsOfCheck = (problems: FieldProblem[]): FieldProblem[] =>
  toCompare(problems).map((p) => (p.path.endsWith('.score') ? { ...p, message: 'Choose a score from 0 to 4' } : p));
