import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { CopyShape } from './copies.dto.js';
import { CountryDateShape } from './countries.dto.js';
import { ok, once, problem } from './described-parts.js';

const hidden = problem(404, 'There is no such thing, or not for you');

/** What the calls about a country, and about earlier texts, say of themselves. */
export const KNOWN_DESCRIPTIONS = {
  readStanding: [
    'Where a request stands: in a sentence, with whom, until when, and how long it lay with each party',
    ok('In words and in working days', 'Standing'),
    hidden,
  ],
  readCountry: [
    'What is known of a country, as far as you may see it',
    ok('Days, reports, posts, requests', 'Country'),
    hidden,
  ],
  enterCountryDate: [
    'Enter a day of a country; one that is there is not entered twice',
    ok('What is known now', 'Country'),
    ApiExtraModels(CountryDateShape),
    ApiBody({ schema: { $ref: getSchemaPath(CountryDateShape) } }),
    problem(403, 'Its Resident Coordinator’s Office, its desk officer or an administrator enters it'),
    hidden,
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
  endCountryDate: [
    'Take a day of a country out of use',
    ok('What is known now', 'Country'),
    problem(403, 'Who enters days takes them out of use'),
    hidden,
  ],
  copyRequest: [
    'Open a draft with the text of an earlier request',
    ok('The draft', 'Copied', 201),
    ApiExtraModels(CopyShape),
    ApiBody({ schema: { $ref: getSchemaPath(CopyShape) } }),
    once,
    hidden,
    problem(409, 'It is not one that can be extended, succeeded or asked again, or not by you'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
