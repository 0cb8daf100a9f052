import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { TermsStandards, type SignedIn } from '#casework';
import { Me, type Reply } from '../shell/exchange.js';
import { CaseTerms } from '../terms/case-terms.js';
import { sendTerms } from '../terms/terms-files.controller.js';
import { versionIn } from '../terms/terms.controller.js';
import { Described } from './described.js';

type Asked = Record<string, string | undefined>;

/** Terms of reference for programs: of a request, as documents, and the standard. */
@ApiTags('Terms of reference')
@ApiBearerAuth()
@Controller('api/v1')
export class TermsApi {
  constructor(
    private readonly terms: CaseTerms,
    private readonly standards: TermsStandards,
  ) {}

  @Get('requests/:ref/terms')
  @Described('readTerms')
  async read(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Asked) {
    const { reading, version, current, versions, reporting, may } = await this.terms.open(
      ref,
      me,
      versionIn(query.version),
    );
    const { standard, language, clauses } = reading.content;
    const stands = version === current;
    return {
      ref: reading.subject.ref,
      version: version?.number ?? null,
      standard,
      language,
      clauses,
      deviations: reading.deviations,
      proposedBy: version?.by.name ?? null,
      proposedAt: version?.at ?? null,
      signatures: (version?.signatures ?? []).map((s) => ({ ...s, by: s.by.name })),
      reporting,
      versions: versions.map(({ number, by, at }) => ({ number, by: by.name, at })),
      canPropose: stands && may.propose,
      canSign: stands && may.sign !== null,
    };
  }

  @Get('requests/:ref/terms.docx')
  @Described('downloadTermsWord')
  word(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return sendTerms(this.terms, ref, me, 'docx', query, reply);
  }

  @Get('requests/:ref/terms.pdf')
  @Described('downloadTermsPdf')
  pdf(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return sendTerms(this.terms, ref, me, 'pdf', query, reply);
  }

  @Get('terms-standards')
  @Described('listTermsStandards')
  async list() {
    const all = await this.standards.all();
    return {
      items: all.map(({ version, publishedAt, publishedBy, texts }) => ({
        version,
        inForce: version === all[0]!.version,
        publishedAt,
        publishedBy,
        texts,
      })),
    };
  }
}
