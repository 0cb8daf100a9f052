import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { CLOCK, Posts, ReferenceData, type SignedIn } from '#casework';
import { refuse } from '#domain';
import { contentDisposition, type Clock } from '#platform';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { handoverDocx } from './handover-docx.js';
import { handoverPack, handoverPage } from './handover.presenter.js';
import { openPost, todayAt } from './open-post.js';
import { postFrame } from './post-frame.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NO_SUCH = refuse('notFound', 'There is no handover pack of that term.');
const NOT_BEGUN = refuse('notNow', 'There is no handover pack yet: it is put together when the handover begins.');

/** The pack for whoever comes next: a page for reading and for paper, and a Word document in the language of the post. */
@Controller('deployments/:ref')
export class HandoverController {
  constructor(
    private readonly pages: Pages,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('handover')
  async read(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Query() query: Form,
  ): Promise<string> {
    const { pack, view, frame, today } = await this.open(ref, me, query);
    return this.pages.html(request, 'deployment/handover.njk', handoverPage(pack, view, frame, today));
  }

  @Get('handover.docx')
  async word(@Param('ref') ref: string, @Me() me: SignedIn, @Query() query: Form, @Res() reply: Reply): Promise<void> {
    const { view, frame, today } = await this.open(ref, me, query);
    const { language, host } = view.facts.post;
    const pack = handoverPack(view, this.reference, today, one(query, 'term'), language)!;
    const place = host ? this.reference.countryName(host, language) : frame.place;
    const document = await handoverDocx(pack, place, { on: today, by: me.name });
    await reply
      .header('content-type', WORD)
      .header('content-disposition', contentDisposition(`${ref}-handover.docx`))
      .header('cache-control', 'private, no-store')
      .send(document);
  }

  private async open(ref: string, me: SignedIn, query: Form) {
    const view = await openPost(this.posts, ref, me);
    const today = todayAt(view, this.reference, this.clock);
    const term = one(query, 'term');
    const pack = handoverPack(view, this.reference, today, term);
    if (!pack) throw new Refused(term ? NO_SUCH : NOT_BEGUN);
    return { pack, view, today, frame: postFrame(view, me, 'exit', this.reference) };
  }
}
