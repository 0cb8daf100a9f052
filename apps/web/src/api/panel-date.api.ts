import { Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { PanelAnswers, PanelDates, type PanelDate, type SignedIn } from '#casework';
import { refuseFields, type PanelDateDraft } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { PanelAnswerShape, PanelDateShape } from './panel-date.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

const bodyOf = ({ setName, ...date }: PanelDate) => ({ ...date, setBy: setName });
/** A date with all that belongs to it, or none of it. */
function draftOf({ day, time, zone, minutes, place }: PanelDateShape): PanelDateDraft | null {
  if (day === undefined || day === null) return null;
  if (!time || !zone || minutes === undefined || minutes === null)
    throw new Refused(refuseFields([{ path: 'day', message: 'Name day, time, zone and minutes together' }])!);
  return { day, time, zone, minutes, place: place ?? '' };
}

/** When the panel of a round meets, for programs. */
@ApiTags('Rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:round/panel-date')
export class PanelDateApi {
  constructor(
    private readonly dates: PanelDates,
    private readonly answers: PanelAnswers,
  ) {}

  @Get()
  @Described('readPanelDate')
  async read(@Param('round') round: string, @Me() me: SignedIn) {
    const items = orRefused(await this.dates.versions(me, round)).map(bodyOf);
    const [wouldTell, answers] = await Promise.all([this.dates.wouldTell(me, round), this.answers.read(me, round)]);
    return { round, items, wouldTell, answers };
  }

  @Put()
  @Described('setPanelDate')
  async set(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    orRefused(await this.dates.versions(me, round));
    const shape = orRefused(parseShape<PanelDateShape>(jsonOf(request), PanelDateShape));
    return bodyOf(orRefused(await this.dates.set(me, round, draftOf(shape), shape.after, shape.hold === true)));
  }

  @Put('answer')
  @Described('answerPanelDate')
  async answer(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    orRefused(await this.dates.versions(me, round));
    const { answer, note } = orRefused(parseShape<PanelAnswerShape>(jsonOf(request), PanelAnswerShape));
    const refused = await this.answers.say(me, round, { answer, note: note ?? '' });
    if (refused) throw new Refused(refused);
    return (await this.answers.read(me, round)).mine;
  }
}
