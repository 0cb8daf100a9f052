import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { SignedIn } from '#casework';
import { isRefusal, type RegionalOption, type Refusal } from '#domain';
import { revisionIn } from '../shell/act.js';
import { formOf, Me, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { errorsOf, Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { OptionsFrame } from './options-frame.js';

const TEMPLATE = 'options/retire.njk';

/** Takes an option out of use that is no longer wanted, with the reason. */
@Controller('deployments/options/:id/retire')
export class OptionRetireController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: OptionsFrame,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string): Promise<string> {
    const option = await this.frame.ofWriter(me, id);
    const typed = request.kept ? text(request.kept as Form, 'reason') : '';
    return this.pages.html(request, TEMPLATE, this.page(option, typed));
  }

  @Post()
  @HttpCode(200)
  async retire(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const option = await this.frame.ofWriter(me, id);
    const form = formOf(request);
    const reason = text(form, 'reason');
    const outcome = await this.frame.options.retire(me, id, revisionIn(form), reason);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.option(id), 'optionRetired');
    if (outcome.code === 'notYourRole' || outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, this.page(option, reason, outcome));
  }

  private page(option: RegionalOption, typed: string, refusal?: Refusal) {
    const errors = refusal ? errorsOf(refusal) : [];
    return {
      title: `Take out of use: ${option.name}`,
      breadcrumbs: [
        { text: 'Regional options', href: paths.options() },
        { text: option.name, href: paths.option(option.id) },
        { text: 'Take out of use' },
      ],
      eyebrow: option.name,
      heading: 'Take out of use',
      lead: 'Nobody can attach it to an advice any more. It stays readable with all its versions, and changing it brings it back. What an advice carries already stays as it is.',
      action: paths.optionRetire(option.id),
      back: paths.option(option.id),
      hidden: [{ kind: 'hidden', name: 'revision', value: String(refusal?.revision ?? option.version) }],
      errors,
      reason: {
        kind: 'long',
        name: 'reason',
        label: 'Why is it no longer wanted?',
        hint: 'A sentence or two. Whoever reads the option reads it too.',
        rows: 4,
        value: typed,
        error: errors.find((e) => e.href === '#reason')?.text,
      },
    };
  }
}
