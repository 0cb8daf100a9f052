import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CalendarFeeds, CLOCK, entriesOf, followsPosts, Work, type SignedIn } from '#casework';
import { isRefusal, refuse } from '#domain';
import { hashToken, newToken, type Clock, type Environment } from '#platform';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { ENVIRONMENT, Pages, seeOther } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { Refused } from '../shell/refusals.js';
import { feedsTable, monthAfter } from './calendar.presenter.js';
import { daysOfPosts, daysOfWork, icalendar } from './icalendar.js';
import { PostsFrame } from './posts-frame.js';

/** How far a calendar program sees, in months. */
const BACK = -3;
const AHEAD = 18;
const MOST_A_MONTH = 200;

const OWN = 'What waits for you, and every post that you can see';

/** A person's own addresses: made, and withdrawn. */
@Controller('deployments/calendar/feeds')
export class FeedsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
    private readonly feeds: CalendarFeeds,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  async own(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.feedsPage(request, me);
  }

  /** Makes an address. It is shown this once: only its hash is kept. */
  @Post()
  async make(@Req() request: Exchange, @Me() me: SignedIn, @Body() form: Form): Promise<string> {
    const asked = one(form, 'region');
    const region = asked || null;
    const known = region === null || this.frame.reference.regions().some((r) => r.code === region);
    if (!known) throw new Refused(refuse('invalid', 'There is no such region. Choose one from the list.'));
    const token = newToken();
    const made = await this.feeds.add(me, hashToken(token), region);
    if (isRefusal(made)) throw new Refused(made);
    const address = `${this.environment.baseUrl}${paths.calendarFeed(token)}`;
    return this.feedsPage(request, me, { made: address });
  }

  @Post(':id/withdraw')
  async withdraw(@Param('id') id: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    if (!(await this.feeds.withdraw(me.id, id))) throw new Refused(refuse('notFound', 'There is no such address.'));
    seeOther(reply, paths.calendarFeeds(), 'feedWithdrawn');
  }

  private async feedsPage(request: Exchange, me: SignedIn, more: object = {}): Promise<string> {
    const feeds = feedsTable(await this.feeds.of(me.id), this.frame.reference);
    const regions = this.frame.reference.regions().filter((r) => followsPosts(me, r.code));
    return this.pages.html(request, 'deployments/feeds.njk', {
      title: 'Calendar addresses',
      breadcrumbs: followsPosts(me, null)
        ? [{ text: 'Calendar of deployments', href: '/deployments/calendar' }, { text: 'Calendar addresses' }]
        : [{ text: 'Your work', href: '/' }, { text: 'Calendar addresses' }],
      feeds,
      may: me.assignments.length > 0,
      region: {
        kind: 'select',
        name: 'region',
        label: 'What it shows',
        options: [{ value: '', text: OWN }, ...regions.map((r) => ({ value: r.code, text: r.names.en }))],
      },
      ...more,
    });
  }
}

/** The calendar of an address: whoever has the address reads it, as long as its owner has the right to. */
@Controller('calendar')
export class FeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly frame: PostsFrame,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly work: Work,
  ) {}

  @Get(':file')
  async feed(@Param('file') file: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const token = /^([\w-]{20,200})\.ics$/.exec(file)?.[1];
    const found = token ? await this.feeds.reader(hashToken(token)) : null;
    if (!found) throw new Refused(refuse('notFound', 'There is no calendar at this address, or it is withdrawn.'));
    const view = await this.frame.list.open(found.actor, found.region ? { region: found.region } : {});
    const { today } = view.asOf;
    const time = { from: monthAfter(today, BACK), to: monthAfter(today, AHEAD), each: MOST_A_MONTH };
    const names = this.frame.reference;
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, no-store');
    const todos = found.region ? [] : await this.work.todos(found.actor);
    return icalendar([...daysOfWork(todos, names), ...daysOfPosts(await entriesOf(view, time), names)], {
      name: found.region ? `Deployments, ${names.regionName(found.region)}` : 'Human Rights Advisers',
      baseUrl: this.environment.baseUrl,
      at: this.clock.now(),
    });
  }
}
