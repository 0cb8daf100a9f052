import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { SECTIONS } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { render } from '../shell/views.js';
import { QUESTION_GUIDES } from './question-guides.js';
import { sectionPage } from './section.presenter.js';

const questions = SECTIONS.flatMap((s) => s.questions);

describe('what helps to answer a question', () => {
  it('is there for every question, and for nothing else', () => {
    expect(Object.keys(QUESTION_GUIDES).sort()).toEqual(questions.map((q) => q.path).sort());
    for (const { look, example, resource } of Object.values(QUESTION_GUIDES)) {
      expect(look).toMatch(/^Whether .+\.$/);
      expect([example.length > 0, resource.href]).toEqual([true, expect.stringMatching(/^(\/[a-z]|https:)/)]);
    }
  });
  it('is nobody’s policy', () => {
    expect(JSON.stringify(QUESTION_GUIDES)).not.toMatch(/policy|UN requires|must/i);
  });
  it('stands folded under each question, and leaves the page light', () => {
    for (const { content } of samples())
      for (const section of SECTIONS) {
        const page = render(
          'request/section.njk',
          sectionPage({
            view: seenBy(aCase(), 'office'),
            section,
            content,
            framework: null,
            names,
            now: new Date('2027-03-01'),
            calls: [],
            uploadLimit: '5 MB',
          }),
        );
        expect(page.match(/What helps to answer this/g)?.length ?? 0).toBeGreaterThanOrEqual(
          section.questions.filter((q) => q.kind !== 'coverage').length,
        );
        expect(gzipSync(page).length).toBeLessThan(15 * 1024);
      }
  });
});
