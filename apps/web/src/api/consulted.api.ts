import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CLOCK, ConsultationStates, type OpenedLink } from '#casework';
import { isRefusal, linkHolder, linkStanding, type Consultee } from '#domain';
import type { Clock } from '#platform';
import { LinkAnswers, type LinkAnswer } from '../advice/link-answers.js';
import type { Exchange, Reply } from '../shell/exchange.js';
import { LinkDoor } from '../shell/link-door.js';
import { Refused } from '../shell/refusals.js';
import { askedBody, questionBody } from './consulted.body.js';
import { LinkAnswerShape } from './consultation.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';

interface Held {
  link: OpenedLink;
  consultee: Consultee;
}

/**
 * What somebody does who is asked by name, by a program: the secret of the link in the address says who it is, and that it
 * is for this one question. Reading changes nothing here either; that the question was opened is said by a call of its own.
 */
@ApiTags('Consultation by link')
@Controller('api/v1/consulted/:token')
export class ConsultedApi {
  constructor(
    private readonly door: LinkDoor,
    private readonly states: ConsultationStates,
    private readonly answers: LinkAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Described('readQuestion')
  async read(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply) {
    const held = await this.held(token, reply);
    const standing = (await this.states.of(held.link.facts)).get(held.consultee.key);
    return standing?.readBy == null ? questionBody(held.link, held.consultee) : this.whole(held);
  }

  @Post('reading')
  @HttpCode(200)
  @Described('openQuestion')
  async open(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply) {
    const held = await this.held(token, reply);
    await this.noteReading(held);
    return this.whole(held);
  }

  @Post('answer')
  @HttpCode(200)
  @Described('answerQuestion')
  async answer(@Req() request: Exchange, @Param('token') token: string, @Res({ passthrough: true }) reply: Reply) {
    const held = await this.held(token, reply);
    const answer = parseShape<LinkAnswer>(jsonOf(request), LinkAnswerShape);
    if (isRefusal(answer)) throw new Refused(answer);
    await this.noteReading(held);
    const refused = await this.answers.give(held.link, held.consultee, answer);
    if (refused) throw new Refused(refused);
    return { answered: true, position: answer.position, requestVersion: answer.requestVersion };
  }

  @Get('documents/:id')
  @Described('openAskedDocument')
  async document(
    @Param('token') token: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { link, consultee } = await this.held(token, reply);
    return this.door.document(link, linkHolder(consultee.named!), id, reply);
  }

  private noteReading = ({ link, consultee }: Held) =>
    this.states.noteReading(link.facts, [consultee], consultee.named!.name);

  private async whole({ link, consultee }: Held) {
    return askedBody(link, consultee, await this.answers.asked(link, consultee));
  }

  /** What the link leads to while it is good; else the sentence that its page says. */
  private async held(token: string, reply: Reply): Promise<Held> {
    void reply.header('cache-control', 'private, no-store');
    const link = await this.door.find(token, reply);
    const consultee = linkStanding(link.facts, link, this.clock.now().toISOString());
    if (isRefusal(consultee)) throw new Refused(consultee);
    return { link, consultee };
  }
}
