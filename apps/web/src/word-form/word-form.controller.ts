import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { CLOCK, type SignedIn } from '#casework';
import { refuse } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { formFile, formRefused } from '../shell/form-files.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { AcceptForms } from './accept-forms.js';
import { understoodPage, wordFormPage } from './word-form.presenter.js';
import { asForm } from './form-texts.js';
import { WordForms } from './word-forms.js';

const TAKE = 'word-form/word-form.njk';
const UNDERSTOOD = 'word-form/understood.njk';

/** Writing a request without a connection: the form to take away, what it says when it comes back, and what of that is kept. */
@Controller('requests/:ref')
export class WordFormController {
  constructor(
    private readonly pages: Pages,
    private readonly forms: WordForms,
    private readonly accepting: AcceptForms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('form.docx')
  async download(
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return formFile(reply, await this.forms.file(await this.forms.open(ref, me)), 'docx');
  }

  @Get('form')
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const open = await this.forms.open(ref, me);
    return this.pages.html(request, TAKE, wordFormPage(open, this.forms.names));
  }

  /** Shows what was understood. Nothing is kept before it is accepted. */
  @Post('form')
  @HttpCode(200)
  async understand(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string> {
    const open = await this.forms.open(ref, me);
    const read = await this.forms.read(open, request.uploads[0]);
    if (typeof read === 'string') {
      const refusal = formRefused(read);
      return this.pages.refused(request, reply, refusal, TAKE, wordFormPage(open, this.forms.names, read));
    }
    const page = understoodPage({
      open,
      names: this.forms.names,
      fields: read.fields,
      made: read.origin.revision,
      brought: read.answers,
      form: asForm(open.fields, read.texts),
      outside: read.outside.join('\n'),
      notes: read.notes,
      problems: read.fields.flatMap(({ problems }) => problems),
      editing: read.fields.filter(({ problems }) => problems.length > 0).map(({ field }) => field.path),
      add: '',
      now: this.clock.now(),
    });
    return this.pages.html(request, UNDERSTOOD, page);
  }

  /** What was sent when a session had ended is shown again; without it there is nothing to accept. */
  @Get('form/accept')
  async again(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    if (!request.kept) {
      await this.forms.open(ref, me);
      return seeOther(reply, paths.wordForm(ref));
    }
    const drawn = await this.accepting.drawn(ref, me, request.kept as Form, this.clock.now());
    return this.pages.html(request, UNDERSTOOD, understoodPage(drawn));
  }

  @Post('form/accept')
  @HttpCode(200)
  async accept(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const done = await this.accepting.accept(request, ref, me, this.clock.now());
    if (done === 'kept') return seeOther(reply, paths.request(ref), 'formAccepted');
    const page = understoodPage(done);
    if (done.problems.length === 0) return this.pages.html(request, UNDERSTOOD, page);
    return this.pages.refused(request, reply, refuse('invalid', '', [...done.problems]), UNDERSTOOD, page);
  }
}
