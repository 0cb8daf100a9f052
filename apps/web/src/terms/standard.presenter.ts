import type { TermsStandard } from '#casework';
import {
  DUTY_PARTS,
  LANGUAGES,
  PLACES,
  termsDeviations,
  type Language,
  type Refusal,
  type TermsDefinition,
} from '#domain';
import { publishedLine } from '../criteria/published.js';
import { plural } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { DEVIATION_TAGS, standardViews } from './clause-views.js';
import { markedBlocks } from './marks.js';
import { foldOf, freshFields, partFields, standardErrors } from './standard.form.js';
import { countsOf } from './terms.presenter.js';

type Texts = TermsDefinition['texts'];
const languages = Object.keys(LANGUAGES) as Language[];
const HOME = { text: 'Standard terms of reference', href: paths.adminTerms() };
const newPath = (from: number): string => `${paths.adminTerms()}/new?from=${from}`;
const versionPath = (version: number): string => `${paths.adminTerms()}/${version}`;

/** The languages in which a standard can be read. */
export const languageLinks = (here: string, shown: Language) =>
  languages.map((l) => ({ text: LANGUAGES[l], href: `${here}?language=${l}`, current: l === shown }));

/** Every version of the standard. */
export function listContext(all: TermsStandard[]) {
  const last = all[0]!;
  return {
    title: 'Standard terms of reference',
    lead: 'What every post starts from. A change is a new version; terms that were proposed keep the version that they were made from.',
    action: { text: 'Write a new version', href: newPath(last.version) },
    columns: [
      { key: 'version', text: 'Version' },
      { key: 'published', text: 'Published' },
      { key: 'by', text: 'By' },
      { key: 'state', text: 'State' },
    ],
    rows: all.map((s) => ({
      version: { text: `Version ${s.version}`, href: versionPath(s.version) },
      published: new Date(s.publishedAt),
      by: s.publishedBy,
      state: s === last ? { text: 'In force', tone: 'green' } : 'Replaced',
    })),
  };
}

/** What a standard changes against another one, language by language. */
export function changesOf(before: Texts, after: Texts) {
  return languages.flatMap((language) => {
    const terms = (texts: Texts) => ({ standard: 1, language, clauses: texts[language].clauses });
    const found = termsDeviations(terms(before), terms(after));
    const parts = DUTY_PARTS.filter((p) => before[language].parts[p] !== after[language].parts[p]);
    if (found.length + parts.length === 0) return [];
    return [
      {
        language,
        title: LANGUAGES[language],
        counts: countsOf(found),
        parts: parts.map((p) => ({ before: before[language].parts[p], after: after[language].parts[p] })),
        clauses: found.map((d) => ({
          tag: DEVIATION_TAGS[d.kind],
          heading: d.headingDiff,
          blocks: markedBlocks(d.textDiff),
          tags: [
            ...(d.criteria.added.length || d.criteria.removed.length ? ['Its criteria differ.'] : []),
            ...(d.results.added.length || d.results.removed.length ? ['Its results differ.'] : []),
          ],
        })),
      },
    ];
  });
}

/** One version of the standard, with what it changed. */
export function versionContext(standard: TermsStandard, all: TermsStandard[], language: Language) {
  const { version, texts } = standard;
  const before = all.find((s) => s.version === version - 1);
  const current = all[0]!.version === version;
  return {
    title: `Standard terms of reference, version ${version}`,
    breadcrumbs: [HOME, { text: `Version ${version}` }],
    eyebrow: 'Standard terms of reference',
    heading: `Version ${version}`,
    tag: current ? { text: 'In force', tone: 'green' } : { text: 'Replaced', tone: 'grey' },
    lead: publishedLine(standard),
    action: { text: 'Write a new version from this one', href: newPath(version) },
    languages: languageLinks(versionPath(version), language),
    language,
    clauses: standardViews({ definition: standard }, language),
    changes: before ? changesOf(before.texts, texts) : [],
    against: before ? `Against version ${before.version}` : '',
  };
}

/** The form for a new version. */
export function formContext(texts: Texts, after: number, refusal?: Refusal) {
  const errors = refusal ? standardErrors(refusal, texts) : [];
  const at = (field: string) => errors.find((e) => e.href === `#${field}`)?.text;
  return {
    title: 'New version of the standard terms',
    breadcrumbs: [HOME, { text: 'New version' }],
    ...(errors.length ? { errors } : {}),
    lead: 'Every clause stands in three languages. Places in braces are filled from the request of each post.',
    places: PLACES.map((place) => `{${place}}`),
    after,
    folds: texts.en.clauses.map(({ key }) => foldOf(key, texts, at)),
    parts: partFields(texts, at),
    part: {
      kind: 'select',
      name: 'part',
      label: 'What kind of duty is it?',
      value: 'counterparts',
      options: DUTY_PARTS.filter((p) => p !== 'added').map((p) => ({ value: p, text: texts.en.parts[p] || p })),
    },
    fresh: freshFields(at),
  };
}

/** The last page before a standard is put in force: what it changes. */
export function publishContext(texts: Texts, last: TermsStandard) {
  const changes = changesOf(last.texts, texts);
  const n = changes.length;
  return {
    title: 'Check what changes',
    breadcrumbs: [HOME, { text: 'New version' }],
    lead: n
      ? `${words(n, true)} ${plural(n, 'language', 'languages')} ${plural(n, 'differs', 'differ')} from version ${last.version}.`
      : `Nothing differs from version ${last.version}, so there is nothing to publish.`,
    changes,
    next: last.version + 1,
  };
}
