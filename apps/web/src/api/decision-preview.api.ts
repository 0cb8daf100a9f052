import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Casework, Cases, type SignedIn } from '#casework';
import { asDecision, DECIDING_EVENTS, notFound, refuse, type RequestEvent } from '#domain';
import { DecisionCase } from '../decision/decision-case.js';
import type { LetteredEvent } from '../decision/decision.form.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { jsonOf, parseEvent } from './parse.js';
import { orRefused } from './requests.api.js';

const NO_DECISION = refuse('invalid', 'This step is no decision, and has no letter.', [
  { path: 'type', message: `Send one of ${DECIDING_EVENTS.join(', ')}` },
]);
const hasLetter = (event: RequestEvent): event is LetteredEvent =>
  (DECIDING_EVENTS as readonly string[]).includes(event.type);

/** The letter of a decision before it is taken, for programs. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/letter/preview')
export class DecisionPreviewApi {
  constructor(
    private readonly cases: Cases,
    private readonly casework: Casework,
    private readonly decisions: DecisionCase,
  ) {}

  @Post()
  @HttpCode(200)
  @Described('previewLetter')
  async preview(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn) {
    // Somebody who may not know of the case learns nothing from how a body is refused.
    if (!(await this.cases.find(ref, me))) throw new Refused(notFound());
    const sent = orRefused(parseEvent(jsonOf(request)));
    const event = orRefused(asDecision(sent));
    if (!hasLetter(event)) throw new Refused(NO_DECISION);
    const foreseen = orRefused(await this.casework.foresee(ref, me, sent));
    const { view, letter } = await this.decisions.letter(ref, me, event);
    return {
      ref: view.facts.ref,
      revision: view.revision,
      completes: foreseen.entry.event !== 'DECIDE_WITH_OTHERS',
      letter,
    };
  }
}
