import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, ConsultationStates, ReferenceData, type SignedIn } from '#casework';
import { dayForAdvice, latestDay, ownConsultees } from '#domain';
import { partyName } from '../request/case-words.js';
import { Me } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { adviceBody, partyBody } from './consultation.body.js';
import { Described } from './described.js';
import { notFound } from './requests.api.js';

/** Those who are asked for advice on a request, and how far each is. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/consultation')
export class ConsultationApi {
  constructor(
    private readonly cases: Cases,
    private readonly states: ConsultationStates,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  @Described('readConsultation')
  async read(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const { facts, tiers } = view;
    const insider = tiers.has('assessment');
    if (!insider && ownConsultees(me, facts).length === 0) throw new Refused(NOT_YOURS.consultation);
    const standings = await this.states.of(facts);
    const { clocks, calendars } = this.reference;
    return {
      items: facts.consultation.map((c) => {
        const standing = standings.get(c.key)!;
        return {
          ...partyBody(c),
          name: partyName(c, this.reference),
          ...(c.named && insider ? { email: c.named.email } : {}),
          standing: standing.state,
          since: standing.at,
          readBy: standing.readBy,
          dueOn: dayForAdvice(facts, c.key),
          latestDay: c.state === 'awaited' ? latestDay(facts, c, clocks, calendars) : null,
          extended: (c.extended ?? []).map(({ by, ...e }) => ({ ...e, by: by.name })),
          askedAgain: (c.again ?? []).map(({ by, advice, ...a }) => ({
            ...a,
            by: by.name,
            advice: advice && adviceBody(advice),
          })),
          advice: c.advice && adviceBody(c.advice),
          stands: c.stands ? { ...c.stands, by: c.stands.by.name } : null,
          ...(insider ? { unreached: c.unreached ?? null } : {}),
        };
      }),
    };
  }
}
