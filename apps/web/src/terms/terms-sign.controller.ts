import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, type SignedIn } from '#casework';
import { isRefusal, mayTake, refuse, type Refusal, type TermsVersion } from '#domain';
import { signingAs } from '../request/submit.presenter.js';
import { act } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { date } from '../shell/words.js';
import { CaseTerms, type CaseTermsView } from './case-terms.js';
import { versionIn } from './terms.controller.js';
import { requestPlace, signPage } from './terms.presenter.js';

const TEMPLATE = 'terms/sign.njk';

/** Nobody signs what they have not read: another version has taken the place of the one on their page. */
const moved = ({ number, by, at }: TermsVersion): Refusal =>
  refuse(
    'stale',
    `${by.name} proposed version ${number} on ${date(at)}, after you opened this page. You have not signed. Read version ${number}, then sign it.`,
  );

/** Signing the terms of reference of a request, on a page of its own. */
@Controller('requests/:ref/terms/sign')
export class TermsSignController {
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
  ): Promise<string | void> {
    const terms = await this.terms.find(ref, me);
    if (!terms) return seeOther(reply, paths.request(ref));
    if (!terms.may.sign) return seeOther(reply, paths.terms(ref));
    return this.pages.html(request, TEMPLATE, this.page(terms, me));
  }

  @Post()
  @HttpCode(200)
  async sign(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    const { current, view } = await this.terms.open(ref, me);
    const version = versionIn(one(formOf(request), 'version')) ?? 0;
    const outcome =
      current && version !== current.number && !isRefusal(mayTake(view.facts, me, 'SIGN_TOR'))
        ? moved(current)
        : // The number of the version says what is signed; another part of the arrangements does not stand against it.
          await act(this.casework, request, me, ref, { type: 'SIGN_TOR', version }, 'latest');
    if (!isRefusal(outcome)) return seeOther(reply, paths.terms(ref), 'termsSigned');
    const terms = await this.terms.open(ref, me);
    if (!terms.may.sign) throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, this.page(terms, me, outcome.message));
  }

  private page(terms: CaseTermsView, me: SignedIn, trouble?: string) {
    const { role, actingFor } = terms.may.sign!;
    const names = this.terms.names;
    const place = requestPlace(terms, names, `Sign version ${terms.current!.number}`);
    return signPage(terms, place, names, { name: me.name, as: signingAs(role, actingFor) }, trouble);
  }
}
