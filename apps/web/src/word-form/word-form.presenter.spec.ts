import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { RequestContent } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { contentWith } from '../../../../libs/domain/test/content.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { sentBack } from '../../../../test/support/sent-back.js';
import { render } from '../shell/views.js';
import { asForm, answersInForm } from './form-texts.js';
import { formFields } from './form-fields.js';
import { answersThrough, textsOf, understand, type UnderstoodField } from './understood.js';
import { understoodPage } from './word-form.presenter.js';

const view = seenBy(aCase(), 'office');
const fieldsOf = (content: RequestContent) => formFields(content, names, view.tiers);

/** The page of a form that was filled in as `filled`, made from `before`, where `stored` is stored now. */
function page(filled: RequestContent, stored: RequestContent, before = stored, without?: UnderstoodField['outcome']) {
  const fields = fieldsOf(stored);
  const form = asForm(fields, textsOf(fields, { ...filled, countries: stored.countries ?? [] }));
  const brought = answersInForm(form);
  const understood = understand(fields, { before, stored, brought }).filter((f) => f.outcome !== without);
  return understoodPage({
    open: { view, content: stored, fields },
    names,
    fields: understood,
    made: view.revision,
    brought,
    form,
    outside: '',
    notes: [],
    problems: understood.flatMap((f) => f.problems),
    editing: [],
    add: '',
    now: new Date('2027-03-01'),
  });
}
const blank = ({ language, countries }: RequestContent): RequestContent => ({
  language: language!,
  countries: countries!,
});

describe('what was understood of a form', () => {
  it.each(samples().map(({ id, content }) => [id, content] as const))(
    'is sent back as it was drawn, on a light page: sample %s written off line from nothing',
    (_, content) => {
      const html = render('word-form/understood.njk', page(content, blank(content)));
      const fields = fieldsOf(content);
      const sent = answersInForm(sentBack(html));
      const meant = answersThrough(fields, content);
      const changed = Object.keys(meant).filter((path) => sent[path] !== undefined);
      expect(changed.length).toBeGreaterThan(30);
      for (const path of changed) expect([path, sent[path]]).toEqual([path, meant[path]]);
      expect(gzipSync(html).length).toBeLessThan(14.5 * 1024);
    },
  );
  it('takes the file where only the file was changed, keeps what is stored where it is empty, and leaves open what both changed', () => {
    const before = contentWith('title', 'A title');
    const stored = contentWith('sections.context', 'Changed here.', before);
    const filled = contentWith(
      'sections.context',
      'Changed there.',
      contentWith('dutyStation', 'Dodoma', contentWith('sections.commitment.earlierExperience', '', before)),
    );
    const { changed, sentence, folded } = page(filled, stored, before);
    expect(changed.map((c) => [c.code, c.choice.value, c.status.text])).toEqual([
      ['0.2', [], 'Changed in the file'],
      ['1.1', '', 'Changed in both'],
      ['6.4', 'stored', 'Empty in the file'],
    ]);
    expect(sentence).toMatch(
      /^Three answers differ from what is stored, [a-z0-9]+ are the same\. Nothing is kept yet\.$/,
    );
    expect(folded.map((f) => f.title)).toEqual(['The same in the file']);
  });

  it('says nothing of what is the same where that is not known', () => {
    const before = contentWith('title', 'A title');
    const filled = contentWith('dutyStation', 'Dodoma', before);
    const sentBackAgain = page(filled, before, before, 'same');
    expect(sentBackAgain.sentence).toBe('One answer differs from what is stored. Nothing is kept yet.');
  });
});
