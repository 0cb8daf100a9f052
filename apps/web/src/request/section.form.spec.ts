import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, contentProblems, SECTIONS, valueAt, type RequestContent, type Section } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { anyAnswers, OF_TWO_COUNTRIES } from '../../../../test/support/any-answers.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { sentBack } from '../../../../test/support/sent-back.js';
import type { Form } from '../shell/exchange.js';
import { render } from '../shell/views.js';
import { compare, keepable, patchOf, withAnswers } from './answers.js';
import { answersIn, intentIn, questionsFor, sectionOf, tooLongIn, withoutRow } from './section.form.js';
import { sectionPage } from './section.presenter.js';

const view = seenBy(aCase(), 'office');
const page = (section: Section, content: RequestContent) =>
  sectionPage({
    view,
    section,
    content,
    framework: null,
    names,
    now: new Date('2027-03-01'),
    calls: [],
    uploadLimit: '5 MB',
  });

/** The form of a section as a browser would send it back untouched. */
const drawnForm = (section: Section, content: RequestContent): Form =>
  sentBack(render('request/section.njk', page(section, content)));

/** An answer as it is kept: none where there is nothing in it, and no null in an object. */
const kept = (value: unknown): string =>
  canonical(
    JSON.parse(
      JSON.stringify(value === '' || (Array.isArray(value) && value.length === 0) ? null : (value ?? null), (_, v) =>
        typeof v === 'object' && v !== null && !Array.isArray(v)
          ? Object.fromEntries(Object.entries(v).filter(([, inner]) => inner !== null))
          : v,
      ),
    ),
  );

function expectUnchanged(section: Section, content: RequestContent): void {
  const form = drawnForm(section, content);
  const answers = answersIn(form, section);
  for (const { path } of questionsFor(section, content))
    expect({ [path]: kept(answers[path]) }).toEqual({ [path]: kept(valueAt(content, path)) });
  expect(compare(answers, content, String(form.marks))).toEqual({ mine: {}, contested: [] });
}

describe('a section that is drawn and sent back', () => {
  const cases = samples().flatMap(({ id, content }) => SECTIONS.map((s) => [id, s.number, s, content] as const));

  it.each(cases)('changes nothing: sample %s, section %i', (_, __, section, content) => {
    expectUnchanged(section, content);
  });

  it('changes nothing, whatever is written in it', () => {
    fc.assert(
      fc.property(anyAnswers, fc.integer({ min: 0, max: 8 }), (answers, number) => {
        const content = withAnswers(OF_TWO_COUNTRIES, answers);
        fc.pre(contentProblems(content).length === 0);
        expectUnchanged(SECTIONS[number]!, content);
      }),
      { numRuns: 100 },
    );
  });

  it.each(samples().map(({ id, content }) => [id, content] as const))(
    'builds sample %s from nothing, section by section',
    (_, content) => {
      const sections = SECTIONS.map((section) => answersIn(drawnForm(section, content), section));
      const {
        sections: written,
        endorsements,
        mechanismRecommendations,
      } = sections.reduce<RequestContent>((all, answers) => withAnswers(all, patchable(answers, all)), {});
      expect(kept({ written, endorsements, mechanismRecommendations })).toBe(
        kept({
          written: content.sections,
          endorsements: content.endorsements,
          mechanismRecommendations: content.mechanismRecommendations,
        }),
      );
    },
  );
});

/** Answers as a change makes them part of the content, with what goes with them by their nature. */
function patchable(answers: Record<string, unknown>, content: RequestContent): Record<string, unknown> {
  const { mine } = compare(answers, content, '');
  const patch = patchOf(mine, content) as { sections?: { costAndHosting?: object; risk?: object } };
  return {
    ...mine,
    ...(patch.sections?.costAndHosting && 'currency' in patch.sections.costAndHosting
      ? { 'sections.costAndHosting.currency': 'USD' }
      : {}),
    ...(patch.sections?.risk && 'tier' in patch.sections.risk ? { 'sections.risk.tier': 'risk' } : {}),
  };
}

describe('what cannot be kept', () => {
  const costs = SECTIONS[7]!;
  const at = 'sections.costAndHosting.years';
  const typed: Form = {
    shown: at,
    [`${at}.0.year`]: '9999',
    [`${at}.0.months`]: '6',
    [`${at}.0.items.0.label`]: 'Adviser',
    [`${at}.0.items.0.amountUSD`]: 'a lot',
    [`${at}.0.items.0.kind`]: 'cash',
    'sections.costAndHosting.hosting.office': 'A room',
  };

  it('stays as it was typed, and the rest is kept', () => {
    const answers = answersIn(typed, costs);
    const { kept: good, problems } = keepable(answers);
    expect(Object.keys(good)).toEqual(['sections.costAndHosting.hosting.office']);
    expect(problems.map((p) => p.path)).toEqual([`${at}.0.year`, `${at}.0.items.0.amountUSD`]);
    const drawn = render(
      'request/section.njk',
      sectionPage({
        view,
        section: costs,
        content: {},
        typed: answers,
        problems,
        framework: null,
        names,
        now: new Date(0),
        calls: [],
        uploadLimit: '5 MB',
      }),
    );
    expect(sentBack(drawn)[`${at}.0.items.0.amountUSD`]).toBe('a lot');
    expect(drawn).toContain(`href="#${at}.0.items.0.amountUSD"`);
    expect(drawn).toContain('Enter a year from 1990 to 2099');
  });

  it('is said at the list where a line of it is too long', () => {
    const answers = answersIn({ 'sections.documentsExpected': `Fine\n${'x'.repeat(301)}` }, SECTIONS[8]!);
    const { problems } = keepable(answers);
    const { errors } = sectionPage({
      view,
      section: SECTIONS[8]!,
      content: {},
      typed: answers,
      problems,
      framework: null,
      names,
      now: new Date(0),
      calls: [],
      uploadLimit: '5 MB',
    });
    expect(errors).toEqual([{ text: 'Shorten this to 300 characters or fewer', href: '#sections.documentsExpected' }]);
  });
});

describe('rows', () => {
  const section = SECTIONS[8]!;
  const form: Form = {
    shown: 'endorsements',
    'endorsements.0.agency': 'UNDP',
    'endorsements.0.contribution.kind': 'none',
    'endorsements.3.agency': 'UNICEF',
    'endorsements.7.position': 'endorses',
    'endorsements.7.contribution.kind': 'cash',
  };
  const agencies = (of: Form) => (answersIn(of, section).endorsements as { agency: string }[]).map((e) => e.agency);

  it('that were left empty are left out, whatever their numbers', () => {
    expect(agencies(form)).toEqual(['UNDP', 'UNICEF']);
  });
  it('go away one by one, the last one too', () => {
    const without = withoutRow(form, 'endorsements.0');
    expect(agencies(without)).toEqual(['UNICEF']);
    expect(agencies(withoutRow(without, 'endorsements.3'))).toEqual([]);
  });
  it('that a form does not show are not touched', () => {
    expect(answersIn({ 'sections.documentsExpected': 'A' }, section)).toEqual({ 'sections.documentsExpected': ['A'] });
  });
});

describe('the buttons of a section', () => {
  it.each<[string, Form, object]>([
    ['none, as by Enter in a program', {}, { to: 'continue' }],
    ['Save draft', { draft: '1' }, { to: 'stay' }],
    ['a row of the section', { add: 'endorsements' }, { to: 'addRow', path: 'endorsements' }],
    ['a row of somewhere else', { add: 'selfAssessment' }, { to: 'continue' }],
    ['a row to take away', { drop: 'endorsements.2' }, { to: 'dropRow', path: 'endorsements.2' }],
    ['a document to take away', { remove: 'x' }, { to: 'detach', documentId: 'x' }],
  ])('%s', (_, form, intent) => {
    expect(intentIn(form, SECTIONS[8]!)).toEqual(intent);
  });
});

describe('the section of an address', () => {
  it.each(['0', '10', '', 'one', '1.5', '-1', '１'])('%j is none', (number) => {
    expect(sectionOf(number)).toBeNull();
  });
  it('is found by its number', () => {
    expect(sectionOf('4')?.key).toBe('strategicOpportunities');
  });
});

it('an answer that is too long says by how much', () => {
  const content = { sections: { context: 'word '.repeat(915) } };
  expect(tooLongIn(SECTIONS[0]!, content)).toEqual([
    { path: 'sections.context', message: 'Shorten this answer to 900 words or fewer (15 too many)' },
  ]);
});
