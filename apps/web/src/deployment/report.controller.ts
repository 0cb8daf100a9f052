import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK, Deployments, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import { isRefusal, mayTakeDeployment, presentTerm, refuse, type Obligation, type Day } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { actOnPost } from './act-post.js';
import { openPost, todayAt } from './open-post.js';
import { reportForm } from './report-new.presenter.js';
import { openReport } from './report-parts.js';
import { completed, prefilled, reportErrors, reportEvent, typedReport } from './report.form.js';
import { reportPage } from './report.presenter.js';
import { reportsPage } from './reports.presenter.js';

const FORM = 'deployment/report-new.njk';
const NOT_DUE = refuse('notFound', 'No such report is due from this post.');

/** The reports of a post: what is due when, the form of each, and what was filed. */
@Controller('deployments/:ref/reports')
export class ReportsController {
  constructor(
    private readonly pages: Pages,
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (view: PostRead): Day => todayAt(view, this.reference, this.clock);

  @Get()
  async list(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const today = this.today(view);
    return this.pages.html(request, 'deployment/reports.njk', {
      ...reportsPage(view, me, this.reference, today),
      today,
    });
  }

  @Get('new')
  async begin(@Req() request: Exchange, @Param('ref') ref: string, @Query('of') of: unknown, @Me() me: SignedIn) {
    const view = await this.writable(ref, me);
    const kept = request.kept as Form | null;
    const due = dueIn(view, kept ? one(kept, 'of') : of);
    const typed = kept ? typedReport(kept) : prefilled(view.facts, due ?? { kind: 'quarterly', period: '' });
    return this.pages.html(request, FORM, reportForm(view, me, this.reference, { due, typed, errors: [] }));
  }

  @Post('new')
  @HttpCode(200)
  async file(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const view = await this.writable(ref, me);
    const form = formOf(request);
    const due = dueIn(view, one(form, 'of'));
    const typed = typedReport(form);
    const event = reportEvent(typed, presentTerm(view.facts)!, due);
    const outcome = await actOnPost(this.deployments, request, me, ref, event);
    if (!isRefusal(outcome)) return seeOther(reply, paths.deploymentPage(ref, 'reports'), 'reportFiled');
    if (['notFound', 'notYourRole', 'notNow'].includes(outcome.code)) throw new Refused(outcome);
    const now = await this.writable(ref, me);
    const again = completed(due ? { ...typed, kind: due.kind, period: due.period } : typed, now.facts);
    const context = reportForm(now, me, this.reference, { due, typed: again, errors: reportErrors(outcome) });
    return this.pages.refused(request, reply, outcome, FORM, context);
  }

  @Get(':id')
  async show(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('id') id: string,
    @Query('for') asked: unknown,
    @Me() me: SignedIn,
  ): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const page = reportPage(view, me, this.reference, openReport(view, me, id, asked));
    return this.pages.html(request, 'deployment/report.njk', { ...page, today: this.today(view) });
  }

  private async writable(ref: string, me: SignedIn): Promise<PostRead> {
    const view = await openPost(this.posts, ref, me);
    const may = mayTakeDeployment(view.whole, me, 'FILE_REPORT');
    if (isRefusal(may)) throw new Refused(may);
    return view;
  }
}

/** The report that is due under a number; none where another one is to be filed. */
function dueIn({ facts }: PostRead, of: unknown): Obligation | null {
  if (of === undefined || of === '') return null;
  const due = presentTerm(facts)?.obligations.find((o) => o.id === of);
  if (!due) throw new Refused(NOT_DUE);
  return due;
}
