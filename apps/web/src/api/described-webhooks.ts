import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';
import { HookReplayShape, HookShape, HookSwitchShape } from './webhooks.dto.js';

const hidden = problem(404, 'There is no such webhook, or it is not yours');
const wrong = [
  problem(400, 'The body cannot be read'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];
const taking = (shape: new () => object) => [
  ApiExtraModels(shape),
  ApiBody({ schema: { $ref: getSchemaPath(shape) } }),
];

/** What the calls about webhooks say of themselves. */
export const WEBHOOK_DESCRIPTIONS = {
  readWebhooks: [
    'Programs that are told of steps: yours, or all for an administrator',
    ok('The newest first, and every step that can be told', 'Webhooks'),
  ],
  addWebhook: [
    'Tell a program of steps: signed CloudEvents 1.0, as Standard Webhooks describe',
    ok('With its secret, which is not shown again', 'WebhookMade', 201),
    ...taking(HookShape),
    ...wrong,
  ],
  readWebhook: ['One program that is told of steps', ok('Without its secret', 'Webhook'), hidden],
  removeWebhook: ['Tell a program nothing more, and remove its log', ok('What it was', 'Webhook'), hidden],
  switchWebhook: [
    'Switch a webhook off, or on again',
    ok('As it is now', 'Webhook'),
    ...taking(HookSwitchShape),
    hidden,
    ...wrong,
  ],
  readHookDeliveries: [
    'What was sent to a program and what it answered, the latest first',
    ok('A page', 'HookDeliveries'),
    ApiQuery({ name: 'before', required: false, type: String, description: '`next` of the page before' }),
    hidden,
  ],
  replayHookDeliveries: [
    'Send one delivery again, or everything from a day on, under the same names',
    ok('How many', 'HooksMoved'),
    ...taking(HookReplayShape),
    problem(409, 'The webhook is off'),
    hidden,
    ...wrong,
  ],
} as const;
