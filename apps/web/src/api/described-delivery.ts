import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { HoldDecisionShape, ReplayShape } from './delivery.dto.js';
import { ok, problem } from './described-parts.js';

const administrators = problem(403, 'An administrator looks after the delivery of mail');
const wrong = [
  problem(400, 'The body cannot be read'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls about the delivery of mail say of themselves. */
export const DELIVERY_DESCRIPTIONS = {
  readDelivery: [
    'How many mails are on their way, held and came to nothing, and what is held',
    ok('Counts, and the holds that wait for a decision first', 'Delivery'),
    administrators,
  ],
  readParkedMails: [
    'Mails that came to nothing, the latest first, with the reason; no case is named',
    ok('A page', 'ParkedMails'),
    ApiQuery({ name: 'before', required: false, type: String, description: '`next` of the page before' }),
    administrators,
  ],
  replayMails: [
    'Send mails again that came to nothing',
    ok('How many', 'MailsMoved'),
    ApiExtraModels(ReplayShape),
    ApiBody({ schema: { $ref: getSchemaPath(ReplayShape) } }),
    administrators,
    problem(404, 'None of them came to nothing'),
    ...wrong,
  ],
  decideHold: [
    'Let mails go that were held because they were too many at once, so many a minute, or drop them',
    ok('How many', 'MailsMoved'),
    ApiExtraModels(HoldDecisionShape),
    ApiBody({ schema: { $ref: getSchemaPath(HoldDecisionShape) } }),
    administrators,
    problem(404, 'Nothing was held under this name'),
    problem(409, 'Somebody has decided already'),
    ...wrong,
  ],
} as const;
