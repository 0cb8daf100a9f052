import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Casework, type SignedIn } from '#casework';
import { isLanguage, isRefusal, refuse, type Language } from '#domain';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { CaseTerms, type CaseTermsView } from './case-terms.js';
import { requestPlace, termsPage } from './terms.presenter.js';

const TEMPLATE = 'terms/terms.njk';

/** A number of the address; null where there is none that means anything. */
export const versionIn = (value: string | undefined): number | null =>
  value === undefined ? null : /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 0;

/** The terms of reference of a request: to read, and to propose as they stand. */
@Controller('requests/:ref/terms')
export class TermsController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly terms: CaseTerms,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query() query: Record<string, string | undefined>,
  ): Promise<string | void> {
    const terms = await this.terms.find(ref, me, versionIn(query.version));
    if (!terms) return seeOther(reply, paths.request(ref));
    return this.pages.html(request, TEMPLATE, this.page(terms, query.language, query.marks !== 'off'));
  }

  @Post()
  @HttpCode(200)
  async propose(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const terms = await this.terms.open(ref, me);
    const { reading } = terms;
    const drawnFrom = Number(one(formOf(request), 'standard'));
    const outcome =
      terms.current === null && drawnFrom !== reading.definition.version
        ? refuse(
            'stale',
            `Version ${reading.definition.version} of the standard was published since you opened this page. Read the terms as they are now, then propose them. Nothing was proposed.`,
          )
        : await act(this.casework, request, me, ref, { type: 'PROPOSE_TOR', content: reading.content });
    if (!isRefusal(outcome)) return seeOther(reply, paths.terms(ref), 'termsProposed');
    const page = this.page(await this.terms.open(ref, me), undefined, true);
    return this.pages.refused(request, reply, outcome, TEMPLATE, page);
  }

  private page(terms: CaseTermsView, asked: string | undefined, marks: boolean) {
    const language: Language = isLanguage(asked) ? asked : terms.reading.content.language;
    return termsPage(terms, requestPlace(terms, this.terms.names), this.terms.names, { language, marks });
  }
}
