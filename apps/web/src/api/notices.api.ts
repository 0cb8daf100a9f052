import { Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { isAdministrator, NoticeWishes, OwnNotices, type NewWishes, type SignedIn } from '#casework';
import { groupOf, noticeRule } from '#domain';
import { NO_NOTICE } from '../notices/notices.controller.js';
import { rulesOf } from '../notices/rules.js';
import { titleOf } from '../notices/audience-words.js';
import { asUuid } from '../shell/identifier.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { NoticeSettingsShape, ReadShape } from './notices.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Notices, for programs: the rules for administrators, and everybody’s own. */
@ApiTags('Notices')
@ApiBearerAuth()
@Controller('api/v1/notices')
export class NoticesApi {
  constructor(
    private readonly notices: OwnNotices,
    private readonly wishes: NoticeWishes,
  ) {}

  @Get('rules')
  @Described('listNoticeRules')
  async rules(@Me() me: SignedIn) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.noticeRules);
    const items = rulesOf(await this.notices.figures());
    return { items: items.map(({ groupTitle: _title, usualWords: _usual, ...rule }) => rule) };
  }

  @Get()
  @Described('listNotices')
  async list(@Me() me: SignedIn, @Query('before') before?: string, @Query('unread') unread?: string) {
    const from = asUuid(before);
    if (before && !from) throw new Refused(NO_NOTICE);
    const [{ items, next }, count, lostDigest] = await Promise.all([
      this.notices.list(me, from, unread === 'true'),
      this.notices.unread(me),
      this.notices.lostDigest(me),
    ]);
    const shown = items.map(({ path, ...item }) => {
      const { group } = noticeRule(item.notice);
      return { ...item, title: titleOf(item.notice), group, urgency: groupOf(item.notice).urgency, link: path };
    });
    return { unread: count, lostDigest, items: shown, next };
  }

  @Post('read')
  @HttpCode(200)
  @Described('readNotices')
  async read(@Req() request: Exchange, @Me() me: SignedIn) {
    const upTo = asUuid(orRefused(parseShape<ReadShape>(jsonOf(request), ReadShape)).upTo);
    if (!upTo) throw new Refused(NO_NOTICE);
    await this.notices.markAllRead(me, upTo);
    return { unread: await this.notices.unread(me) };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Described('readNotice')
  async readOne(@Param('id') id: string, @Me() me: SignedIn) {
    const known = asUuid(id);
    if (!known || !(await this.notices.markRead(me, known))) throw new Refused(NO_NOTICE);
    return { unread: await this.notices.unread(me) };
  }

  @Get('settings')
  @Described('readNoticeSettings')
  settings(@Me() me: SignedIn) {
    return this.wishes.of(me.id);
  }

  @Put('settings')
  @Described('keepNoticeSettings')
  async keep(@Req() request: Exchange, @Me() me: SignedIn) {
    const { version, quiet, ...wishes } = orRefused(
      parseShape<NewWishes & { version: number }>(jsonOf(request), NoticeSettingsShape),
    );
    orRefused(await this.wishes.keep(me.id, { ...wishes, quiet: quiet ?? null }, version));
    return this.wishes.of(me.id);
  }
}
