import type { CaseView } from '#casework';
import { isRefusal, mayTake, SECTIONS, type Actor, type CaseDocument } from '#domain';
import { UPLOAD_TYPES } from '#platform';
import { paths } from '../shell/paths.js';
import { bytes, date, words } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { plural, type Names } from './case-words.js';

export interface DocumentsInput {
  view: CaseView;
  me: Actor;
  documents: readonly CaseDocument[];
  /** Every version with when it was submitted. */
  versions: readonly { number: number; submittedAt: Date }[];
  names: Names;
  today: string;
}

const KIND: Record<string, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: 'OpenDocument',
  png: 'Picture',
  jpg: 'Picture',
  txt: 'Text',
  csv: 'Table (CSV)',
};

/** The kind of a document in a word, from its type by content. */
export function kindOf(type: string): string {
  const extension = Object.entries(UPLOAD_TYPES).find(([, media]) => media === type)?.[0];
  return (extension && KIND[extension]) || 'Document';
}

/** The first version that holds a document: the first that was submitted after it was added. */
function versionOf(document: CaseDocument, versions: DocumentsInput['versions']): string {
  const holding = versions.filter((v) => v.submittedAt.toISOString() >= document.at).map((v) => v.number);
  if (holding.length === 0) return 'Not yet submitted';
  const [first, last] = [Math.min(...holding), Math.max(...holding)];
  return first === last ? `Version ${first}` : `Since version ${first}`;
}

/** One document as a row of the list; who may change it is led into its section. */
const rowOf = (d: CaseDocument, ref: string, mayChange: boolean, versions: DocumentsInput['versions']) => ({
  document: {
    text: d.name,
    href: paths.document(ref, d.id),
    note: `${kindOf(d.type)}${d.tier === 'risk' ? ', for the office and OHCHR only' : ''}`,
  },
  section: {
    text: `Section ${d.section}`,
    note: SECTIONS.find((s) => s.number === d.section)?.title ?? '',
    ...(mayChange ? { href: paths.section(ref, d.section) } : {}),
  },
  added: { text: d.by.name, note: date(d.at, 'short') },
  version: versionOf(d, versions),
  size: bytes(d.size),
});

const COLUMNS = [
  { key: 'document', text: 'Document' },
  { key: 'section', text: 'Section' },
  { key: 'added', text: 'Added' },
  { key: 'version', text: 'Version' },
  { key: 'size', text: 'Size', numeric: true },
];

const ownDocuments = (ref: string) => ({
  text: 'Add documents of your country',
  href: paths.signatures(ref),
});

/** The documents of a request: what they are, where they belong, who added them, and in which version they stand. */
export function documentsPage({ view, me, documents, versions, names, today }: DocumentsInput) {
  const { ref } = view.facts;
  const frame = caseFrame(view, 'documents', names);
  const mayAttach = !isRefusal(mayTake(view.facts, me, 'ATTACH'));
  // Another office than the one that leads adds its documents on the page of the countries.
  const mayChange = mayAttach && !isRefusal(mayTake(view.facts, me, 'EDIT'));
  const sorted = [...documents].sort((a, b) => a.section - b.section || (a.at < b.at ? -1 : 1));
  const size = documents.reduce((sum, d) => sum + d.size, 0);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    mayChange,
    count: `${words(documents.length, true)} ${plural(documents.length, 'document', 'documents')}, ${bytes(size)} in all`,
    table: {
      caption: 'Documents of this request',
      columns: COLUMNS,
      rows: sorted.map((d) => rowOf(d, ref, mayChange, versions)),
    },
    empty: mayChange
      ? {
          text: 'No document has been added. They are added in the section that they support.',
          link: { text: 'Section 9, Documents and endorsements', href: paths.section(ref, 9) },
        }
      : mayAttach
        ? { text: 'No document has been added yet.', link: ownDocuments(ref) }
        : { text: 'No document came with this request.' },
    own: mayAttach && !mayChange ? ownDocuments(ref) : null,
  };
}
