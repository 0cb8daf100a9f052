import { ApiBody, ApiExtraModels, ApiHeader, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { NewOptionShape, OptionShape, RetiringShape } from './options.dto.js';
import { ok, once, problem } from './described-parts.js';

const revision = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'The version that was read, in quotation marks',
});
const notYours = problem(403, 'Regional teams and OHCHR’s regional offices write options; OHCHR reads them');
const hidden = problem(404, 'There is no such option, or not for you');
const wrong = [
  notYours,
  problem(400, 'The body or a header cannot be read'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls of regional options say of themselves. */
export const OPTION_DESCRIPTIONS = {
  listRegionalOptions: [
    'Regional options in use that you may read, changed last first',
    ok('Options as they stand', 'RegionalOptions'),
    ApiQuery({
      name: 'retired',
      required: false,
      schema: { type: 'string', enum: ['true'] },
      description: 'Those out of use in their place',
    }),
    notYours,
  ],
  openRegionalOption: [
    'Keep a new regional option',
    ok('The option', 'RegionalOption', 201),
    ApiExtraModels(NewOptionShape, OptionShape),
    ApiBody({ schema: { $ref: getSchemaPath(NewOptionShape) } }),
    once,
    hidden,
    ...wrong,
  ],
  readRegionalOption: [
    'One regional option as it stands; its version is the ETag',
    ok('The option with its totals', 'RegionalOption'),
    hidden,
  ],
  retireRegionalOption: [
    'Take a regional option out of use; every version of it is kept',
    ok('The option', 'RegionalOption'),
    ApiExtraModels(RetiringShape),
    ApiBody({ schema: { $ref: getSchemaPath(RetiringShape) } }),
    revision,
    hidden,
    problem(409, 'An open request has it in an advice or is offered it, or it is out of use already'),
    problem(412, 'Somebody changed it; the answer names its version'),
    problem(428, 'If-Match is missing'),
    ...wrong,
  ],
  changeRegionalOption: [
    'Keep a new version of a regional option; every version is kept. It brings back what was out of use',
    ok('The option', 'RegionalOption'),
    ApiBody({ schema: { $ref: getSchemaPath(OptionShape) } }),
    revision,
    hidden,
    problem(409, 'It cannot be done now'),
    problem(412, 'Somebody changed it; the answer names its version'),
    problem(428, 'If-Match is missing'),
    ...wrong,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
