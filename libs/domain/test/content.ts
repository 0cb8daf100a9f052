import { SECTIONS, type Question, type RequestContent } from '../src/index.js';

const ANSWERS: Record<Question['kind'], unknown> = {
  words: 'The country team has discussed this and agreed on it.',
  line: 'P-5',
  list: ['English', 'Kiswahili'],
  costs: [{ year: 2027, months: 12, items: [{ label: 'Adviser', amountUSD: 256000, paidBy: 'Fund', kind: 'cash' }] }],
  endorsements: [
    {
      agency: 'UNDP',
      name: 'A head of agency',
      position: 'endorses',
      contribution: { kind: 'cash', text: 'A share of the post', amountUSD: 50000 },
    },
  ],
  recommendations: [{ body: 'UPR', year: 2026, theme: 'Plan of action', text: 'Adopt a plan.', position: 'supported' }],
  coverage: [{ country: 'TZA', daysPerYear: 200 }],
};

function withAnswer(content: Record<string, unknown>, path: string[], value: unknown): Record<string, unknown> {
  const [key, ...rest] = path as [string, ...string[]];
  const inner = (content[key] ?? {}) as Record<string, unknown>;
  return { ...content, [key]: rest.length === 0 ? value : withAnswer(inner, rest, value) };
}

/** A request with an answer to every question of the form. */
export function aContent(change: Partial<RequestContent> = {}): RequestContent {
  const answered = SECTIONS.flatMap((s) => s.questions).reduce<Record<string, unknown>>(
    (content, q) => withAnswer(content, q.path.split('.'), ANSWERS[q.kind]),
    {},
  );
  return {
    ...(answered as RequestContent),
    title: 'An adviser for the country team',
    language: 'en',
    type: 'initial',
    track: 'ordinary',
    modality: 'inCountry',
    countries: ['TZA'],
    dutyStation: 'Dar es Salaam',
    requestedStart: '2027-07-01',
    durationMonths: 24,
    ...change,
  };
}

/** The answer at a dotted path replaced; for tests of one wrong answer at a time. */
export const contentWith = (path: string, value: unknown, from: RequestContent = aContent()): RequestContent =>
  withAnswer(from as Record<string, unknown>, path.split('.'), value) as RequestContent;
