import { expect } from '@jest/globals';
import type { Answer } from '../support/web.js';

/** A sentence for a person: begins like one, says something, and shows nothing of what runs here. */
const SENTENCE = /^(?!.*(\bat \/|node_modules|undefined|\[object|SQL|null value))[“\dA-Z].{8,}/su;

/** Expects a refusal with its status, a sentence, and the field that it is about. */
export function refused(answer: Answer, status: number, path?: string): void {
  expect({ status: answer.status, detail: answer.json.detail }).toEqual({
    status,
    detail: expect.stringMatching(SENTENCE),
  });
  if (path === undefined) return;
  const errors = answer.json.errors as { path: string; message: string }[];
  expect(errors.map((error) => error.path)).toContainEqual(expect.stringMatching(`^${path.split('.')[0]}(\\.|$)`));
  for (const { message } of errors) expect(message).toMatch(SENTENCE);
}
