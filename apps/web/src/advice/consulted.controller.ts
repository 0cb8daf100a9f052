import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { CLOCK, ConsultationStates, type OpenedLink } from '#casework';
import { isRefusal, linkHolder, linkStanding, type Consultee } from '#domain';
import type { Clock } from '#platform';
import { formOf, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { LinkDoor } from '../shell/link-door.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { adviceOf, typedAdvice } from './advice.form.js';
import { LinkAnswers, type LinkAnswer } from './link-answers.js';

const TEMPLATE = 'advice/consulted.njk';

/**
 * The page behind a link: for somebody who is asked by name and has no account. Opening it changes nothing, since
 * programs open the links of mails too; that the question was read is noted when its reader says so.
 */
@Controller('consulted/:token')
export class ConsultedController {
  constructor(
    private readonly pages: Pages,
    private readonly door: LinkDoor,
    private readonly states: ConsultationStates,
    private readonly answers: LinkAnswers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('token') token: string,
  ): Promise<string> {
    const link = await this.door.find(token, reply);
    return this.pages.html(request, TEMPLATE, await this.context(token, link, {}));
  }

  @Post()
  @HttpCode(200)
  async answer(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('token') token: string,
  ): Promise<string | undefined> {
    const link = await this.door.find(token, reply);
    const form = formOf(request);
    const stands = this.standing(link);
    if (isRefusal(stands)) return this.pages.html(request, TEMPLATE, await this.context(token, link, form));
    await this.states.noteReading(link.facts, [stands], stands.named!.name);
    if (one(form, 'do') !== 'answer') return void seeOther(reply, paths.consulted(token));
    const refused = await this.answers.give(link, stands, answerIn(form));
    if (!refused) return void seeOther(reply, paths.consulted(token));
    return this.pages.refused(request, reply, refused, TEMPLATE, await this.context(token, link, form, refused));
  }

  /** A document of the request, for as long as the link is good. */
  @Get('documents/:id')
  async document(
    @Param() { token, id }: { token: string; id: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const link = await this.door.find(token, reply);
    const stands = this.standing(link);
    if (isRefusal(stands)) throw new Refused(stands);
    return this.door.document(link, linkHolder(stands.named!), id, reply);
  }

  private standing = (link: OpenedLink) => linkStanding(link.facts, link, this.clock.now().toISOString());

  private async context(
    token: string,
    link: OpenedLink,
    form: Form,
    refusal?: Parameters<LinkAnswers['page']>[0]['refusal'],
  ) {
    const stands = this.standing(link);
    if (isRefusal(stands)) return this.answers.closed(link, stands);
    const read = await this.wasRead(link, stands);
    return this.answers.page({ token, link, consultee: stands, read, typed: typedAdvice(form), refusal });
  }

  private async wasRead({ facts }: OpenedLink, { key }: Consultee): Promise<boolean> {
    const standing = (await this.states.of(facts)).get(key);
    return standing?.readBy != null;
  }
}

/** What was typed; a version that nobody could have read is none. */
function answerIn(form: Form): LinkAnswer {
  const { position, text, conditions, requestVersion = 0 } = adviceOf(typedAdvice(form));
  return { position, text, ...(conditions ? { conditions } : {}), requestVersion };
}
