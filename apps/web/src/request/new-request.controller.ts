import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { Casework, CLOCK, People, ReferenceData, type SignedIn } from '#casework';
import {
  fittingProblems,
  isRefusal,
  LANGUAGES,
  openingProblems,
  refuse,
  type FieldProblem,
  type Language,
  type Refusal,
  type RequestContent,
} from '#domain';
import type { Clock } from '#platform';
import { onceFor } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { keepable, withAnswers, type Answers } from './answers.js';
import { detailsIn } from './details.form.js';
import { countriesOf } from './details.presenter.js';
import { newRequestPage } from './new-request.presenter.js';
import { hasPassed, START_PASSED } from './past-start.js';

const TEMPLATE = 'request/details.njk';

/** The first page of a request: what is asked for, where and when. It opens the draft. */
@Controller('requests/new')
export class NewRequestController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly people: People,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: Exchange, @Me() me: SignedIn): string {
    offices(me);
    const language = (Object.hasOwn(LANGUAGES, me.language) ? me.language : 'en') as Language;
    const kept = request.kept
      ? detailsIn(request.kept as Form, {}, this.reference.codeOf)
      : proposed(request.query as Form, me);
    return this.pages.html(request, TEMPLATE, this.page(me, withAnswers({ track: 'ordinary', language }, kept), []));
  }

  @Post()
  async open(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    offices(me);
    const form = formOf(request);
    const answers = detailsIn(form, {}, this.reference.codeOf);
    const { kept, problems } = keepable(given(answers));
    const content = kept as RequestContent;
    problems.push(...startProblems(kept, this.clock.now().toISOString().slice(0, 10)), ...fittingProblems(content));
    // Everything that is wrong is said at once.
    const asked = problems.length ? refuse('invalid', '', [...problems, ...openingProblems(given(answers))]) : null;
    const opened =
      asked ?? (await this.casework.open(me, { ...content, ...(await this.signer(content)) }, onceFor(form, content)));
    if (!isRefusal(opened)) return seeOther(reply, paths.request(opened.ref), 'opened');
    return this.again(request, reply, me, answers, opened);
  }

  /** The request is made in the name of the Resident Coordinator, whoever begins to write it. */
  private async signer({ countries }: RequestContent): Promise<Pick<RequestContent, 'requestedBy'>> {
    const [coordinator] = countries?.length ? await this.people.signersFor(countries.slice(0, 1)) : [];
    if (!coordinator) return {};
    const { name, title, email } = coordinator;
    return { requestedBy: { name, title, email } };
  }

  private again(request: Exchange, reply: Reply, me: SignedIn, answers: Answers, refusal: Refusal): string {
    const page = this.page(me, withAnswers({}, answers), refusal.fields ?? []);
    const errors = page.errors ?? [{ text: refusal.message }];
    return this.pages.refused(request, reply, refusal, TEMPLATE, { ...page, errors });
  }

  private page = (me: SignedIn, drawn: RequestContent, problems: FieldProblem[]) =>
    newRequestPage({ drawn, me, names: this.reference, problems });
}

/** The answers that were given; one that was left empty is not there. */
const given = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([, v]) => v !== null && v !== '' && !(Array.isArray(v) && v.length === 0)),
  );

/** A request that begins on this page asks for a time that is still to come; old ones come by the API. */
const startProblems = ({ requestedStart: start }: Answers, today: string): FieldProblem[] =>
  typeof start === 'string' && hasPassed(start, today) ? [{ path: 'requestedStart', message: START_PASSED }] : [];

/** What the address proposes, such as the extension of a post: it fills the form and decides nothing. */
function proposed(query: Form, me: SignedIn): Answers {
  const own = countriesOf(me);
  const { countries, ...answers } = given(detailsIn(query, {}));
  const kept = (countries as string[] | undefined)?.filter((c) => own.includes(c)) ?? [];
  return given({ ...answers, countries: kept });
}

/** Only an office that serves a country may begin. */
function offices(me: SignedIn): void {
  if (countriesOf(me).length === 0) throw new Refused(NOT_YOURS.request);
}
