import { isCriterion, CRITERIA } from '../review/criteria.js';
import type { FieldProblem } from '../refusal.js';
import { textTrouble } from '../text.js';
import { isDay } from '../time/working-days.js';
import { LANGUAGES, MODALITIES, REQUEST_TYPES, TRACKS, wordsIn, type RequestContent } from './content.js';
import { QUESTIONS } from './questions.js';
import { SECTIONS, valueAt } from './sections.js';

/** A rule of one value: the sentence that says what to do, or null. */
type Rule = (value: unknown, path: string) => FieldProblem[];

const problem = (path: string, message: string): FieldProblem[] => [{ path, message }];
const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

const text =
  (max: number): Rule =>
  (value, path) => {
    const trouble = textTrouble(value, max);
    return trouble ? problem(path, trouble) : [];
  };
const oneOf =
  (choices: object, what: string): Rule =>
  (value, path) =>
    typeof value === 'string' && Object.hasOwn(choices, value)
      ? []
      : problem(path, `Choose ${what}: ${Object.keys(choices).join(', ')}`);
const whole =
  (min: number, max: number, what: string): Rule =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? []
      : problem(path, `Enter ${what} from ${min} to ${max}`);
const money: Rule = (value, path) =>
  typeof value === 'number' &&
  Number.isFinite(value) &&
  value >= 0 &&
  value <= 1e9 &&
  Math.abs(Math.round(value * 100) - value * 100) < 1e-6
    ? []
    : problem(path, 'Enter an amount in US dollars, without a minus sign');
const day: Rule = (value, path) =>
  isDay(value) && value >= '1990' && value < '2100'
    ? []
    : problem(path, 'Enter a real date between 1990 and 2099, such as 2027-04-01');
const listOf =
  (rule: Rule, max: number): Rule =>
  (value, path) =>
    !Array.isArray(value)
      ? problem(path, 'Enter a list')
      : value.length > max
        ? problem(path, `Enter ${max} entries or fewer`)
        : value.flatMap((v, i) => rule(v, `${path}.${i}`));
const nullable =
  (rule: Rule): Rule =>
  (value, path) =>
    value === null ? [] : rule(value, path);
const shape =
  (rules: Record<string, Rule>): Rule =>
  (value, path) =>
    !isObject(value)
      ? problem(path, 'Enter an object with named answers')
      : Object.entries(value).flatMap(([key, v]) => {
          const at = path ? `${path}.${key}` : key;
          if (!Object.hasOwn(rules, key)) return problem(at, `“${key.slice(0, 60)}” is not a field of this form`);
          return v === null || v === undefined ? [] : rules[key]!(v, at);
        });
const exactly =
  (wanted: string): Rule =>
  (value, path) =>
    value === wanted ? [] : problem(path, `Enter “${wanted}” here`);
const countryCode: Rule = (value, path) =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value)
    ? []
    : problem(path, 'Enter a country by its three-letter code, such as TZA');

/** Characters of an answer that are kept at all, for questions whose answers are counted in words. */
const LONG = 20_000;
/** A long answer. One that is far too long is told in words, as its field counts them. */
const answer: Rule = (value, path) => {
  const question = SECTIONS.flatMap((s) => s.questions).find((q) => q.path === path && q.kind === 'words');
  if (!question || typeof value !== 'string' || value.length <= LONG) return text(LONG)(value, path);
  const [limit, has] = [question.limit, wordsIn(value)].map((n) => n.toLocaleString('en')) as [string, string];
  return wordsIn(value) > question.limit
    ? problem(path, `Shorten this answer to ${limit} words or fewer; it has ${has}`)
    : text(LONG)(value, path);
};
const narrative = (section: keyof typeof QUESTIONS): Rule =>
  shape(Object.fromEntries(Object.keys(QUESTIONS[section]).map((key) => [key, answer])));
const score = shape({ score: nullable(whole(0, 4, 'a score')), reason: text(5_000) });

const CONTENT = shape({
  title: text(300),
  language: oneOf(LANGUAGES, 'a language'),
  type: oneOf(REQUEST_TYPES, 'a type of request'),
  track: oneOf(TRACKS, 'a track'),
  urgentReason: text(2_000),
  // Taken from old files and left aside: the round is given at submission.
  round: text(20),
  modality: oneOf(MODALITIES, 'a form of support'),
  countries: listOf(countryCode, 30),
  dutyStation: text(120),
  requestedBy: shape({ name: text(200), title: text(200), email: text(254) }),
  requestedStart: day,
  durationMonths: whole(1, 60, 'a number of months'),
  sections: shape({
    context: answer,
    ownership: narrative('ownership'),
    enablingEnvironment: narrative('enablingEnvironment'),
    strategicOpportunities: narrative('strategicOpportunities'),
    sustainability: narrative('sustainability'),
    commitment: narrative('commitment'),
    termsOfReference: shape({
      addedDuties: listOf(text(1_000), 20),
      workingLanguages: listOf(text(120), 10),
      level: text(40),
      deviationsFromStandard: answer,
    }),
    risk: shape({ tier: exactly('risk'), text: answer, mitigation: answer }),
    costAndHosting: shape({
      currency: exactly('USD'),
      years: listOf(
        shape({
          year: whole(1990, 2099, 'a year'),
          months: whole(1, 12, 'a number of months'),
          items: listOf(
            shape({
              label: text(200),
              amountUSD: money,
              paidBy: text(120),
              kind: oneOf({ cash: 1, 'in-kind': 1 }, 'a kind'),
            }),
            30,
          ),
        }),
        10,
      ),
      hosting: shape({ office: answer, transport: answer, security: answer }),
    }),
    coveragePlan: listOf(
      shape({ country: text(60), daysPerYear: whole(0, 366, 'a number of days'), first: text(3_000), shareUSD: money }),
      30,
    ),
    documentsExpected: listOf(text(300), 30),
  }),
  endorsements: listOf(
    shape({
      agency: text(60),
      name: text(200),
      position: text(60),
      contribution: shape({
        kind: oneOf({ cash: 1, 'in-kind': 1, none: 1 }, 'a kind'),
        text: text(2_000),
        amountUSD: money,
      }),
    }),
    40,
  ),
  selfAssessment: shape(Object.fromEntries(CRITERIA.filter(isCriterion).map((c) => [c, score]))),
  mechanismRecommendations: listOf(
    shape({
      body: text(60),
      year: whole(1945, 2099, 'a year'),
      theme: text(200),
      text: text(5_000),
      position: text(60),
      countries: listOf(text(60), 30),
    }),
    40,
  ),
});

/** What is wrong with the shape of content or of a patch of it. Nothing here asks whether the content is complete. */
export const contentProblems = (content: unknown): FieldProblem[] => CONTENT(content, '');

/** Answers that are longer than their question allows; kept in a draft, refused at submission. */
export function tooLong(content: RequestContent): FieldProblem[] {
  return SECTIONS.flatMap((section) =>
    section.questions.flatMap((question) => {
      const value = valueAt(content, question.path);
      if (question.kind !== 'words' || typeof value !== 'string') return [];
      const over = wordsIn(value) - question.limit;
      return over > 0
        ? problem(
            question.path,
            `Section ${section.number}: shorten this answer to ${question.limit} words or fewer (${over} too many)`,
          )
        : [];
    }),
  );
}

/** What every request must say before it can be opened at all: where it belongs and what it asks for. */
export function openingProblems(content: RequestContent): FieldProblem[] {
  return [
    ...(content.title?.trim() ? [] : problem('title', 'Enter a title')),
    ...(content.countries?.length ? [] : problem('countries', 'Choose at least one country')),
    ...(content.countries && new Set(content.countries).size !== content.countries.length
      ? problem('countries', 'Name each country once')
      : []),
    ...(content.type ? [] : problem('type', 'Choose a type of request')),
    ...(content.modality ? [] : problem('modality', 'Choose a form of support')),
    ...(content.track === 'urgent' && !content.urgentReason?.trim()
      ? problem('urgentReason', 'Say why the request is urgent')
      : []),
  ];
}
