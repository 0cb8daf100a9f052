import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samples } from '../../test/samples.js';
import { LANGUAGES, MODALITIES, type Language, type Modality } from '../request/content.js';
import { CRITERIA } from '../review/criteria.js';
import { aboutRequest, PLACES, type TermsAbout } from './about.js';
import { checkStandard, checkTerms, CLAUSE_LIMITS } from './check.js';
import { DUTY_PARTS, dutyPart, inOrder, nextDuty, REQUIRED_CLAUSES } from './definition.js';
import { termsDeviations, wordDiff } from './difference.js';
import { FIRST_TERMS, firstTerms, printedClauses, standardTerms } from './standard.js';
import type { Clause, TermsContent } from './terms.js';

const names = {
  countryName: (code: string, language: Language) => `${code}-${language}`,
  regionName: (code: string, language: Language) => `${code}-${language}`,
};
const all = Object.keys(LANGUAGES) as Language[];
const sample = (id: string) => samples().find((s) => s.id.startsWith(id))!.content;
const about = (id = '01', language: Language = 'en', modality: Modality = 'inCountry'): TermsAbout =>
  aboutRequest(sample(id), { modality, regions: ['esa'] }, names, language);
const clauseOf = (terms: TermsContent, key: string): Clause => terms.clauses.find((c) => c.key === key)!;
const reworded = (terms: TermsContent, key: string, change: Partial<Clause>): TermsContent => ({
  ...terms,
  clauses: terms.clauses.map((c) => (c.key === key ? { ...c, ...change } : c)),
});

describe('the first standard', () => {
  it('is sound: the same clauses in three languages, all that are required, no place that cannot be filled', () => {
    expect(checkStandard(FIRST_TERMS.texts)).toEqual([]);
  });

  it('has duties to team, capacity and counterparts, each with criteria and results', () => {
    for (const language of all) {
      const duties = FIRST_TERMS.texts[language].clauses.filter((c) => dutyPart(c.key));
      expect(new Set(duties.map((c) => dutyPart(c.key)))).toEqual(new Set(['team', 'capacity', 'counterparts']));
      for (const duty of duties) expect([duty.criteria.length > 0, duty.results.length > 0]).toEqual([true, true]);
    }
    expect(new Set(FIRST_TERMS.texts.en.clauses.flatMap((c) => c.criteria))).toEqual(new Set(CRITERIA));
  });

  it('leaves the same places open in every language, and uses each of them', () => {
    const places = (language: Language) =>
      FIRST_TERMS.texts[language].clauses.map((c) => [c.key, (c.text.match(/\{\w+\}/g) ?? []).sort()]);
    expect(places('fr')).toEqual(places('en'));
    expect(places('es')).toEqual(places('en'));
    const used = new Set(places('en').flatMap(([, found]) => found));
    expect(used).toEqual(new Set(PLACES.map((place) => `{${place}}`)));
  });

  it('has as many paragraphs and points in every language', () => {
    const shape = (language: Language) =>
      FIRST_TERMS.texts[language].clauses.map((c) => [c.key, c.text.split('\n').map((l) => l.slice(0, 2) === '- ')]);
    expect(shape('fr')).toEqual(shape('en'));
    expect(shape('es')).toEqual(shape('en'));
  });
});

describe('the standard filled for a post', () => {
  it.each(all.flatMap((l) => (Object.keys(MODALITIES) as Modality[]).map((m): [Language, Modality] => [l, m])))(
    'in %s for %s leaves no place open and is sound',
    (language, modality) => {
      for (const { content } of samples()) {
        const it = aboutRequest(content, { modality, regions: ['esa'] }, names, language);
        const terms = firstTerms(language, it, FIRST_TERMS);
        expect(checkTerms(terms)).toEqual([]);
        expect(JSON.stringify(terms)).not.toMatch(/\{\w+\}|undefined|null|NaN/);
      }
    },
  );

  it('names title, station, countries, grade, length, days, money, hosting and languages', () => {
    const terms = standardTerms('en', about(), FIRST_TERMS);
    const status = clauseOf(terms, 'status').text;
    expect(status).toContain('- Duty station: Dar es Salaam');
    expect(status).toContain('- Countries covered: TZA-en');
    expect(status).toContain('- Grade: P-5');
    expect(status).toContain('follow-up to the universal periodic review');
    const duration = clauseOf(terms, 'duration').text;
    expect(duration).toContain('- Start: 1 July 2014\n- Length: 24 months');
    expect(duration).toContain('HRM MDTF, USD 422,000; UNICEF, USD 92,000');
    expect(duration).toContain('- Sources in kind: RC Office, USD 36,000; UN Women, USD 14,000; WFP, USD 7,500');
    expect(clauseOf(terms, 'review').text).toContain('- Mid-term review: 30 June 2015\n- Planned end: 30 June 2016');
    expect(clauseOf(terms, 'hostSupport').text).toContain('Offered: Furnished office on the floor');
    expect(clauseOf(terms, 'qualifications').text).toContain('Working languages: English; Kiswahili');
    expect(clauseOf(terms, 'reporting').text).toContain(
      '- Direct supervisor: the Resident Coordinator (TZA-en), from 1 July 2014. Agrees',
    );
  });

  it('shares the days of a post with several countries, and says another supervisor where it is another one', () => {
    const several = standardTerms('es', about('08', 'es', 'multiCountry'), FIRST_TERMS);
    expect(clauseOf(several, 'status').text).toContain('BRB-es 24 días al año; GRD-es 16 días al año');
    const cover = standardTerms('fr', about('01', 'fr', 'regionalOfficeCover'), FIRST_TERMS);
    expect(clauseOf(cover, 'reporting').text).toContain('le chef du Bureau régional du HCDH (esa-fr)');
  });

  it('says so where something is not known, and keeps what a value holds as it is', () => {
    const bare = aboutRequest({}, { modality: 'inCountry', regions: [] }, names, 'en');
    const terms = standardTerms('en', bare, FIRST_TERMS);
    expect(clauseOf(terms, 'status').text).toContain('- Grade: to be agreed before signature');
    expect(clauseOf(terms, 'duration').text).toContain('- Sources in kind: none');
    expect(checkTerms(terms)).toEqual([]);
    const sly = standardTerms(
      'en',
      { ...bare, title: 'A {grade}\n- second line $& {title}', grade: 'P-4' },
      FIRST_TERMS,
    );
    expect(clauseOf(sly, 'status').text).toContain('- Post: A {grade} - second line $& {title}\n');
  });

  it.each([
    ['2027-08-31', 6, '2028-02-28'],
    ['2027-01-01', 12, '2027-12-31'],
    ['2028-02-29', 12, '2029-02-27'],
  ])('ends the day before %s and %i months: %s', (start, months, end) => {
    const terms = standardTerms('fr', { ...about('01', 'fr'), start, months }, FIRST_TERMS);
    const written = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(end));
    expect(clauseOf(terms, 'review').text).toContain(`Fin prévue : ${written}`);
  });

  it('takes the duties of the request as clauses of their own', () => {
    const terms = firstTerms('en', about(), FIRST_TERMS);
    const added = terms.clauses.filter((c) => dutyPart(c.key) === 'added');
    expect(added.map((c) => c.key)).toEqual(['added.1', 'added.2', 'added.3', 'added.4']);
    expect(added[2]!).toMatchObject({ text: 'Spend at least one working week in six in Zanzibar', criteria: [] });
    expect(added[0]!.heading).toBe('Serve as technical secretary to the coordination committee …');
    const order = terms.clauses.map((c) => c.key);
    expect(order.indexOf('added.1')).toBe(order.indexOf('counterparts.humanitarian') + 1);
    expect(order.indexOf('outputs12')).toBe(order.indexOf('added.4') + 1);
  });
});

describe('the check', () => {
  const good = () => firstTerms('en', about(), FIRST_TERMS);
  const clause = (change: object): TermsContent => reworded(good(), 'team.skills', change as Partial<Clause>);
  const at = good().clauses.findIndex((c) => c.key === 'team.skills');
  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['no version of the standard', { ...good(), standard: 0 }, 'standard'],
    ['another language', { ...good(), language: 'ar' }, 'language'],
    ['no clauses', { ...good(), clauses: 'none' }, 'clauses'],
    ['a clause that is none', { ...good(), clauses: [...good().clauses, 7] }, `clauses.${good().clauses.length}`],
    ['too many clauses', { ...good(), clauses: Array(81).fill(good().clauses[0]) }, 'clauses'],
    ['a part that is not known', { ...good(), secret: 1 }, 'secret'],
    ['no heading', clause({ heading: ' ' }), `clauses.${at}.heading`],
    ['no text', clause({ text: '' }), `clauses.${at}.text`],
    ['a text that is too long', clause({ text: 'x'.repeat(CLAUSE_LIMITS.text + 1) }), `clauses.${at}.text`],
    ['a text that is none', clause({ text: 5 }), `clauses.${at}.text`],
    ['a sign that cannot be kept', clause({ text: 'a\u0000b' }), `clauses.${at}.text`],
    ['a criterion that is none', clause({ criteria: ['money'] }), `clauses.${at}.criteria`],
    ['a criterion twice', clause({ criteria: ['ownership', 'ownership'] }), `clauses.${at}.criteria`],
    ['results that are no list', clause({ results: 'all' }), `clauses.${at}.results`],
    ['too many results', clause({ results: Array(11).fill('r') }), `clauses.${at}.results`],
    ['an empty result', clause({ results: [''] }), `clauses.${at}.results`],
    ['a key that is not known', clause({ key: 'salary' }), `clauses.${at}.key`],
    ['a part of a clause that is not known', clause({ colour: 'red' }), `clauses.${at}.colour`],
    ['a key twice', clause({ key: 'team.programmes' }), `clauses.${at}.key`],
  ])('refuses %s', (_, content, path) => {
    expect(checkTerms(content as TermsContent)).toContainEqual({ path, message: expect.any(String) });
  });

  it.each(REQUIRED_CLAUSES)('does not let %s be left out', (key) => {
    const without = { ...good(), clauses: good().clauses.filter((c) => c.key !== key) };
    expect(checkTerms(without)).toEqual([{ path: 'clauses', message: expect.stringContaining(`“${key}” is missing`) }]);
  });

  it('lets a duty of the standard go, but not all of them', () => {
    const keep = (keys: string[]) => good().clauses.filter((c) => !dutyPart(c.key) || keys.includes(c.key));
    expect(checkTerms({ ...good(), clauses: keep(['added.1']) })).toEqual([]);
    expect(checkTerms({ ...good(), clauses: keep([]) })).toEqual([
      { path: 'clauses', message: 'Keep at least one duty' },
    ]);
  });

  it('takes anything that a program may send', () => {
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(checkTerms(value as TermsContent))));
    const odd = fc.record({ standard: fc.anything(), language: fc.anything(), clauses: fc.array(fc.anything()) });
    fc.assert(fc.property(odd, (value) => checkTerms(value as TermsContent).length > 0));
  });

  it('of a standard refuses places that cannot be filled and languages that differ', () => {
    const texts = structuredClone(FIRST_TERMS.texts);
    texts.fr.clauses = texts.fr.clauses.filter((c) => c.key !== 'team.skills');
    texts.es.clauses[0]!.text = 'Sueldo: {salary}';
    texts.en.parts.team = '';
    expect(checkStandard(texts).map((p) => p.path)).toEqual(['en.parts.team', 'fr.clauses', 'es.clauses.0.text']);
  });
});

describe('what leaves the standard', () => {
  const standard = standardTerms('en', about(), FIRST_TERMS);
  it('is nothing where nothing was changed, in whatever order', () => {
    expect(termsDeviations(standard, { ...standard, clauses: [...standard.clauses].reverse() })).toEqual([]);
    expect(termsDeviations(standard, reworded(standard, 'purpose', {}))).toEqual([]);
  });

  it('is told clause by clause: added, removed, changed', () => {
    const without = { ...standard, clauses: standard.clauses.filter((c) => c.key !== 'team.skills') };
    const changed = reworded(without, 'dataProtection', {
      text: clauseOf(standard, 'dataProtection').text.replace('only where the work needs it', 'as seldom as possible'),
    });
    const tags = reworded(changed, 'team.advice', { criteria: ['ownership'], results: ['Another result'] });
    const duty: Clause = { key: 'added.1', heading: 'Courts', text: 'Advise courts.', criteria: [], results: [] };
    const found = termsDeviations(standard, { ...tags, clauses: [...tags.clauses, duty] });
    expect(found.map((d) => [d.kind, d.key])).toEqual([
      ['removed', 'team.skills'],
      ['changed', 'team.advice'],
      ['added', 'added.1'],
      ['changed', 'dataProtection'],
    ]);
    expect(found[1]).toMatchObject({
      criteria: { added: ['ownership'], removed: ['commitment'] },
      results: { added: ['Another result'], removed: ['Resident Coordinator: timely advice, on record'] },
    });
    expect(found[3]!.textDiff.slice(0, 4)).toEqual([
      { kind: 'same', text: 'The adviser collects personal data' },
      { kind: 'removed', text: ' only where the work needs it,' },
      { kind: 'added', text: ' as seldom as possible,' },
      { kind: 'same', text: expect.stringMatching(/^ keeps it in systems/) },
    ]);
  });

  it('word by word: each side can be read out of the difference again', () => {
    const words = fc
      .array(fc.constantFrom('right', 'duty', 'x', '\n', 'y.'), { maxLength: 30 })
      .map((w) => w.join(' '));
    const squeezed = (s: string) =>
      s
        .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .trim();
    fc.assert(
      fc.property(words, words, (a, b) => {
        const pieces = wordDiff(a, b);
        const side = (without: string) =>
          pieces
            .filter((p) => p.kind !== without)
            .map((p) => p.text)
            .join('');
        expect(squeezed(side('removed'))).toBe(squeezed(b));
        expect(squeezed(side('added'))).toBe(squeezed(a));
      }),
    );
    expect(wordDiff('', 'new')).toEqual([{ kind: 'added', text: 'new' }]);
    expect(wordDiff('a b', 'a  b')).toEqual([{ kind: 'same', text: 'a b' }]);
  });
});

describe('printed in another language', () => {
  it('standard clauses are in it, adapted ones stay as they were agreed', () => {
    const [en, fr] = [standardTerms('en', about(), FIRST_TERMS), standardTerms('fr', about('01', 'fr'), FIRST_TERMS)];
    const content = reworded(firstTerms('en', about(), FIRST_TERMS), 'purpose', { text: 'Another purpose.' });
    const printed = printedClauses(content, en, fr);
    const of = (key: string) => printed.find((c) => c.key === key)!;
    expect(of('status')).toMatchObject({ language: 'fr', adapted: false, heading: 'Affectation et statut' });
    expect(of('purpose')).toMatchObject({ language: 'en', adapted: true, text: 'Another purpose.' });
    expect(of('added.1')).toMatchObject({ language: 'en', adapted: true });
    expect(of('team.skills').results).toEqual(clauseOf(fr, 'team.skills').results);
    expect(printedClauses(content, en, en).every((c) => c.language === 'en')).toBe(true);
  });
});

it('a duty more gets a key that is free', () => {
  expect(nextDuty('added', [])).toBe('added.1');
  expect(nextDuty('team', [{ key: 'added.1' }, { key: 'team.7' }, { key: 'team.skills' }])).toBe('team.8');
  expect(inOrder([{ key: 'versions' }, { key: 'added.1' }, { key: 'team.x' }]).map((c) => c.key)).toEqual([
    'team.x',
    'added.1',
    'versions',
  ]);
  expect(DUTY_PARTS).toHaveLength(4);
});
