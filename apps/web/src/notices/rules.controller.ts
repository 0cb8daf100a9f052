import { Controller, Get, Req } from '@nestjs/common';
import { FIGURE_DAYS, isAdministrator, OwnNotices, type SignedIn } from '#casework';
import { GROUP_NAMES, NOTICE_GROUPS } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { rulesOf, wayWords } from './rules.js';

const COLUMNS = [
  { key: 'title', text: 'Notice' },
  { key: 'toldBy', text: 'When' },
  { key: 'audience', text: 'To whom' },
  { key: 'last', text: 'Last told' },
  { key: 'reached', text: 'Reached', numeric: true },
  { key: 'failed', text: 'Failed', numeric: true },
];

/** Every notice of the product, for administrators: what tells it, to whom, and what became of it. */
@Controller('notices/rules')
export class NoticeRulesController {
  constructor(
    private readonly pages: Pages,
    private readonly notices: OwnNotices,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.noticeRules);
    const rules = rulesOf(await this.notices.figures());
    const failing = rules.filter((rule) => rule.failed > 0).length;
    return this.pages.html(request, 'notices/rules.njk', {
      title: 'Rules of notices',
      breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Rules of notices' }],
      figures: [
        { value: rules.length, text: 'rules' },
        { value: rules.filter((rule) => rule.lastAt !== null).length, text: 'have reached somebody' },
        { value: failing, text: 'failed in the last 90 days', alert: failing > 0 },
      ],
      days: FIGURE_DAYS,
      groups: GROUP_NAMES.map((group) => ({
        id: group,
        title: NOTICE_GROUPS[group].title,
        what: `${NOTICE_GROUPS[group].what} ${wayWords(group)}`,
        table: {
          caption: NOTICE_GROUPS[group].title,
          columns: COLUMNS,
          rows: rules.filter((rule) => rule.group === group).map((rule) => ({ ...rule, last: rule.lastAt ?? 'Never' })),
        },
      })),
    });
  }
}
