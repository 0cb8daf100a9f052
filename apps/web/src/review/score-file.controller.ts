import { Controller, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { formFile, formRefused } from '../shell/form-files.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { ScorePage } from './score-page.js';
import { scoreFileContext } from './score-file.presenter.js';
import { ScoreFiles } from './score-files.js';

const TEMPLATE = 'review/score-file.njk';

/** Scoring without a connection: the form to take away, and what it says when it comes back. */
@Controller()
export class ScoreFileController {
  constructor(
    private readonly pages: Pages,
    private readonly page: ScorePage,
    private readonly files: ScoreFiles,
  ) {}

  @Get('requests/:ref/score/form')
  async download(
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return formFile(reply, await this.files.workbook(await this.files.open(ref, me)), 'xlsx');
  }

  @Get('reviews/:ref/form')
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const { state } = await this.page.own(ref, me);
    if (state === 'appointed') return void seeOther(reply, paths.declaration(ref));
    return this.pages.html(request, TEMPLATE, scoreFileContext(await this.files.open(ref, me)));
  }

  /** Shows what was understood. It is kept only when the reviewer sends it on to the page of the scores. */
  @Post('reviews/:ref/form')
  @HttpCode(200)
  async understand(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string> {
    const open = await this.files.open(ref, me);
    const read = await this.files.read(open, request.uploads[0]);
    if (typeof read !== 'string') return this.pages.html(request, TEMPLATE, scoreFileContext(open, read));
    const refusal = formRefused(read);
    return this.pages.refused(request, reply, refusal, TEMPLATE, scoreFileContext(open, null, read));
  }
}
