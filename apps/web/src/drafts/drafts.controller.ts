import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK, EarlierTexts, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, mayTake, readsEarlierTexts, refuse, valueAt, type RequestContent } from '#domain';
import type { Clock } from '#platform';
import { onceFor } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { orNotFound } from '../request/case-frame.js';
import type { Answers } from '../request/answers.js';
import { SaveAnswers } from '../request/save-answers.js';
import { BRINGABLE, draftPage, draftsPage, GROUPS, type DraftInput } from './drafts.presenter.js';

const NUMBER = /^[1-9]\d{0,8}$/;
const MEANWHILE = 'This answer was changed while you were reading. Look at both texts again, then choose.';

/** What the draft said before: every text that was saved, to be read and brought back by who writes it. */
@Controller('requests/:ref/drafts')
export class DraftsController {
  constructor(
    private readonly pages: Pages,
    private readonly saving: SaveAnswers,
    private readonly texts: EarlierTexts,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  @Get()
  async list(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query('before') given?: string,
  ): Promise<string> {
    const { view } = await this.open(ref, me);
    const before = typeof given === 'string' && NUMBER.test(given) ? Number(given) : undefined;
    const page = await this.texts.page(view, before === undefined ? {} : { before });
    const drawn = draftsPage({ view, me: me.id, page, before, names: this.names, today: this.today() });
    return this.pages.html(request, 'drafts/drafts.njk', drawn);
  }

  @Get(':number')
  async read(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
  ): Promise<string> {
    return this.pages.html(request, 'drafts/draft.njk', draftPage(await this.earlier(ref, number, me)));
  }

  /** Brings back one answer, or one group of them. What is replaced stays among the earlier texts. */
  @Post(':number')
  async bring(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param() { ref, number }: { ref: string; number: string },
  ): Promise<string | void> {
    const earlier = await this.earlier(ref, number, me);
    const may = mayTake(earlier.view.facts, me, 'EDIT');
    if (isRefusal(may)) throw new Refused(may);
    const form = formOf(request);
    const answers = broughtIn(one(form, 'bring'), earlier.former);
    const once = onceFor(form, [ref, 'EDIT', answers]);
    const { seq, at } = earlier.save;
    const how = { broughtBack: { seq, at: at.toISOString() } };
    const kept = answers && (await this.saving.keep(me, ref, { answers, marks: one(form, 'marks'), once, how }));
    if (kept?.refusal) throw new Refused(kept.refusal);
    if (kept && kept.problems.length === 0) return seeOther(reply, paths.draft(ref, seq), 'broughtBack');
    const why = kept?.contested.length ? MEANWHILE : (kept?.problems[0]?.message ?? 'Choose which text to bring back.');
    const refusal = refuse(kept?.contested.length ? 'stale' : 'invalid', why);
    const again = draftPage({ ...earlier, ...(kept ? { now: kept.content } : {}), problem: why });
    return this.pages.refused(request, reply, refusal, 'drafts/draft.njk', again);
  }

  private async open(ref: string, me: SignedIn): Promise<{ view: CaseView; content: RequestContent }> {
    const read = await this.saving.read(ref, me);
    if (!readsEarlierTexts(me, read.view.facts)) throw new Refused(NOT_YOURS.earlierTexts);
    return read;
  }

  private async earlier(ref: string, number: string, me: SignedIn): Promise<DraftInput> {
    const { view, content } = await this.open(ref, me);
    const seq = NUMBER.test(number) ? Number(number) : 0;
    const [save, former] = await Promise.all([this.texts.save(view, seq), this.saving.textAt(view, seq)]);
    return {
      view,
      me: me.id,
      save: orNotFound(save),
      former: orNotFound(former),
      now: content,
      mayChange: !isRefusal(mayTake(view.facts, me, 'EDIT')),
      names: this.names,
      today: this.today(),
    };
  }
}

/** What is brought back under a name: the answers as they were; null where nothing is called so. */
function broughtIn(name: string, former: RequestContent): Answers | null {
  const paths = Object.hasOwn(GROUPS, name) ? GROUPS[name]! : BRINGABLE.has(name) ? [name] : [];
  return paths.length > 0 ? Object.fromEntries(paths.map((path) => [path, valueAt(former, path) ?? null])) : null;
}
