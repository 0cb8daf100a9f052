import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Casework, type SignedIn } from '#casework';
import { isLanguage, isRefusal, mayTake, readTerms, type NamedReporting, type Refusal } from '#domain';
import { unsavedPage } from '../request/unsaved.js';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { CaseTerms, type CaseTermsView } from './case-terms.js';
import { proposalOf, takeFresh, typedFrom, typedTerms, type TypedTerms } from './terms-edit.form.js';
import { editPage } from './terms-edit.presenter.js';
import { requestPlace } from './terms.presenter.js';

const TEMPLATE = 'terms/edit.njk';

/** Changing the terms of reference of a request: each side proposes a new version. */
@Controller('requests/:ref/terms/edit')
export class TermsEditController {
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
    @Query('language') asked: string | undefined,
  ): Promise<string | void> {
    const kept = request.kept as Form | null;
    const terms = await this.find(ref, me, kept ? one(kept, 'language') : asked);
    if (!terms) return seeOther(reply, paths.request(ref));
    const refusal = mayTake(terms.view.facts, me, 'PROPOSE_TOR');
    if (isRefusal(refusal) && kept) return this.unsaved(request, reply, refusal, kept, terms);
    if (isRefusal(refusal)) return seeOther(reply, paths.terms(ref));
    const { reading, reporting } = terms;
    const typed = kept ? typedTerms(kept, reading.content) : typedFrom(reading.content, reporting as NamedReporting[]);
    return this.pages.html(request, TEMPLATE, this.page(terms, typed));
  }

  @Post()
  @HttpCode(200)
  async propose(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const form = formOf(request);
    const terms = await this.open(ref, me, one(form, 'language'));
    const typed = typedTerms(form, terms.reading.content);
    const refusal = mayTake(terms.view.facts, me, 'PROPOSE_TOR');
    if (isRefusal(refusal)) return this.unsaved(request, reply, refusal, form, terms);
    const proposal = proposalOf(typed, terms);
    if (one(form, 'step') === 'add' && !(isRefusal(proposal) && proposal.fields))
      return this.pages.html(request, TEMPLATE, this.page(terms, takeFresh(typed)));
    const outcome = isRefusal(proposal)
      ? proposal
      : await act(this.casework, request, me, ref, { type: 'PROPOSE_TOR', ...proposal });
    if (!isRefusal(outcome)) return seeOther(reply, paths.terms(ref), 'termsProposed');
    const now = await this.open(ref, me, one(form, 'language'));
    return this.pages.refused(request, reply, outcome, TEMPLATE, this.page(now, typed, outcome));
  }

  private async open(ref: string, me: SignedIn, language: string): Promise<CaseTermsView> {
    return this.inLanguage(await this.terms.open(ref, me), language);
  }
  private async find(ref: string, me: SignedIn, language: string | undefined): Promise<CaseTermsView | null> {
    const terms = await this.terms.find(ref, me);
    return terms && this.inLanguage(terms, language);
  }

  /** The terms; before a first proposal in the language that is asked for. */
  private inLanguage(terms: CaseTermsView, language: string | undefined): CaseTermsView {
    if (terms.current || !isLanguage(language)) return terms;
    const { subject, definition } = terms.reading;
    return { ...terms, reading: readTerms({ ...subject, language }, definition, this.terms.names) };
  }

  private page(terms: CaseTermsView, typed: TypedTerms, refusal?: Refusal) {
    const page = terms.current ? 'Change the terms' : 'Write the terms';
    return editPage(terms, requestPlace(terms, this.terms.names, page), typed, refusal);
  }

  /** What was written can be taken along where it can no longer be proposed. */
  private unsaved(request: Exchange, reply: Reply, refusal: Refusal, form: Form, terms: CaseTermsView): string {
    const { clauses, fresh } = typedTerms(form, terms.reading.content);
    const written = Object.fromEntries(
      [...clauses, fresh].filter((c) => c.text).map((c) => [c.key, `${c.heading}\n${c.text}`]),
    );
    return unsavedPage(this.pages, request, reply, refusal, written, terms.view.facts.ref);
  }
}
