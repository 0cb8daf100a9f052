import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Frameworks, inForce, NO_EXAMPLE, WorkedExamples, type ExampleView, type SignedIn } from '#casework';
import {
  compareWithAgreed,
  readsExamples,
  takesExamples,
  writesExamples,
  type Framework,
  type SentSheet,
  type WorkedExample,
} from '#domain';
import { identifierFrom } from '../shell/identifier.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { jsonOf, onceOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';
import { ExampleShape, ExampleScoresShape } from './worked-examples.dto.js';

/** Worked examples for programs: read, take, write, take out of use. */
@ApiTags('Worked examples')
@ApiBearerAuth()
@Controller('api/v1/worked-examples')
export class WorkedExamplesApi {
  constructor(
    private readonly examples: WorkedExamples,
    private readonly frameworks: Frameworks,
  ) {}

  @Get()
  @Described('listWorkedExamples')
  async list(@Me() me: SignedIn) {
    reader(me);
    const [all, framework] = await Promise.all([this.examples.list(me), this.framework()]);
    return { round: this.examples.round(), items: all.map((example) => bodyOf(example, framework)) };
  }

  @Post()
  @Described('writeWorkedExample')
  async write(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    if (!writesExamples(me)) throw new Refused(NOT_YOURS.writingExamples);
    const sent = orRefused(parseShape<WorkedExample>(jsonOf(request), ExampleShape));
    const key = onceOf(request)?.key;
    const kept = orRefused(await this.examples.write(me, sent, key ? identifierFrom(me.id, key) : undefined));
    void reply.status(201).header('location', `/api/v1/worked-examples/${kept.id}`);
    return bodyOf(kept, await this.framework());
  }

  @Get(':id')
  @Described('readWorkedExample')
  async read(@Param('id') id: string, @Me() me: SignedIn) {
    return bodyOf(await this.find(me, id), await this.framework());
  }

  @Put(':id/scores')
  @Described('takeWorkedExample')
  async take(@Req() request: Exchange, @Param('id') id: string, @Me() me: SignedIn) {
    await this.find(me, id);
    if (!takesExamples(me)) throw new Refused(NOT_YOURS.takingExamples);
    const { scores } = orRefused(parseShape<{ scores: SentSheet }>(jsonOf(request), ExampleScoresShape));
    return bodyOf(orRefused(await this.examples.take(me, id, scores)), await this.framework());
  }

  @Delete(':id')
  @Described('retireWorkedExample')
  async retire(@Param('id') id: string, @Me() me: SignedIn) {
    await this.find(me, id);
    return bodyOf(orRefused(await this.examples.retire(me, id)), await this.framework());
  }

  private async find(me: SignedIn, id: string): Promise<ExampleView> {
    reader(me);
    const example = await this.examples.find(me, id);
    if (!example) throw new Refused(NO_EXAMPLE);
    return example;
  }

  private async framework() {
    return inForce(await this.frameworks.all(), null)!;
  }
}

function reader(me: SignedIn): void {
  if (!readsExamples(me)) throw new Refused(NOT_YOURS.examples);
}

/** An example as a program reads it; what was agreed is null until the reader's own scores are in. */
function bodyOf({ own, agreed, ...example }: ExampleView, framework: Framework) {
  const compared = own && agreed ? compareWithAgreed(own.scores, agreed, framework) : null;
  return {
    ...example,
    agreed,
    taken: own && { at: own.takenAt, scores: own.scores },
    compared: compared && {
      criteria: compared.criteria,
      same: compared.same,
      near: compared.near,
      far: compared.far,
      own: compared.own,
      agreed: compared.agreed,
    },
  };
}
