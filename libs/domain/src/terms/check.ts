import { LANGUAGES } from '../request/content.js';
import type { FieldProblem } from '../refusal.js';
import { isCriterion } from '../review/criteria.js';
import { required } from '../text.js';
import { PLACES } from './about.js';
import { DUTY_PARTS, dutyPart, isClauseKey, REQUIRED_CLAUSES, type TermsDefinition } from './definition.js';
import { isLanguage, PLACE_PATTERN } from './standard.js';
import type { Clause, TermsContent } from './terms.js';

/** The longest that each part of a clause may be. */
export const CLAUSE_LIMITS = { heading: 200, text: 6_000, results: 10, result: 300, clauses: 80 };

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
/** What a sender put where a name is wanted, short enough to be said back. */
const said = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 60) : 'This');

const unknownParts = (value: Record<string, unknown>, known: string[], path: string): FieldProblem[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: `${path}${path && '.'}${key.slice(0, 60)}`,
      message: `“${key.slice(0, 60)}” is not a part of this`,
    }));

function checkTags({ criteria, results }: Record<string, unknown>, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const isTag = (c: unknown): boolean => typeof c === 'string' && isCriterion(c);
  if (!Array.isArray(criteria) || !criteria.every(isTag) || new Set(criteria).size < criteria.length)
    problems.push({ path: `${path}.criteria`, message: 'Choose among the five criteria, each once' });
  if (!Array.isArray(results)) problems.push({ path: `${path}.results`, message: 'Enter the results as a list' });
  else if (results.length > CLAUSE_LIMITS.results)
    problems.push({ path: `${path}.results`, message: `Name ${CLAUSE_LIMITS.results} results or fewer` });
  else
    problems.push(
      ...results.flatMap((result: unknown) =>
        required(result, `${path}.results`, 'Enter each result on a line of its own', CLAUSE_LIMITS.result),
      ),
    );
  return problems;
}

function checkClause(value: unknown, path: string): FieldProblem[] {
  const clause = record(value);
  if (!clause) return [{ path, message: 'Enter a clause here' }];
  const { key } = clause;
  if (typeof key !== 'string' || !isClauseKey(key))
    return [{ path: `${path}.key`, message: `“${said(key)}” is not a clause of terms of reference` }];
  return [
    ...unknownParts(clause, ['key', 'heading', 'text', 'criteria', 'results'], path),
    ...required(clause.heading, `${path}.heading`, 'Enter the heading of this clause', CLAUSE_LIMITS.heading),
    ...required(clause.text, `${path}.text`, 'Enter the text of this clause', CLAUSE_LIMITS.text),
    ...checkTags(clause, path),
  ];
}

function checkSet(clauses: unknown[], path: string): FieldProblem[] {
  const keys = clauses.map((clause) => record(clause)?.key);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) < i);
  const missing = REQUIRED_CLAUSES.filter((key) => !keys.includes(key));
  return [
    ...(twice < 0 ? [] : [{ path: `${path}.${twice}.key`, message: `“${said(keys[twice])}” stands here twice` }]),
    ...missing.map((key) => ({
      path,
      message: `The clause “${key}” is missing. It may be reworded, and not left out`,
    })),
    ...(keys.some((key) => typeof key === 'string' && dutyPart(key) !== null)
      ? []
      : [{ path, message: 'Keep at least one duty' }]),
  ];
}

function checkClauses(clauses: unknown, path: string): FieldProblem[] {
  if (!Array.isArray(clauses)) return [{ path, message: 'Enter the clauses as a list' }];
  if (clauses.length > CLAUSE_LIMITS.clauses)
    return [{ path, message: `Keep to ${CLAUSE_LIMITS.clauses} clauses or fewer` }];
  return [...clauses.flatMap((clause, i) => checkClause(clause, `${path}.${i}`)), ...checkSet(clauses, path)];
}

/** Problems of terms of reference, whoever wrote them: paths are those of the content. */
export function checkTerms(content: TermsContent): FieldProblem[] {
  const given = record(content);
  if (!given) return [{ path: '', message: 'Enter the terms of reference' }];
  const { standard, language } = given;
  return [
    ...unknownParts(given, ['standard', 'language', 'clauses'], ''),
    ...(Number.isInteger(standard) && (standard as number) > 0
      ? []
      : [{ path: 'standard', message: 'Name the version of the standard that these terms are made from' }]),
    ...(isLanguage(language) ? [] : [{ path: 'language', message: 'Choose English, French or Spanish' }]),
    ...checkClauses(given.clauses, 'clauses'),
  ];
}

const unknownPlaces = ({ heading, text }: Clause, path: string): FieldProblem[] =>
  [...`${heading} ${text}`.matchAll(PLACE_PATTERN)]
    .filter(([, name]) => !(PLACES as readonly string[]).includes(name!))
    .map(([whole]) => ({ path: `${path}.text`, message: `“${whole.slice(0, 60)}” is not a place that can be filled` }));

/** Problems of a standard that an administrator wrote; paths begin with the language. */
export function checkStandard(texts: TermsDefinition['texts']): FieldProblem[] {
  const keys = texts.en.clauses.map((clause) => clause.key).sort();
  return (Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]).flatMap((language) => {
    const { parts, clauses } = texts[language];
    const own = clauses.map((clause) => clause.key).sort();
    const apart = own.join(' ') !== keys.join(' ');
    return [
      ...DUTY_PARTS.flatMap((part) =>
        required(parts[part], `${language}.parts.${part}`, 'Enter what these duties are called', CLAUSE_LIMITS.heading),
      ),
      ...checkClauses(clauses, `${language}.clauses`),
      ...clauses.flatMap((clause, i) => unknownPlaces(clause, `${language}.clauses.${i}`)),
      ...(apart ? [{ path: `${language}.clauses`, message: 'Every language has the same clauses' }] : []),
    ];
  });
}
