import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ReferenceData, TERMS_FORMATS, termsDocument, termsFileName, type SignedIn, type TermsFormat } from '#casework';
import { isLanguage, refuse } from '#domain';
import { contentDisposition } from '#platform';
import { Me, type Reply } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { CaseTerms, type TermsView } from './case-terms.js';
import { versionIn } from './terms.controller.js';

type Asked = Record<string, string | undefined>;

/** Where terms come from: a request or a post. */
export interface TermsSource {
  readonly names: ReferenceData;
  open(ref: string, me: SignedIn, number: number | null): Promise<TermsView>;
}

/** Sends terms of reference as a document: the language and the version that are asked for, else those that stand. */
export async function sendTerms(
  terms: TermsSource,
  ref: string,
  me: SignedIn,
  format: TermsFormat,
  asked: Asked,
  reply: Reply,
): Promise<void> {
  if (asked.language !== undefined && !isLanguage(asked.language))
    throw new Refused(
      refuse('notFound', 'Terms of reference are printed in English (en), French (fr) and Spanish (es).'),
    );
  const { reading, version, reporting } = await terms.open(ref, me, versionIn(asked.version));
  const language = asked.language ?? reading.content.language;
  const document = await termsDocument({ reading, version, language, reporting, names: terms.names }, format);
  await reply
    .header('content-type', TERMS_FORMATS[format])
    .header('content-disposition', contentDisposition(termsFileName(reading, version, language, format)))
    .header('cache-control', 'private, no-store')
    .send(document);
}

/** The terms of reference of a request as Word and PDF. */
@Controller('requests/:ref')
export class TermsFilesController {
  constructor(private readonly terms: CaseTerms) {}

  @Get('terms.docx')
  word(@Me() me: SignedIn, @Param('ref') ref: string, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return sendTerms(this.terms, ref, me, 'docx', query, reply);
  }

  @Get('terms.pdf')
  pdf(@Me() me: SignedIn, @Param('ref') ref: string, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return sendTerms(this.terms, ref, me, 'pdf', query, reply);
  }
}
