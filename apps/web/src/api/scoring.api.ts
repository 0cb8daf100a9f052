import { Controller, Get, Param, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, ReviewNotes, type SignedIn } from '#casework';
import { ScoreFiles } from '../review/score-files.js';
import { problemsOf } from '../review/score-file.read.js';
import { formFile } from '../shell/form-files.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Fault, Refused } from '../shell/refusals.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Described } from './described.js';
import { jsonOf } from './parse.js';
import { notFound } from './requests.api.js';

const wrong = (path: string, message: string): Fault =>
  new Fault(422, 'invalid', message, { fields: [{ path, message: message.replace(/\.$/, '') }] });

/** The text of a body that has nothing else. */
function textIn(body: unknown): string {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const unknown = Object.keys(given).find((name) => name !== 'text');
  if (unknown !== undefined) throw wrong(unknown.slice(0, 40), 'Send “text”, nothing else.');
  if (typeof given.text !== 'string') throw wrong('text', 'Enter text here.');
  return given.text;
}

/** What belongs to one reviewer of a request: the form to score without a connection, and private notes. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref')
export class ScoringApi {
  constructor(
    private readonly files: ScoreFiles,
    private readonly cases: Cases,
    private readonly notes: ReviewNotes,
  ) {}

  @Get('score-form')
  @Described('takeScoreForm')
  async form(
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return formFile(reply, await this.files.workbook(await this.files.open(ref, me)), 'xlsx');
  }

  /** Says what a filled form was understood to say. Nothing is kept: that is a step of its own. */
  @Put('score-form')
  @Described('readScoreForm')
  async understood(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn) {
    const open = await this.files.open(ref, me);
    if (!request.isMultipart()) throw new Fault(415, 'mediaType', 'Send one file in a multipart form.');
    const [upload, ...more] = request.uploads;
    if (more.length > 0) throw wrong('file', 'Send one file in a multipart form.');
    if (upload?.file.tooLarge && !upload.inspected.ok) throw new Fault(413, 'tooLarge', upload.inspected.reason);
    const read = await this.files.read(open, upload);
    if (typeof read === 'string') throw wrong('file', read);
    const { requestVersion, criteriaVersion, reviewer } = open.form;
    const problems = problemsOf(read);
    return { ref, requestVersion, criteriaVersion, reviewer, kept: false, scores: read.sheet, problems };
  }

  @Get('review-notes')
  @Described('readReviewNotes')
  async read(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const text = await this.notes.of(view, me);
    if (text === null) throw new Refused(NOT_YOURS.scores);
    return { ref, text };
  }

  @Put('review-notes')
  @Described('keepReviewNotes')
  async keep(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    if ((await this.notes.of(view, me)) === null) throw new Refused(NOT_YOURS.scores);
    const refusal = await this.notes.keep(view, me, textIn(jsonOf(request)));
    if (refusal) throw new Refused(refusal);
    return { ref, text: await this.notes.of(view, me) };
  }
}
