import type { CaseView } from '#casework';
import {
  progressOf,
  SECTIONS,
  valueAt,
  type FieldProblem,
  type Framework,
  type Question,
  type RequestContent,
  type Section,
} from '#domain';
import { UPLOAD_ACCEPT } from '#platform';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { DOCUMENTS } from './attachments.js';
import { marksOf, withAnswers, type Answers } from './answers.js';
import { placeOf, type Names } from './case-words.js';
import { costTotals } from './cost-totals.js';
import { correctionsFor } from './corrections.js';
import { errorOf, inWordsOfRows, summaryOf, type Field } from './field-models.js';
import { drawRows, drawYears } from './row-blocks.js';
import { concerns, COVERAGE, RECOMMENDATIONS, SHAPES } from './row-shapes.js';
import type { RowShape } from './rows.js';
import { savedLine } from './saved-line.js';
import { guideOf } from './section-guides.js';
import { questionsFor, tooLongIn } from './section.form.js';

export interface SectionInput {
  view: CaseView;
  section: Section;
  /** What is stored. */
  content: RequestContent;
  /** What was typed and is not stored: shown in place of what is. */
  typed?: Answers;
  problems?: FieldProblem[];
  /** Answers that somebody else changed meanwhile. */
  contested?: string[];
  /** The place where one more row was asked for. */
  add?: string;
  framework: Framework | null;
  names: Names;
  now: Date;
  uploadLimit: string;
}

const lengthOfText = (question: Question): number => (question.limit > 600 ? 12 : question.limit > 300 ? 8 : 4);
const RESTRICTED = 'Seen by your office and OHCHR only.';
const HINTS: Partial<Record<Question['kind'], string>> = {
  costs: 'Every amount in US dollars. Your text is saved whenever you add or remove a line.',
  endorsements: 'Name those who decline or have not answered too. An amount may stay empty.',
  recommendations: 'Those that an adviser would help to follow up, up to 40.',
  coverage: 'How the adviser’s days are shared out, with what comes first in each country.',
};

function shapeOf(question: Question, content: RequestContent, value: unknown, names: Names): RowShape {
  const options = (content.countries ?? []).map((code) => ({ value: code, text: names.countryName(code) }));
  options.sort((a, b) => a.text.localeCompare(b.text));
  if (question.kind === 'coverage')
    return { ...COVERAGE, cells: COVERAGE.cells.map((c) => (c.key === 'country' ? { ...c, options } : c)) };
  const named = Array.isArray(value) && value.some((row: { countries?: unknown }) => row.countries !== undefined);
  return question.kind === 'recommendations' && (options.length > 1 || named)
    ? { ...RECOMMENDATIONS, cells: [...RECOMMENDATIONS.cells, concerns(options)] }
    : SHAPES[question.kind]!;
}

/** What somebody else saved while this person was writing, in words; answers in rows are looked at on a page of their own. */
const savedText = (value: unknown): string =>
  Array.isArray(value) ? value.filter((v) => typeof v === 'string').join('\n') : typeof value === 'string' ? value : '';

function blockOf(question: Question, drawn: RequestContent, input: SectionInput) {
  const { path, kind, limit } = question;
  const { problems = [], add = '', names, contested = [], content } = input;
  const lang = content.language ?? 'en';
  const value = valueAt(drawn, path);
  const legend = { path, label: question.label[lang], lang: lang === 'en' ? undefined : lang };
  const meanwhile = contested.includes(path)
    ? { saved: savedText(valueAt(content, path)), page: paths.section(input.view.facts.ref, input.section.number) }
    : null;
  const optional = !question.required;
  const hint = [question.tier === 'risk' ? RESTRICTED : '', HINTS[kind] ?? ''].filter(Boolean).join(' ') || undefined;
  if (kind === 'costs') {
    const start = content.requestedStart ?? input.now.toISOString();
    const first = { year: Number(start.slice(0, 4)), months: 13 - Number(start.slice(5, 7)) };
    const totals = costTotals(value);
    return {
      shape: 'costs',
      ...legend,
      optional,
      hint,
      meanwhile,
      totals,
      ...drawYears(path, value, problems, add, first),
    };
  }
  if (SHAPES[kind]) {
    const rows = drawRows(shapeOf(question, drawn, value, names), path, value, problems, add);
    return { shape: 'rows', ...legend, optional, hint, meanwhile, rows, oneLine: kind === 'coverage' };
  }
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  const common = { name: path, label: legend.label, lang: legend.lang, hint, optional, error: errorOf(problems, path) };
  const field: Field =
    kind === 'line'
      ? { ...common, kind: 'text', value: text, width: 10 }
      : kind === 'list'
        ? { ...common, kind: 'long', value: text, rows: Math.min(Math.max(text.split('\n').length + 1, 4), 12) }
        : { ...common, kind: 'long', value: text, words: limit, rows: lengthOfText(question) };
  return { shape: 'field', field, meanwhile };
}

type Block = ReturnType<typeof blockOf>;

/** Every place of the page that an error may lead to. */
function placesOf(blocks: Block[]): Set<string> {
  const rows = (drawn: { id: string; rows: { id: string; cells: { field: Field }[] }[] }): string[] => [
    drawn.id,
    ...drawn.rows.flatMap((row) => row.cells.map(({ field }) => field.name)),
  ];
  const inBlock = (block: Block): string[] => {
    if ('field' in block && block.field) return [block.field.name];
    if ('rows' in block && block.rows) return rows(block.rows);
    if (!('years' in block) || !block.years) return [];
    const years = block.years.flatMap((y) => [...y.cells.map(({ field }) => field.name), ...rows(y.items)]);
    return [block.path, ...years];
  };
  return new Set([DOCUMENTS, ...blocks.flatMap(inBlock)]);
}

/** The sections at the side of the form, with how far each has come. */
export function railOf(view: CaseView, content: RequestContent, now: Date, current?: Section) {
  const state = (section: Section): 'done' | 'part' | 'none' => {
    const progress = progressOf(section, content);
    if (progress === 'notStarted') return 'none';
    return progress === 'complete' && tooLongIn(section, content).length === 0 ? 'done' : 'part';
  };
  return {
    summary: current ? `Section ${current.number} of ${SECTIONS.length}` : 'Sections',
    saved: savedLine(view.changedAt, now),
    items: SECTIONS.map((section) => ({
      text: section.title,
      href: paths.section(view.facts.ref, section.number),
      state: state(section),
      current: section === current,
    })),
  };
}

function uploadOf({ view, section, problems = [], uploadLimit }: SectionInput) {
  const { ref, documents } = view.facts;
  return {
    title: 'Supporting documents',
    label: 'Add documents',
    name: DOCUMENTS,
    files: documents
      .filter((d) => d.section === section.number)
      .map((d) => ({
        name: d.name,
        href: paths.document(ref, d.id),
        note: d.tier === 'risk' ? 'your office and OHCHR only' : '',
        size: d.size,
        remove: d.id,
      })),
    hint: `PDF, Word, Excel, PowerPoint, OpenDocument, pictures or text, up to ${uploadLimit} each and ten at a time. On a slow link, add documents last: your text is saved first.`,
    accept: UPLOAD_ACCEPT,
    error: errorOf(problems, DOCUMENTS),
  };
}

/** The page of one section of the form. */
export function sectionPage(given: SectionInput) {
  const input = { ...given, problems: inWordsOfRows(given.problems ?? []) };
  const { view, section, content, typed = {}, problems } = input;
  const { ref, summary } = view.facts;
  const drawn = withAnswers(content, typed);
  const questions = questionsFor(section, content);
  const blocks = questions.map((question) => blockOf(question, drawn, input));
  const errors = summaryOf(problems, placesOf(blocks));
  const position = `Section ${section.number} of ${SECTIONS.length}`;
  return {
    title: `${section.title}: ${placeOf(summary.countries, input.names)}`,
    heading: section.title,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: placeOf(summary.countries, input.names), href: paths.request(ref) },
      { text: `Section ${section.number}` },
    ],
    eyebrow: section.criterion ? `${position}, ${section.hint.toLowerCase()}` : position,
    rail: railOf(view, content, input.now, section),
    guide: guideOf(section, input.framework),
    corrections: correctionsFor(view.facts, section),
    blocks,
    /** Without the place of the page that was looked at: a browser would carry it over to the next page. */
    action: paths.section(ref, section.number),
    upload: uploadOf(input),
    /** Documents of the section that holds the risk notes may be as restricted as they are. */
    mayRestrict: section.questions.some((q) => q.tier === 'risk'),
    hidden: [
      ...stepFields(view.revision),
      {
        kind: 'hidden',
        name: 'marks',
        value: marksOf(
          questions.map((q) => q.path),
          content,
        ),
      },
    ],
    last: section.number === SECTIONS.length,
    back: { text: 'Back to the request', href: paths.request(ref) },
    ...(errors.length ? { errors } : {}),
  };
}
