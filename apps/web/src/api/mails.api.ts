import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CaseMessages, Cases, MailLog, Posts, type CaseMessage, type MessagePage, type SignedIn } from '#casework';
import { lettersOf } from '#domain';
import { openPost } from '../deployment/open-post.js';
import { letterOfMail } from '../request/letter-delivery.js';
import { openCase } from '../request/open-case.js';
import { Me } from '../shell/exchange.js';
import { asUuid } from '../shell/identifier.js';
import { paths } from '../shell/paths.js';
import { Described } from './described.js';

const bodyOf = ({ files, subject: _subject, ...message }: CaseMessage) => ({
  ...message,
  files: files.map((file, n) =>
    'key' in file
      ? { name: file.name, type: file.type, size: file.size, href: paths.replyFile(message.id, n), refused: null }
      : { name: file.name, type: null, size: null, href: null, refused: file.refused },
  ),
});

const pageOf = ({ items, next }: MessagePage) => ({ items: items.map(bodyOf), next });

/** The mails of a case: what became of those that went out, and what was written back. */
@ApiTags('Delivery')
@ApiBearerAuth()
@Controller('api/v1')
export class MailsApi {
  constructor(
    private readonly cases: Cases,
    private readonly posts: Posts,
    private readonly mailLog: MailLog,
    private readonly messages: CaseMessages,
  ) {}

  @Get('requests/:ref/mails')
  @Described('listMails')
  async mails(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await openCase(this.cases, ref, me);
    const told = view.tiers.has('assessment') || view.readsDraft;
    const mails = told ? await this.mailLog.of(ref, view.tiers, view.readsDraft) : [];
    const all = lettersOf(view.facts);
    return {
      items: mails.map(({ id, notice, subject, status, problem, writtenAt, handedAt, recipients }) => {
        const letter = letterOfMail({ notice, writtenAt }, all);
        const last = all.at(-1)?.number ?? null;
        const supersededBy = letter !== null && letter !== last ? last : null;
        return { id, notice, subject, status, problem, writtenAt, handedAt, letter, supersededBy, recipients };
      }),
    };
  }

  @Get('requests/:ref/replies')
  @Described('listReplies')
  async replies(@Param('ref') ref: string, @Me() me: SignedIn, @Query('before') before?: string) {
    const view = await openCase(this.cases, ref, me);
    return pageOf(await this.messages.of(view.facts, me, asUuid(before)));
  }

  @Get('deployments/:ref/replies')
  @Described('listPostReplies')
  async postReplies(@Param('ref') ref: string, @Me() me: SignedIn, @Query('before') before?: string) {
    const view = await openPost(this.posts, ref, me);
    return pageOf(await this.messages.of(view.whole, me, asUuid(before)));
  }
}
