import type { Language, TermsReading, TermsVersion } from '#domain';
import { besideCode, typeset } from '#platform';
import { termsDocx } from './terms-docx.js';
import { layoutTerms, type TermsPaper } from './terms-layout.js';

const TEMPLATE = besideCode('libs/casework/src/terms/terms.typ');

/** The kinds of document that terms of reference are printed as. */
export const TERMS_FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type TermsFormat = keyof typeof TERMS_FORMATS;

/** Makes a Word or a PDF document of terms of reference: the same words in both. */
export function termsDocument(terms: TermsPaper, format: TermsFormat): Promise<Buffer> {
  const layout = layoutTerms(terms);
  return format === 'pdf' ? typeset(TEMPLATE, layout) : termsDocx(layout);
}

/** The name under which terms of reference are downloaded. */
export const termsFileName = (
  reading: TermsReading,
  version: TermsVersion | null,
  language: Language,
  format: TermsFormat,
): string =>
  `${reading.subject.ref}-terms-of-reference-${version ? `v${version.number}` : 'draft'}-${language}.${format}`;
