import { expect, it } from '@jest/globals';
import { guideLines } from './guide-lines.js';

it.each(['fr', 'es'] as const)(
  'what reviewers look for is said in %s under every question, and not in English',
  (language) => {
    const english = guideLines('en');
    const lines = guideLines(language);
    expect(Object.keys(lines)).toEqual(Object.keys(english));
    for (const [path, line] of Object.entries(lines)) expect([path, line]).not.toEqual([path, english[path]]);
  },
);
