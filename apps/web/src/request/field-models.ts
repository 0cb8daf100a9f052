import type { FieldProblem } from '#domain';
import type { PageError } from '../shell/views.js';

/** A field as the components draw it. */
export interface Field {
  kind?: 'text' | 'long' | 'number' | 'email' | 'select' | 'radios' | 'checkboxes' | 'date' | 'hidden';
  name: string;
  label?: string;
  /** The language of the label and of the answer, where it is not that of the page. */
  lang?: string | undefined;
  hint?: string | undefined;
  value?: string | string[] | { day: string; month: string; year: string };
  error?: string | undefined;
  words?: number;
  rows?: number;
  width?: number;
  prefix?: string | undefined;
  options?: readonly { value: string; text: string; hint?: { text: string } }[];
  optional?: boolean;
  quiet?: boolean;
  small?: boolean;
  inline?: boolean;
  wrong?: string[];
}

/** The first problem of a field, or of a part of what stands in it. */
export const errorOf = (problems: readonly FieldProblem[], name: string): string | undefined =>
  problems.find((p) => p.path === name || p.path.startsWith(`${name}.`))?.message;

/** The problem of a group of fields as a whole; those of its fields stand beside them. */
export const errorOfWhole = (problems: readonly FieldProblem[], path: string): string | undefined =>
  problems.find((p) => p.path === path)?.message;

/** The problems as the summary shows them, each leading to the nearest place that the page has. */
export function summaryOf(problems: readonly FieldProblem[], places: ReadonlySet<string>): PageError[] {
  const placeOf = (path: string): string => {
    for (let at = path; at; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) if (places.has(at)) return at;
    return path;
  };
  return problems.map(({ path, message }) => ({ text: message, href: `#${placeOf(path)}` }));
}

/** Shorter words for narrow fields than the domain has. */
export const inWordsOfRows = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((p) => (p.path.endsWith('.amountUSD') ? { ...p, message: 'Enter an amount, such as 12,500' } : p));
