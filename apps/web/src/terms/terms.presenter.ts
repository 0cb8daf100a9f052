import {
  LANGUAGES,
  longDate,
  SIDES,
  dutyPart,
  type Deviation,
  type Language,
  type TermsReading,
  type TermsVersion,
} from '#domain';
import { listed, placeOf, plural, type Names, type Status } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import type { CaseTermsView, RoleHolder, TermsView } from './case-terms.js';
import { clauseViews } from './clause-views.js';

export const ROLE_PARTS: Record<string, string> = {
  supervisor: 'Direct supervisor',
  secondReportingOfficer: 'Second reporting officer',
  regionalGuidance: 'Regional guidance',
};
const FORMAT_NAMES = { docx: 'Word', pdf: 'PDF' } as const;
const languages = Object.keys(LANGUAGES) as Language[];

/** Where terms of reference have their pages: under a request, and under a post. */
export interface TermsPlace {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  ref: string;
  /** The address of the page itself; its forms and documents lie under it. */
  here: string;
  back: { text: string; href: string };
}

/** The place of the terms of a request. */
export function requestPlace({ view }: Pick<CaseTermsView, 'view'>, names: Names, page?: string): TermsPlace {
  const { ref, summary } = view.facts;
  const place = placeOf(summary.countries, names);
  const here = paths.terms(ref);
  return {
    title: `${page ?? 'Terms of reference'}: ${place}, ${ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(ref) },
      ...(page ? [{ text: 'Terms of reference', href: here }, { text: page }] : [{ text: 'Terms of reference' }]),
    ],
    ref,
    here,
    back: { text: 'Back to the request', href: paths.request(ref) },
  };
}

/** How many clauses were added, changed and removed, in words; empty when none were. */
export function countsOf(deviations: readonly Deviation[]): string {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const n = deviations.filter((d) => d.kind === kind).length;
    return n ? [`${words(n)} ${plural(n, 'clause', 'clauses')} ${kind}`] : [];
  });
  return listed(parts);
}

/** Against which standard, and in how much it is left. */
export function againstStandard({ deviations, content }: Pick<TermsReading, 'deviations' | 'content'>): string {
  const counts = countsOf(deviations);
  return counts
    ? `Against version ${content.standard} of the standard: ${counts}.`
    : `Nothing departs from version ${content.standard} of the standard.`;
}

const signatureOf = (version: TermsVersion, side: 'rc' | 'ohchr') => version.signatures.find((s) => s.side === side);

/** The signature of each side on a version, or that it is missing. */
export const signaturesOf = (version: TermsVersion) =>
  (['rc', 'ohchr'] as const).map((side) => {
    const found = signatureOf(version, side);
    const acting = found?.actingFor ? `, acting for ${found.actingFor}` : '';
    return {
      label: SIDES[side],
      ...(found
        ? { lines: [`${found.by.name}${acting}`, dateTime(found.at)] }
        : { status: { text: 'Not yet signed', tone: 'amber' } as Status }),
    };
  });

/** Where a version stands between proposal and both signatures. */
export function standingOf(version: TermsVersion | null): Status {
  if (!version) return { text: 'Not proposed', tone: 'grey' };
  const missing = (['rc', 'ohchr'] as const).filter((side) => !signatureOf(version, side));
  if (missing.length === 0) return { text: 'Signed by both sides', tone: 'green' };
  return missing.length === 2
    ? { text: 'Not yet signed', tone: 'amber' }
    : { text: `Waits for ${missing[0] === 'rc' ? 'the Resident Coordinator' : 'OHCHR'}`, tone: 'amber' };
}

const historyOf = ({ versions, version, current }: TermsView, here: string) =>
  versions.map((v) => ({
    text: `Version ${v.number}`,
    href: v.number === current?.number ? here : `${here}?version=${v.number}`,
    shown: v.number === version?.number,
    by: `Proposed by ${v.by.name} on ${date(v.at)}`,
    signed: v.signatures.map(
      (s) =>
        `Signed by ${s.by.name} for ${s.side === 'rc' ? 'the Resident Coordinator' : SIDES.ohchr} on ${date(s.at)}`,
    ),
  }));

/** The documents, each in each language. */
const documentsOf = (here: string, version: TermsVersion | null, current: TermsVersion | null) =>
  languages.map((language) => ({
    language: LANGUAGES[language],
    links: (['docx', 'pdf'] as const).map((format) => ({
      text: FORMAT_NAMES[format],
      href: `${here}.${format}?language=${language}${version && version !== current ? `&version=${version.number}` : ''}`,
    })),
  }));

export const holdersOf = (reporting: readonly RoleHolder[]) =>
  reporting.map(({ part, name, title, from }) => ({
    label: ROLE_PARTS[part] ?? part,
    lines: [[name, title].filter(Boolean).join(', '), ...(from ? [`From ${date(from)}`] : [])],
  }));

/** What may be done with the terms now. */
function actionsOf({ may, current, version }: TermsView, here: string) {
  const stands = version === current;
  const [propose, sign] = [may.propose && stands, may.sign !== null && stands && current !== null];
  return {
    propose: propose && !current,
    actions: [
      ...(sign ? [{ text: `Sign version ${current!.number}`, href: `${here}/sign` }] : []),
      ...(propose
        ? [
            {
              text: current ? 'Change the terms' : 'Change them first',
              href: `${here}/edit`,
              secondary: sign || !current,
            },
          ]
        : []),
    ],
  };
}

function leadOf({ version, current, reading }: TermsView): string {
  if (!version)
    return `Nothing has been proposed yet. This is version ${reading.content.standard} of the standard, filled in for this post, with the duties that the request adds.`;
  const proposed = `Version ${version.number}, proposed by ${version.by.name} on ${date(version.at)}.`;
  return version === current ? proposed : `${proposed} A later version has taken its place.`;
}

/** In which language they are shown, and whether what leaves the standard is marked. */
interface Showing {
  language: Language;
  marks: boolean;
}

/** The ways to see the same terms otherwise, and what is said of the way in which they are seen. */
function viewsOf({ reading, version, current }: TermsView, here: string, { language, marks }: Showing) {
  const own = language === reading.content.language;
  const which = version && version !== current ? `version=${version.number}&` : '';
  const differs = own && reading.deviations.length > 0;
  const other = marks ? { text: 'Show without marks', to: 'off' } : { text: 'Mark the changes', to: 'on' };
  return {
    language,
    marked: differs && marks,
    marks: differs ? { text: other.text, href: `${here}?${which}marks=${other.to}` } : null,
    note: own
      ? null
      : `Clauses that were adapted for this post stay in ${LANGUAGES[reading.content.language]}, in which they were agreed.`,
    languages: languages.map((l) => ({
      text: LANGUAGES[l],
      href: `${here}?${which}language=${l}`,
      current: l === language,
    })),
  };
}

/** The page of terms of reference. */
export function termsPage(terms: TermsView, place: TermsPlace, names: Names, showing: Showing) {
  const { reading, version, current } = terms;
  return {
    ...place,
    heading: 'Terms of reference',
    lead: leadOf(terms),
    tag: version === current ? standingOf(version) : { text: 'Replaced', tone: 'grey' },
    ...actionsOf(terms, place.here),
    ...viewsOf(terms, place.here, showing),
    hidden: stepFields(terms.revision),
    standard: reading.content.standard,
    rule: terms.rule,
    against: againstStandard(reading),
    clauses: clauseViews(reading, showing.language, showing.marks, names),
    signatures: version ? signaturesOf(version) : [],
    roles: holdersOf(terms.reporting),
    versions: historyOf(terms, place.here),
    documents: documentsOf(place.here, version, current),
  };
}

/** The page on which terms are signed: what, by whom, against which standard. */
export function signPage(
  terms: TermsView,
  place: TermsPlace,
  names: Names,
  signer: { name: string; as: string },
  trouble?: string,
) {
  const version = terms.current!;
  const { reading } = terms;
  const { content, deviations } = reading;
  const untied = content.clauses.filter((c) => dutyPart(c.key) && c.criteria.length === 0).map((c) => c.heading);
  return {
    ...place,
    heading: `Sign version ${version.number}`,
    lead: 'Your signature holds for this version alone. When both sides have signed it, these terms are in force for the post.',
    ...(trouble ? { errors: [{ text: trouble }] } : {}),
    read: { text: 'Read the terms', href: place.here },
    facts: [
      {
        label: 'Version',
        value: `${version.number}, proposed by ${version.by.name} on ${longDate(version.at.slice(0, 10), 'en')}`,
      },
      { label: 'Language', value: LANGUAGES[version.content.language] },
      { label: 'Changes', value: againstStandard(reading) },
      ...(untied.length ? [{ label: 'Not tied to a criterion', lines: untied }] : []),
    ],
    counts: countsOf(deviations),
    clauses: clauseViews(reading, content.language, true, names)
      .filter((c) => c.tag)
      .map((c) => ({ ...c, opens: null })),
    language: content.language,
    signatures: signaturesOf(version),
    signature: signer,
    number: version.number,
    hidden: [...stepFields(terms.revision), { kind: 'hidden', name: 'version', value: String(version.number) }],
    button: `Sign version ${version.number}`,
    link: { text: 'Back to the terms', href: place.here },
  };
}
