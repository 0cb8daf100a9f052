import type { CaseView, VersionView } from '#casework';
import {
  agenciesSaid,
  assessmentOf,
  withEndorsements,
  type RequestContent,
  type RequestFacts,
  type Signature,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { caseFrame, type CaseTab } from './case-frame.js';
import { listed, type Names } from './case-words.js';
import { readRequest, type Reading } from './reading.presenter.js';
import { requestFacts } from './request-facts.js';
import { stated } from './versions.presenter.js';

/** A version that was frozen, or the text in work. */
export type Text =
  | { kind: 'version'; version: VersionView }
  | { kind: 'inWork'; content: RequestContent; documents: RequestFacts['documents'] };

interface FullInput {
  view: CaseView;
  text: Text;
  names: Names;
  today: string;
  tab: CaseTab;
}

/** Who signed with the office that submitted it, of several. */
function signedWith(signatures: readonly Signature[], names: Names): string {
  const each = signatures.map(
    (s) =>
      `${listed(s.countries.map((c) => names.countryName(c)))} by ${s.by.name}${s.actingFor ? `, acting for ${s.actingFor}` : ''}`,
  );
  return each.length ? `Signed for ${each.join('; for ')}.` : '';
}

function headOf({ view, text, names }: FullInput): { heading: string; note: string; otherVersion: object | null } {
  const { facts } = view;
  if (text.kind === 'inWork') {
    const last = facts.version;
    return last === 0
      ? { heading: 'The draft', note: 'This is a draft. It has not been submitted.', otherVersion: null }
      : {
          heading: 'The text in work',
          note: assessmentOf(facts.state)
            ? `This is the text with what your office has changed. Version ${last} is what is judged, until the change is submitted.`
            : 'This is the text as it is being corrected. What was submitted is kept as it was.',
          otherVersion: { text: `Version ${last}, as submitted`, href: paths.version(facts.ref, last) },
        };
  }
  const { number, submittedAt, submittedBy, actingFor, gapsReason } = text.version;
  const latest = number === facts.version;
  return {
    heading: `Version ${number}${latest ? '' : `, replaced by version ${facts.version}`}`,
    note: [
      `Submitted by ${submittedBy}${actingFor ? `, acting for ${actingFor},` : ''} on ${date(submittedAt)}. It cannot be changed.`,
      latest ? signedWith(facts.frozen?.signatures ?? [], names) : '',
      gapsReason ? `It was submitted with answers missing: ${gapsReason}` : '',
    ]
      .filter(Boolean)
      .join(' '),
    otherVersion: facts.version > 1 ? { text: 'All versions', href: paths.versions(facts.ref) } : null,
  };
}

const contentsOf = (reading: Reading) => [
  { id: 'what-is-asked', text: 'What is asked' },
  ...reading.sections.map((s) => ({ id: s.id, text: `${s.number}. ${s.title}` })),
  ...(reading.ownAssessment.length ? [{ id: 'own-assessment', text: 'Own assessment' }] : []),
];

/** The text with the table of endorsements: what agencies said themselves of this text, beside what the office entered. */
function endorsedOf({ view: { facts }, text }: FullInput, content: RequestContent): RequestContent {
  if (text.kind === 'inWork') return withEndorsements(content, agenciesSaid(facts, true));
  // What was said of versions before the last is in the record.
  return text.version.number === facts.version ? withEndorsements(content, agenciesSaid(facts, false)) : content;
}

/** The page on which a whole request is read and printed. */
export function fullPage(input: FullInput) {
  const { view, text, names, today, tab } = input;
  const { content, documents } = text.kind === 'version' ? text.version : text;
  const sections = text.kind === 'version' ? { sections: text.version.sections } : {};
  const reading = readRequest({
    ref: view.facts.ref,
    content: endorsedOf(input, content),
    documents,
    tiers: view.tiers,
    names,
    ...sections,
  });
  const frame = caseFrame(view, tab, names);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    ...headOf(input),
    requestTitle: content.title ?? view.facts.summary.title,
    facts: requestFacts({ ...view.facts, summary: { ...view.facts.summary, ...stated(content) } }, content, names),
    reading,
    contents: contentsOf(reading),
  };
}
