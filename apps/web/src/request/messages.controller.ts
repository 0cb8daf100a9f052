import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, refuse } from '#domain';
import type { Clock } from '#platform';
import { act } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { DONE_KEYS, eventOf, messageIn } from './messages.form.js';
import { messagesPage, type MessagesInput } from './messages.presenter.js';
import { openCase } from './open-case.js';

const TEMPLATE = 'request/messages.njk';

/** Questions of OHCHR to the country office, and its answers. */
@Controller('requests/:ref/messages')
export class MessagesController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const typed = request.kept ? { typed: messageIn(request.kept as Form) } : {};
    return this.pages.html(request, TEMPLATE, this.page({ view, me, ...typed }));
  }

  @Post()
  async send(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
  ): Promise<string | void> {
    await openCase(this.cases, ref, me);
    const typed = messageIn(formOf(request));
    const event = eventOf(typed);
    // A question is answered, or asked, whatever reviewers save meanwhile; the domain knows whether it is still open.
    const done = event
      ? await act(this.casework, request, me, ref, event, event.type === 'DROP_CHANGE' ? undefined : 'latest')
      : refuse('invalid', 'Choose what to send.');
    if (!isRefusal(done)) return seeOther(reply, paths.messages(ref), DONE_KEYS[typed.step!]);
    const view = await openCase(this.cases, ref, me);
    const trouble = done.fields?.length && done.fields[0]!.path !== 'questionId' ? undefined : done.message;
    const problems = trouble ? [] : (done.fields ?? []);
    return this.pages.refused(request, reply, done, TEMPLATE, this.page({ view, me, typed, problems, trouble }));
  }

  private page = (it: Omit<MessagesInput, 'names' | 'today'>) =>
    messagesPage({ ...it, names: this.reference, today: this.clock.now().toISOString().slice(0, 10) });
}
