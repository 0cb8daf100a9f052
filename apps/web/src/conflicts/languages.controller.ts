import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { People, WorkingLanguages, type SignedIn } from '#casework';
import { isRefusal, LANGUAGES, notFound, type Refusal } from '#domain';
import { formOf, many, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';

const TEMPLATE = 'conflicts/languages.njk';

/** Everybody keeps the languages in which they work; administrators keep them for others. */
@Controller('working-languages')
export class LanguagesController {
  constructor(
    private readonly pages: Pages,
    private readonly languages: WorkingLanguages,
    private readonly people: People,
  ) {}

  @Get()
  own(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.of(request, me.id, me);
  }

  @Post()
  @HttpCode(200)
  keepOwn(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn) {
    return this.keep(request, reply, me.id, me);
  }

  @Get(':person')
  async of(@Req() request: Exchange, @Param('person') person: string, @Me() me: SignedIn): Promise<string> {
    const kept = request.kept ? many(request.kept as Form, 'languages') : null;
    return this.pages.html(request, TEMPLATE, await this.context(me, person, kept));
  }

  @Post(':person')
  @HttpCode(200)
  async keep(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('person') person: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const sent = many(formOf(request), 'languages');
    const outcome = await this.languages.keep(me, person, sent);
    if (!isRefusal(outcome)) return void seeOther(reply, addressOf(me, person), 'languagesKept');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, person, sent, outcome));
  }

  private async context(me: SignedIn, id: string, typed: string[] | null, refusal?: Refusal) {
    const kept = await this.languages.of(me, id);
    if (isRefusal(kept)) throw new Refused(kept);
    const own = id === me.id;
    const found = own ? me : await this.people.find(id);
    if (!found) throw new Refused(notFound());
    const error = refusal?.fields?.[0]?.message;
    return {
      title: own ? 'The languages you work in' : `The languages in which ${found.name} works`,
      breadcrumbs: [{ text: 'Your work', href: '/' }, { text: 'Languages' }],
      ...(error ? { errors: [{ text: error, href: '#languages' }] } : {}),
      lead: 'Reviewers are suggested for requests in these languages. The language of mails is another thing, and stays as it is.',
      address: addressOf(me, id),
      back: { text: 'Conflicts of interest', href: own ? paths.conflicts() : paths.conflicts(id) },
      field: {
        kind: 'checkboxes',
        name: 'languages',
        label: 'Which languages can be worked in?',
        hint: 'Those in which a request can be read and scored without help.',
        value: typed ?? kept,
        error,
        options: Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })),
      },
    };
  }
}
const addressOf = (me: SignedIn, person: string): string =>
  paths.workingLanguages(person === me.id ? undefined : person);
