import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { SECTIONS } from '#domain';
import { render } from '../shell/views.js';
import { concerns, COVERAGE, ENDORSEMENTS, ITEM, RECOMMENDATIONS, YEAR } from './row-shapes.js';
import { shapeIn } from './row-translations.js';
import { sectionPage } from './section.presenter.js';

const SHAPES = [ENDORSEMENTS, RECOMMENDATIONS, COVERAGE, YEAR, ITEM, { noun: '', add: '', cells: [concerns([])] }];
const wordsOf = ({ cells }: (typeof SHAPES)[number]) =>
  cells.flatMap((c) => [c.label, ...(c.options ?? []).map((o) => o.text)]);
/** The same word in two languages. */
const ALIKE = new Set(['Position', 'Contribution']);

describe('the fields of rows', () => {
  it.each(['fr', 'es'] as const)('each have a word of their own in %s', (language) => {
    for (const shape of SHAPES) {
      const translated = wordsOf(shapeIn(shape, language));
      for (const [i, word] of wordsOf(shape).entries())
        if (!(language === 'fr' && ALIKE.has(word))) expect([word, translated[i]]).not.toEqual([word, word]);
    }
  });
  it('are named in the language of the request, and say so', () => {
    const { content } = samples()[0]!;
    const pageIn = (language: 'en' | 'fr' | 'es', number: number) =>
      render(
        'request/section.njk',
        sectionPage({
          view: seenBy(aCase(), 'office'),
          section: SECTIONS[number - 1]!,
          content: { ...content, language },
          framework: null,
          names,
          now: new Date('2027-03-01'),
          calls: [],
          uploadLimit: '5 MB',
        }),
      );
    const rows = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => [pageIn('fr', n), pageIn('en', n)] as const);
    const french = rows.map(([page]) => page).join('');
    const english = rows.map(([, page]) => page).join('');
    expect(french).toMatch(/<label class="govuk-label" lang="fr" for="[\w.]+">\s*Payé par/);
    expect(french).toMatch(/<select[^>]+lang="fr"/);
    expect(french).toContain('Chef de l’organisme');
    expect(french).not.toMatch(/<(label|option)[^>]*>\s*(Agency|Paid by|Head of agency|Endorses)\s*</);
    expect(french).toContain('(facultatif)');
    expect(english).toMatch(/>\s*Paid by\s*</);
    expect(english).not.toContain('lang="fr"');
  });
});
