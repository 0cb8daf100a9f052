import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';
import { HolidayShape } from './holidays.dto.js';

const body = [ApiExtraModels(HolidayShape), ApiBody({ schema: { $ref: getSchemaPath(HolidayShape) } })];
const wrong = [
  problem(400, 'The body cannot be read'),
  problem(403, 'An administrator keeps the holidays'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls about holidays say of themselves. */
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
  changeHoliday: [
    'Add a holiday, or take one away; clocks that count over it are counted anew, each on the record of its case',
    ok('How many cases are counted anew', 'HolidayChange'),
    ...body,
    ...wrong,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
