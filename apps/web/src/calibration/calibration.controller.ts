import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Frameworks, inForce, NO_EXAMPLE, WorkedExamples, type ExampleView, type SignedIn } from '#casework';
import { isRefusal, readsExamples, takesExamples, writesExamples, type Refusal } from '#domain';
import { randomUUID } from 'node:crypto';
import { typedIn, type TypedSheet } from '../review/score.form.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { EMPTY_EXAMPLE, exampleIn, exampleOf, NO_SCORES, sheetOf } from './calibration.form.js';
import { listPage, newPage, readPage, takePage } from './calibration.presenter.js';

const NEW = 'calibration/example-new.njk';
const TAKE = 'calibration/example-take.njk';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Worked examples: a reviewer takes them before a round and compares; the chair writes them. */
@Controller('calibration')
export class CalibrationController {
  constructor(
    private readonly pages: Pages,
    private readonly examples: WorkedExamples,
    private readonly frameworks: Frameworks,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    reader(me);
    const [all, taken, framework] = await Promise.all([
      this.examples.list(me),
      this.examples.taken(me),
      this.framework(),
    ]);
    const who = { takes: takesExamples(me), writes: writesExamples(me) };
    const page = listPage(all, taken, { round: this.examples.round(), ...who, framework });
    return this.pages.html(request, 'calibration/examples.njk', page);
  }

  @Get('new')
  fresh(@Req() request: Exchange, @Me() me: SignedIn): string {
    writer(me);
    const typed = request.kept ? exampleIn(request.kept as Form) : EMPTY_EXAMPLE;
    return this.pages.html(request, NEW, { ...newPage(typed), once: randomUUID() });
  }

  @Post('new')
  @HttpCode(200)
  async write(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    writer(me);
    const form = formOf(request);
    const typed = exampleIn(form);
    const once = one(form, 'once');
    const outcome = await this.examples.write(me, exampleOf(typed), UUID.test(once) ? once : randomUUID());
    if (!isRefusal(outcome)) return void seeOther(reply, paths.example(outcome.id), 'exampleWritten');
    return this.pages.refused(request, reply, outcome, NEW, { ...newPage(typed, outcome), once });
  }

  @Get(':id')
  async show(@Req() request: Exchange, @Param('id') id: string, @Me() me: SignedIn): Promise<string> {
    const example = await this.find(me, id);
    const framework = await this.framework();
    if (example.agreed)
      return this.pages.html(
        request,
        'calibration/example.njk',
        readPage(example, example.agreed, framework, writesExamples(me)),
      );
    const typed = request.kept ? typedIn(request.kept as Form) : NO_SCORES;
    return this.pages.html(request, TAKE, takePage(example, framework, typed));
  }

  @Post(':id')
  @HttpCode(200)
  async take(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const example = await this.find(me, id);
    const typed = typedIn(formOf(request));
    const outcome = await this.examples.take(me, id, sheetOf(typed));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.example(id), 'exampleTaken');
    if (outcome.code !== 'invalid' || example.agreed) throw new Refused(outcome);
    return this.again(request, reply, example, typed, outcome);
  }

  @Post(':id/retire')
  @HttpCode(200)
  async retire(
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    await this.find(me, id);
    writer(me);
    const outcome = await this.examples.retire(me, id);
    if (isRefusal(outcome)) throw new Refused(outcome);
    return void seeOther(reply, paths.calibration(), 'exampleRetired');
  }

  private async again(request: Exchange, reply: Reply, example: ExampleView, typed: TypedSheet, refusal: Refusal) {
    const page = takePage(example, await this.framework(), typed, refusal);
    return this.pages.refused(request, reply, refusal, TAKE, page);
  }

  private async find(me: SignedIn, id: string): Promise<ExampleView> {
    reader(me);
    const example = await this.examples.find(me, id);
    if (!example) throw new Refused(NO_EXAMPLE);
    return example;
  }

  /** Examples are compared by the criteria in force for requests of every type. */
  private async framework() {
    return inForce(await this.frameworks.all(), null)!;
  }
}

function reader(me: SignedIn): void {
  if (!readsExamples(me)) throw new Refused(NOT_YOURS.examples);
}
function writer(me: SignedIn): void {
  if (!writesExamples(me)) throw new Refused(NOT_YOURS.writingExamples);
}
