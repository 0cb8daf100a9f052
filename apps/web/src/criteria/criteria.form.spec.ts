import { describe, expect, it } from '@jest/globals';
import { draftProblems, type FrameworkVersion } from '#casework';
import { CRITERIA, LEVELS, refuseFields } from '#domain';
import { FIRST_FRAMEWORKS } from '../../../../libs/casework/src/default-framework.js';
import type { Form } from '../shell/exchange.js';
import { render } from '../shell/views.js';
import { draftOf, typedFramework, typedFrom } from './criteria.form.js';
import { formContext, publishContext } from './criteria.presenter.js';

const published = { publishedAt: new Date('2027-01-04T09:00:00Z'), publishedBy: 'A person' };
const all: FrameworkVersion[] = FIRST_FRAMEWORKS.map((f) => ({ ...f, ...published, id: `v${f.version}` })).reverse();
const versionOf = (number: number): FrameworkVersion => all.find((f) => f.version === number)!;

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (html: string): string => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (e) => ENTITIES[e]!);
/** What a browser sends of a page: every field with what stands in it, line ends as CR LF. */
function sentFrom(html: string): Form {
  const form: Form = {};
  const add = (name: string, value: string) => {
    form[name] = plain(value).replace(/\r?\n/g, '\r\n');
  };
  for (const [tag] of html.matchAll(/<input [^>]*>/g))
    add(/ name="([^"]*)"/.exec(tag)![1]!, / value="([^"]*)"/.exec(tag)?.[1] ?? '');
  for (const [, name, value] of html.matchAll(/<textarea [^>]*?name="([^"]*)"[^>]*>(?:\n)?([\s\S]*?)<\/textarea>/g))
    add(name!, value!);
  for (const [, name, options] of html.matchAll(/<select [^>]*?name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    add(name!, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  return form;
}

/** The form as it is drawn for a version, with some fields written over. */
const written = (over: Form = {}, number = 1): Form => ({
  ...sentFrom(render('criteria/criteria-new.njk', { ...formContext(typedFrom(versionOf(number)), 2), nav: [] })),
  ...over,
});
const refusalOf = (form: Form) => refuseFields(draftProblems(draftOf(typedFramework(form))));
const pageOf = (form: Form) => formContext(typedFramework(form), 2, refusalOf(form) ?? undefined);
const contentOf = (f: FrameworkVersion) => ({
  name: f.name,
  appliesTo: f.appliesTo,
  criteria: f.criteria,
  totalThreshold: f.totalThreshold,
  moderationSpread: f.moderationSpread,
  minimumReviewers: f.minimumReviewers,
});

describe('a version goes through the form without loss', () => {
  it.each(all.map(({ name, version }) => [name, version] as const))('%s', (_, number) => {
    const draft = draftOf(typedFramework(written({}, number)));
    expect(draft).toEqual(contentOf(versionOf(number)));
    expect(draftProblems(draft)).toEqual([]);
    expect(publishContext(draft, all).groups).toEqual([]);
  });

  it('and whatever is written into it: markup, other scripts, several lines', () => {
    const text = 'Is <b>it</b> & "so"?\nهل هو كذلك؟\n\n  A third line';
    const draft = draftOf(typedFramework(written({ 'level-ownership-4': text.replace(/\n/g, '\r\n') })));
    const again = formContext({ ...typedFrom({ ...versionOf(1), ...draft }) }, 2);
    const form = sentFrom(render('criteria/criteria-new.njk', { ...again, nav: [] }));
    expect(draftOf(typedFramework(form)).criteria[0]!.levels[4]).toBe(text);
  });
});

describe('problems stand at their fields', () => {
  const CASES: [what: string, over: Form, field: string, says: RegExp][] = [
    ['no name', { name: ' ' }, 'name', /^Enter a name/],
    ['a type that is none', { appliesTo: 'other' }, 'appliesTo', /^Choose which requests/],
    ['weights that add up to less', { 'weight-ownership': '15' }, 'weight-ownership', /add up to 95\b.*add up to 100/],
    ['weights that add up to more', { 'weight-commitment': '41' }, 'weight-ownership', /add up to 121\b/],
    [
      'a weight with a fraction',
      { 'weight-sustainability': '20.5' },
      'weight-sustainability',
      /whole weight.*Sustainab/,
    ],
    ['a threshold above the scale', { 'threshold-ownership': '5' }, 'threshold-ownership', /from 0 to 4/],
    ['no threshold', { 'threshold-ownership': '' }, 'threshold-ownership', /from 0 to 4/],
    ['no question', { 'question-commitment': '' }, 'question-commitment', /^Enter the question/],
    ['a question that is too long', { 'question-commitment': 'x'.repeat(1_001) }, 'question-commitment', /^Shorten/],
    ['too many hints', { 'guidance-ownership': 'hint\n'.repeat(21) }, 'guidance-ownership', /20 hints or fewer/],
    ['a hint that is too long', { 'guidance-ownership': 'x'.repeat(1_001) }, 'guidance-ownership', /^Shorten/],
    ['a total above 100', { totalThreshold: '101' }, 'totalThreshold', /from 0 to 100/],
    ['a difference that is no number', { moderationSpread: 'two' }, 'moderationSpread', /from 1 to 4/],
    ['no reviewers', { minimumReviewers: '0' }, 'minimumReviewers', /from 1 to 9/],
    ...CRITERIA.flatMap((key) =>
      LEVELS.map((level): [string, Form, string, RegExp] => [
        `no text of level ${level} of ${key}`,
        { [`level-${key}-${level}`]: '' },
        `level-${key}-${level}`,
        new RegExp(`^Enter the text of level ${level} for `),
      ]),
    ),
  ];

  it.each(CASES)('%s', (_, over, field, says) => {
    const { errors } = pageOf(written(over)) as { errors: { text: string; href: string }[] };
    expect(errors).toContainEqual({ text: expect.stringMatching(says), href: `#${field}` });
    const html = render('criteria/criteria-new.njk', { ...pageOf(written(over)), nav: [] });
    for (const { href } of errors) expect(html).toContain(`id="${href.slice(1)}"`);
    expect(html).toContain(`id="${field}-error"`);
  });

  it('and everything that was written is still there', () => {
    const form = written({
      name: '',
      'weight-ownership': 'a lot',
      'question-ownership': 'Mine?',
      'level-commitment-0': '',
    });
    const html = render('criteria/criteria-new.njk', { ...pageOf(form), nav: [] });
    expect(sentFrom(html)).toEqual(form);
  });

  it('and a criterion with a problem is open', () => {
    const { criteria } = pageOf(written({ 'level-commitment-2': '' }));
    expect(criteria.filter((c) => c.open).map((c) => c.key)).toEqual(['commitment']);
  });
});

describe('what a new version changes', () => {
  it('is told against the version in force for the same requests, else the one for all', () => {
    const draft = draftOf(typedFramework(written({ 'weight-ownership': '25', 'weight-commitment': '15' })));
    const page = publishContext(draft, all);
    expect(page.groups).toMatchObject([
      { title: 'Ownership', figures: [{ what: 'Weight', before: ['20%'], after: ['25%'] }], texts: [] },
      { title: expect.stringMatching(/^Full commitment/), figures: [{ what: 'Weight', after: ['15%'] }] },
    ]);
    const summary = Object.fromEntries(page.rows.map((row) => [row.key.text, row.value.text]));
    expect(summary).toMatchObject({
      Weights: expect.stringMatching(/^Ownership 25%; .* 15%$/),
      Replaces: expect.stringMatching(/^Version \d/),
    });
    expect(publishContext({ ...draft, appliesTo: 'regional' }, all).lead).toContain('version 2');
    const { groups, lead } = publishContext({ ...draft, appliesTo: 'extension' }, all);
    expect(lead).toContain('version 1');
    expect(groups[0]!.texts[0]).toMatchObject({
      what: 'Which requests it is for',
      before: ['All requests that have no version of their own'],
      after: ['Requests of type “Extension”'],
    });
  });
});
