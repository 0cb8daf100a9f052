import { describe, expect, it } from '@jest/globals';
import { valueAt, type RequestContent } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { names, signedIn } from '../../../../test/support/seen.js';
import { sentBack } from '../../../../test/support/sent-back.js';
import { render } from '../shell/views.js';
import { keepable } from './answers.js';
import { DETAILS, datePartsOf, detailsIn } from './details.form.js';
import { detailsFields } from './details.presenter.js';
import { newRequestPage } from './new-request.presenter.js';

const office = signedIn(aCase().cast.office);
const CODES: Record<string, string> = { Azerbaijan: 'AZE', Niger: 'NER', Kenya: 'KEN' };
const codeOf = (name: string) => CODES[name] ?? null;
const draw = (drawn: RequestContent): string =>
  render('request/details.njk', { ...newRequestPage({ drawn, me: office, names }), title: '' });

describe('the details of a request', () => {
  it.each(samples().map(({ id, content }) => [id, content] as const))(
    'that are drawn and sent back are the same: sample %s',
    (_, content) => {
      const answers = detailsIn(sentBack(draw(content)), content, codeOf);
      for (const path of DETAILS)
        expect({ [path]: answers[path] || undefined }).toEqual({ [path]: valueAt(content, path) });
    },
  );

  it('the one country of an office is chosen already', () => {
    expect(sentBack(draw({})).countries).toBe('TZA');
  });

  it('countries in another order are no change', () => {
    expect(detailsIn({ countries: ['KEN', 'TZA'] }, { countries: ['TZA', 'KEN'] }).countries).toEqual(['TZA', 'KEN']);
    expect(detailsIn({ countries: ['KEN'] }, { countries: ['TZA', 'KEN'] }).countries).toEqual(['KEN']);
  });
});

it('countries of other offices are named one on each line, and one that nobody knows is said to be none', () => {
  const otherCountries = 'Kenya\r\nNiger';
  expect(detailsIn({ countries: 'TZA', otherCountries }, {}, codeOf).countries).toEqual(['TZA', 'KEN', 'NER']);
  const { countries } = detailsIn({ countries: 'TZA', otherCountries: 'Atlantis' }, {}, codeOf);
  expect(countries).toEqual(['TZA', 'Atlantis']);
  const { problems } = keepable({ countries });
  const { errors } = detailsFields({ drawn: {}, me: office, names, problems });
  expect(errors).toEqual([
    { text: 'Enter each other country by its name, such as Kenya, one on each line', href: '#otherCountries' },
  ]);
});

describe('a date in three fields', () => {
  const read = (day: string, month: string, year: string) =>
    detailsIn({ 'requestedStart-day': day, 'requestedStart-month': month, 'requestedStart-year': year }, {})
      .requestedStart;

  it('is a day, or none', () => {
    expect(read('1', '4', '2027')).toBe('2027-04-01');
    expect(read('', '', '')).toBeNull();
  });
  it.each([
    ['31', '2', '2027', ['day', 'month', 'year']],
    ['1', '4', '9999', ['year']],
    ['1', '', '2027', ['month']],
    ['x', '4', '2027', ['day']],
    ['32', '13', '', ['day', 'month', 'year']],
  ])('%s %s %s stays as it was typed, with the wrong parts marked', (day, month, year, wrong) => {
    const answers = { requestedStart: read(day, month, year) };
    const { problems } = keepable(answers);
    expect(problems).toMatchObject([{ path: 'requestedStart' }]);
    expect(datePartsOf(answers.requestedStart)).toEqual({ day, month, year });
    const { fields, errors } = detailsFields({ drawn: answers as RequestContent, me: office, names, problems });
    expect(fields.find((f) => f.name === 'requestedStart')).toMatchObject({ wrong });
    expect(errors).toEqual([
      { text: 'Enter a real date between 1990 and 2099, such as 1 4 2027', href: `#requestedStart-${wrong[0]}` },
    ]);
  });
});

it('the summary of what is wrong goes down the page', () => {
  const problems = ['durationMonths', 'title', 'type'].map((path) => ({ path, message: path }));
  const { errors } = detailsFields({ drawn: {}, me: office, names, problems });
  expect(errors.map((e) => e.href)).toEqual(['#type', '#title', '#durationMonths']);
});
