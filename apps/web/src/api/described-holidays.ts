import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';
import { HolidayShape, SeatShape } from './holidays.dto.js';

const body = [ApiExtraModels(HolidayShape), ApiBody({ schema: { $ref: getSchemaPath(HolidayShape) } })];
const wrong = [
  problem(400, 'The body cannot be read'),
  problem(403, 'An administrator keeps the holidays'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

const seat = [ApiExtraModels(SeatShape), ApiBody({ schema: { $ref: getSchemaPath(SeatShape) } })];

/** What the calls about holidays, and about where people sit, say of themselves. */
export const HOLIDAY_DESCRIPTIONS = {
  listHolidays: [
    'On which days a duty station does not work: its own and those of every station, with those that were taken away',
    ok('The holidays of a year, with the days off in the week', 'HolidayList'),
    ApiQuery({ name: 'station', required: false, type: String, description: 'ISO code of the country; else Geneva’s' }),
    ApiQuery({ name: 'year', required: false, schema: { type: 'integer' }, description: 'Else this year' }),
    problem(404, 'There is no such duty station'),
  ],
  previewHoliday: [
    'How many clocks of which cases a change would move, and by how much; nothing is written',
    ok('Cases are named to those alone who may know of them', 'HolidayPreview'),
    ...body,
    ...wrong,
  ],
  listTimes: [
    'The clocks of a request that you could give more time, stop, let go on or ask about, each with its key and its last day',
    ok('What can be done with which clock', 'Times'),
    problem(404, 'There is no such request, or it is not yours to see'),
  ],
  listDeploymentTimes: [
    'The clocks of a post that you could give more time, stop, let go on or ask about, each with its key and its last day',
    ok('What can be done with which clock', 'Times'),
    problem(404, 'There is no such post, or it is not yours to see'),
  ],
  listSeats: [
    'Where teams, offices, roles and persons sit: whose calendar counts for the clocks that they hold',
    ok('Who sits where, with the last changes', 'SeatList'),
    problem(403, 'An administrator reads where everybody sits'),
  ],
  listOwnSeats: [
    'In which calendar your own clocks count, for each thing that you do',
    ok('The duty stations, with the days off in the week', 'OwnSeatList'),
  ],
  previewSeat: [
    'How many clocks of how many cases would move if somebody sat elsewhere; nothing is written',
    ok('What would move', 'SeatPreview'),
    ...seat,
    ...wrong,
  ],
  changeSeat: [
    'Set where somebody sits; the clocks that they hold are counted anew, each on the record of its case',
    ok('How many cases are counted anew', 'HolidayChange'),
    ...seat,
    ...wrong,
  ],
  changeHoliday: [
    'Add a holiday, or take one away; clocks that count over it are counted anew, each on the record of its case',
    ok('How many cases are counted anew', 'HolidayChange'),
    ...body,
    ...wrong,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
