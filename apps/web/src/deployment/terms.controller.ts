import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { SignedIn, TermsFormat } from '#casework';
import { isLanguage } from '#domain';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths } from '../shell/pages.js';
import { versionIn } from '../terms/terms.controller.js';
import { sendTerms } from '../terms/terms-files.controller.js';
import { termsPage } from '../terms/terms.presenter.js';
import { hrefOfTab, postFrame } from './post-frame.js';
import { PostTerms } from './post-terms.js';

type Asked = Record<string, string | undefined>;

/** The terms of reference under which a post was opened: to read, and as Word and PDF. */
@Controller('deployments/:ref')
export class PostTermsController {
  constructor(
    private readonly pages: Pages,
    private readonly terms: PostTerms,
  ) {}

  @Get('terms')
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string, @Query() query: Asked) {
    const terms = await this.terms.open(ref, me, versionIn(query.version));
    const { names } = this.terms;
    const { title, breadcrumbs, tabs, place } = postFrame(terms.post, me, 'terms', names);
    const language = isLanguage(query.language) ? query.language : terms.reading.content.language;
    const back = { text: 'Back to the post', href: paths.deployment(ref) };
    const where = { title, breadcrumbs, ref: `${ref}, ${place}`, here: hrefOfTab(ref, 'terms'), back };
    const page = termsPage(terms, where, names, { language, marks: query.marks !== 'off' });
    return this.pages.html(request, 'terms/terms.njk', { ...page, tabs });
  }

  @Get('terms.docx')
  word(@Me() me: SignedIn, @Param('ref') ref: string, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return this.send(ref, me, 'docx', query, reply);
  }

  @Get('terms.pdf')
  pdf(@Me() me: SignedIn, @Param('ref') ref: string, @Query() query: Asked, @Res() reply: Reply): Promise<void> {
    return this.send(ref, me, 'pdf', query, reply);
  }

  private send = (ref: string, me: SignedIn, format: TermsFormat, query: Asked, reply: Reply): Promise<void> =>
    sendTerms(this.terms, ref, me, format, query, reply);
}
