import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import {
  Cases,
  CLOCK,
  LETTER_FORMATS,
  letterDocument,
  letterFileName,
  ReferenceData,
  type LetterFormat,
  type SignedIn,
} from '#casework';
import { contentDisposition, type Clock } from '#platform';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { orNotFound } from './case-frame.js';
import { letterAsked, letterPage, openedWords } from './letter.presenter.js';
import { LetterKnown } from './letter-known.js';
import { openCase } from './open-case.js';

type Asked = { decision?: string; letter?: string };

/** The decision letter: to read, and as the document that went with the mail. */
@Controller('requests/:ref')
export class LetterController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
    private readonly known: LetterKnown,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('letter')
  async letter(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query() asked: Asked,
  ): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const shown = orNotFound(letterAsked(view.facts, asked));
    const today = this.clock.now().toISOString().slice(0, 10);
    const { mails, seen } = await this.known.of(view, shown, me);
    const page = letterPage({ view, shown, me, names: this.names, today, mails });
    return this.pages.html(request, 'request/letter.njk', { ...page, opened: openedWords(shown, seen, me) });
  }

  @Get('letter.pdf')
  async pdf(@Me() me: SignedIn, @Param('ref') ref: string, @Res() reply: Reply, @Query() asked: Asked): Promise<void> {
    return this.document('pdf', me, ref, reply, asked);
  }

  @Get('letter.docx')
  async docx(@Me() me: SignedIn, @Param('ref') ref: string, @Res() reply: Reply, @Query() asked: Asked): Promise<void> {
    return this.document('docx', me, ref, reply, asked);
  }

  private async document(format: LetterFormat, me: SignedIn, ref: string, reply: Reply, asked: Asked): Promise<void> {
    const { facts } = await openCase(this.cases, ref, me);
    const { letter } = orNotFound(letterAsked(facts, asked));
    const document = await letterDocument(letter, format);
    await reply
      .header('content-type', LETTER_FORMATS[format])
      .header('content-disposition', contentDisposition(letterFileName(letter, format)))
      .header('cache-control', 'private, no-store')
      .send(document);
  }
}
