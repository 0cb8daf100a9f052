import { ApiBody, ApiExtraModels, ApiHeader, getSchemaPath } from '@nestjs/swagger';
import { CallShape } from './calls.dto.js';
import { PanelAnswerShape, PanelDateShape } from './panel-date.dto.js';
import { RoundCoverageShape, RoundMoneyShape, SendPreparedShape } from './panel.dto.js';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'The panel, the approver, the desk and the auditor compare requests of a round');
const hidden = problem(404, 'There is no such round');
const wrong = [
  problem(400, 'The body or a header cannot be read'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls of a round say of themselves. */
export const PANEL_DESCRIPTIONS = {
  readCalls: [
    'The calls from today on: when requests are asked for',
    ok('The call that counts today first', 'CallList'),
  ],
  readCall: ['The days of one call, the newest first', ok('Every version', 'CallVersions'), hidden],
  setCall: [
    'Set the days of a call; requests that were submitted keep their round',
    ok('What holds now', 'Call'),
    ApiExtraModels(CallShape),
    ApiBody({ schema: { $ref: getSchemaPath(CallShape) } }),
    problem(403, 'An administrator sets them'),
    hidden,
    problem(412, 'Somebody set them since; the answer names the version'),
    ...wrong,
  ],
  readPanelDate: [
    'When the panel of a round meets, the newest entry first, and who comes',
    ok('Every version', 'PanelDates'),
    problem(403, 'OHCHR and its reviewers read it'),
    hidden,
  ],
  setPanelDate: [
    'Set when the panel meets and invite everybody with a part in the round, or take the date away',
    ok('What holds now', 'PanelDate'),
    ApiExtraModels(PanelDateShape),
    ApiBody({ schema: { $ref: getSchemaPath(PanelDateShape) } }),
    problem(403, 'The panel chair or an administrator sets it'),
    hidden,
    problem(412, 'Somebody set it since; the answer names the version'),
    ...wrong,
  ],
  answerPanelDate: [
    'Say whether you come to the panel that you are invited to, as a calendar program does by mail',
    ok('What you said', 'PanelAnswer'),
    ApiExtraModels(PanelAnswerShape),
    ApiBody({ schema: { $ref: getSchemaPath(PanelAnswerShape) } }),
    problem(403, 'OHCHR and its reviewers read it'),
    hidden,
    problem(409, 'You are not invited to a panel of this round'),
    ...wrong,
  ],
  readRoundPanel: [
    'The requests of a round that you may see, in the order of their places',
    ok('Every figure exactly, and where known money ends', 'RoundPanel'),
    notYours,
    hidden,
  ],
  readRoundMoney: [
    'What was set for a round, the newest first',
    ok('Every entry', 'RoundSettings'),
    problem(403, 'Those who enter it and those who compare requests read it'),
    hidden,
  ],
  enterRoundMoney: [
    'Enter the money that is known for a round',
    ok('What holds now', 'RoundSetting'),
    ApiExtraModels(RoundMoneyShape),
    ApiBody({ schema: { $ref: getSchemaPath(RoundMoneyShape) } }),
    problem(403, 'A fund manager or an approver enters it'),
    hidden,
    problem(412, 'Somebody set something since; the answer names the version'),
    ...wrong,
  ],
  enterRoundCoverage: [
    'Say how much of the weight has to be assessed for a place in a round',
    ok('What holds now', 'RoundSetting'),
    ApiExtraModels(RoundCoverageShape),
    ApiBody({ schema: { $ref: getSchemaPath(RoundCoverageShape) } }),
    problem(403, 'A panel chair or an approver sets it'),
    hidden,
    problem(412, 'Somebody set something since; the answer names the version'),
    ...wrong,
  ],
  previewPrepared: [
    'What sending the prepared recommendations of a round would come to now; nothing is sent',
    ok('Each with what goes out', 'PreparedList'),
    notYours,
    hidden,
  ],
  sendPrepared: [
    'Send prepared recommendations, each on its own: one that is refused leaves the others',
    ok('What became of each', 'AppliedList'),
    ApiExtraModels(SendPreparedShape),
    ApiBody({ schema: { $ref: getSchemaPath(SendPreparedShape) } }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'The same key gives the same answers, and nothing is sent twice',
    }),
    notYours,
    hidden,
    ...wrong,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
