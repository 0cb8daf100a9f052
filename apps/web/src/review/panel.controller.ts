import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, People, ReferenceData, type CaseView, type SignedIn } from '#casework';
import {
  assessmentView,
  isRefusal,
  nobodySettles,
  notFound,
  waitsToBeSettled,
  type RequestEvent,
  type ScoreSheet,
} from '#domain';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { DISCUSSED_BY, DISCUSSED_LINES, discussionOf } from './discussion.presenter.js';
import { panelContext, type PanelInput } from './panel.presenter.js';
import { ownCounting, revisedIn } from './revise.form.js';

const TEMPLATE = 'review/panel.njk';
const DONE = { REVEAL: 'revealed', REVISE: 'revised', DISCUSS: 'discussed' } as const;
type Step = Extract<RequestEvent, { type: keyof typeof DONE }>;
/** What was typed and refused, or what the address asks to discuss. */
type Given = Pick<PanelInput, 'form' | 'refusal' | 'about'>;

/** The step that a form of this page asks for. */
function eventOf(form: Form, me: SignedIn, { facts }: CaseView): Step {
  const step = one(form, 'do');
  if (step === 'DISCUSS') return discussionOf(form);
  if (step !== 'REVISE') return { type: 'REVEAL' };
  return { type: 'REVISE', scores: revisedIn(form, ownCounting(assessmentView(me, facts))) as ScoreSheet };
}

/** The reviews of a request, for OHCHR: blind until all are in, then side by side. */
@Controller('requests/:ref/reviews')
export class PanelController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly people: People,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const kept = request.kept as Form | null;
    const given = kept ? { form: kept } : { about: one(request.query as Form, 'discuss') };
    return this.pages.html(request, TEMPLATE, await this.context(await this.open(ref, me), me, given));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const event = eventOf(form, me, await this.open(ref, me));
    const outcome = await act(this.casework, request, me, ref, event);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.requestReviews(ref), DONE[event.type]);
    if (outcome.code === 'notFound') throw new Refused(outcome);
    const again = await this.context(await this.open(ref, me), me, { form, refusal: outcome });
    return this.pages.refused(request, reply, outcome, TEMPLATE, again);
  }

  /** Only who reads the assessment of a case has this page. */
  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await openAssessment(this.cases, ref, me);
    if (!view.facts.framework) throw new Refused(notFound());
    return view;
  }

  private async context(view: CaseView, me: SignedIn, given: Given) {
    const [[sentBack], discussed, severities, chairs] = await Promise.all([
      this.cases.history(view, me, { events: ['REASSESS'], limit: 1 }),
      view.facts.revealedAt ? this.cases.history(view, me, { events: DISCUSSED_BY, limit: DISCUSSED_LINES }) : [],
      this.cases.severities(view, me),
      waitsToBeSettled(view.facts) ? this.people.chairs() : [],
    ]);
    const unsettled = nobodySettles(view.facts, chairs);
    const read = { today: this.people.today(), sentBack, discussed, severities, unsettled };
    const context = panelContext({ view, me, names: this.reference, ...read, ...given });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
