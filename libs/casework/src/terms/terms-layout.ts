import {
  blocksOf,
  clausesIn,
  dutyPart,
  longDate,
  TERMS_PHRASES,
  type Block,
  type Deviation,
  type DutyPart,
  type Language,
  type Piece,
  type PlaceNames,
  type PrintedClause,
  type TermsReading,
  type TermsVersion,
} from '#domain';
import { TERMS_WORDS, type TermsWords } from './terms-words.js';

/** What is printed: terms as they were read, in a language, with who holds the roles. */
export interface TermsPaper {
  reading: TermsReading;
  /** The version; null for what a first proposal would be. */
  version: TermsVersion | null;
  language: Language;
  reporting: { part: string; name: string; title: string; from: string | null }[];
  names: PlaceNames;
}

interface Section {
  heading: string;
  level: 1 | 2;
  language: Language;
  blocks: Block[];
  /** Small lines under the text: what a duty serves, and that a clause was adapted. */
  notes: string[];
}
interface AnnexRow {
  clause: string;
  change: string;
  before: Piece[];
  after: Piece[];
}
/** Terms of reference as Word and PDF both set them. */
export interface TermsLayout {
  sender: string;
  title: string;
  heading: string;
  about: [string, string][];
  language: Language;
  region: string;
  locale: string;
  day: string | null;
  footer: string;
  page: string;
  sections: Section[];
  roles: { heading: string; head: string[]; rows: string[][] } | null;
  signatures: { heading: string; blocks: { side: string; lines: string[]; signed: boolean }[] };
  annex: { heading: string; text: string; head: string[]; rows: AnnexRow[] };
}

/** Signs that no document can hold: XML forbids them, and nobody can read them. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
const cleanBlock = (block: Block): Block =>
  'list' in block ? { list: block.list.map(clean) } : { text: clean(block.text) };

function notesOf(clause: PrintedClause, language: Language, w: TermsWords): string[] {
  const criteria = clause.criteria.map((c) => TERMS_PHRASES[language].criteria[c]).join(w.semicolon);
  return [
    ...(criteria ? [`${w.criteria}${w.colon}${criteria}`] : []),
    ...(clause.results.length ? [`${w.results}${w.colon}${clean(clause.results.join(w.semicolon))}`] : []),
    ...(clause.adapted && clause.language !== language ? [w.agreedIn] : []),
  ];
}

/** The clauses; duties stand under the heading of their kind. */
function sectionsOf(clauses: PrintedClause[], parts: Record<DutyPart, string>, language: Language): Section[] {
  const w = TERMS_WORDS[language];
  let last: DutyPart | null = null;
  return clauses.flatMap((clause) => {
    const part = dutyPart(clause.key);
    const opens = part !== null && part !== last;
    last = part;
    const section: Section = {
      heading: clean(clause.heading),
      level: part ? 2 : 1,
      language: clause.language,
      blocks: blocksOf(clause.text).map(cleanBlock),
      notes: notesOf(clause, language, w),
    };
    return opens ? [{ heading: parts[part], level: 1, language, blocks: [], notes: [] }, section] : [section];
  });
}

function annexRow(d: Deviation, language: Language): AnnexRow {
  const w = TERMS_WORDS[language];
  const names = TERMS_PHRASES[language].criteria;
  const pieces = (without: 'added' | 'removed'): Piece[] =>
    [...d.headingDiff, { kind: 'same' as const, text: '\n' }, ...d.textDiff]
      .filter((piece) => piece.kind !== without)
      .map((piece, i, all) => {
        const begins = i === 0 || all[i - 1]!.text.endsWith('\n');
        const text = clean(piece.text).replace(/\n +/g, '\n');
        return { ...piece, text: begins ? text.trimStart() || text : text };
      });
  const tags = (kind: 'added' | 'removed'): Piece[] => {
    const lines = [
      ...(d.criteria[kind].length
        ? [`${w.criteria}${w.colon}${d.criteria[kind].map((c) => names[c]).join(w.semicolon)}`]
        : []),
      ...(d.results[kind].length ? [`${w.results}${w.colon}${clean(d.results[kind].join(w.semicolon))}`] : []),
    ];
    return lines.map((line) => ({ kind, text: `\n${line}` }));
  };
  return {
    clause: clean(d.heading),
    change: w.kinds[d.kind],
    before: d.kind === 'added' ? [] : [...pieces('added'), ...tags('removed')],
    after: d.kind === 'removed' ? [] : [...pieces('removed'), ...tags('added')],
  };
}

function signaturesOf(version: TermsVersion | null, language: Language): TermsLayout['signatures'] {
  const w = TERMS_WORDS[language];
  const blocks = (['rc', 'ohchr'] as const).map((side) => {
    const found = version?.signatures.find((s) => s.side === side);
    const lines = found
      ? [
          w.signed(clean(found.by.name), longDate(found.at.slice(0, 10), language)),
          ...(found.actingFor ? [w.actingFor(clean(found.actingFor))] : []),
        ]
      : [w.unsigned];
    return { side: w.sides[side], lines, signed: Boolean(found) };
  });
  return { heading: w.signatures, blocks };
}

/** Sets terms of reference out for print. */
export function layoutTerms({ reading, version, language, reporting, names }: TermsPaper): TermsLayout {
  const w = TERMS_WORDS[language];
  const { ref, countries } = reading.subject;
  const day = version ? version.at.slice(0, 10) : null;
  const which = version && day ? w.version(version.number, longDate(day, language)) : w.draft;
  const places = countries.map((code) => names.countryName(code, language));
  const rows = reporting.map((r) => [
    w.roles.parts[r.part] ?? r.part,
    clean(r.title ? `${r.name}, ${r.title}` : r.name),
    r.from ? longDate(r.from, language) : '',
  ]);
  return {
    sender: 'Human Rights Advisers',
    title: w.title,
    heading: w.heading(new Intl.ListFormat(w.locale).format(places)),
    about: [
      [w.reference, ref],
      [which, w.madeFrom(reading.content.standard)],
    ],
    language,
    region: w.region,
    locale: w.locale,
    day,
    footer: `${w.title}, ${ref}. ${which}`,
    page: w.page,
    sections: sectionsOf(clausesIn(reading, language, names), reading.definition.texts[language].parts, language),
    roles: rows.length ? { heading: w.roles.heading, head: w.roles.head, rows } : null,
    signatures: signaturesOf(version, language),
    annex: {
      heading: w.annex,
      text: reading.deviations.length ? w.legend : w.none,
      head: w.head,
      rows: reading.deviations.map((d) => annexRow(d, language)),
    },
  };
}
