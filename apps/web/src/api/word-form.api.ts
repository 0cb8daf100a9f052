import { Controller, Get, Param, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, type SignedIn } from '#casework';
import { criteriaEvidence, endorsementsNow } from '#domain';
import { only, patchOf } from '../request/answers.js';
import { Documents } from '../shell/documents.js';
import { formFile } from '../shell/form-files.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Fault } from '../shell/refusals.js';
import { takenByItself, type UnderstoodField } from '../word-form/understood.js';
import { WordForms } from '../word-form/word-forms.js';
import { Described } from './described.js';
import { notFound, tagged } from './requests.api.js';

const wrong = (message: string): Fault =>
  new Fault(422, 'invalid', message, { fields: [{ path: 'file', message: message.replace(/\.$/, '') }] });

const fieldBody = ({ field, outcome, value, problems }: UnderstoodField) => ({
  field: field.code,
  path: field.path,
  outcome,
  value: value ?? null,
  problems,
});

/** A request written without a connection, and checked before it is submitted. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref')
export class WordFormApi {
  constructor(
    private readonly forms: WordForms,
    private readonly cases: Cases,
    private readonly documents: Documents,
  ) {}

  @Get('form.docx')
  @Described('takeForm')
  async take(
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const open = await this.forms.open(ref, me);
    tagged(reply, open.view);
    return formFile(reply, await this.forms.file(open), 'docx');
  }

  /** Says what a filled form was understood to say. Nothing is kept: that is a change of its own. */
  @Put('form')
  @Described('readForm')
  async understood(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const open = await this.forms.open(ref, me);
    if (!request.isMultipart()) throw new Fault(415, 'mediaType', 'Send one file in a multipart form.');
    const [upload, ...more] = request.uploads;
    if (more.length > 0) throw wrong('Send one file in a multipart form.');
    if (upload?.file.tooLarge && !upload.inspected.ok) throw new Fault(413, 'tooLarge', upload.inspected.reason);
    const read = await this.forms.read(open, upload);
    if (typeof read === 'string') throw wrong(read);
    tagged(reply, open.view);
    const taken = read.fields.filter(takenByItself).map(({ field }) => field.path);
    return {
      ref,
      madeFrom: read.origin.revision,
      revision: open.view.revision,
      kept: false,
      fields: read.fields.map(fieldBody),
      patch: patchOf(only(read.answers, taken), open.content),
      outside: read.outside,
      notes: read.notes,
    };
  }

  @Get('check')
  @Described('checkRequest')
  async check(@Param('ref') ref: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const content = await this.cases.content(view);
    const documents = await this.documents.of(view);
    // Who does not read the draft reads what went with the last submission.
    const endorsers = view.readsDraft ? endorsementsNow(view.facts) : (view.facts.frozen?.endorsements ?? []);
    tagged(reply, view);
    return { ref, criteria: criteriaEvidence({ content, documents, endorsers }) };
  }
}
