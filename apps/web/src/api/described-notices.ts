import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';
import { NoticeSettingsShape, ReadShape } from './notices.dto.js';

const wrong = [
  problem(400, 'The body or a header cannot be read'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls about notices say of themselves. */
export const NOTICE_DESCRIPTIONS = {
  listNoticeRules: [
    'Every rule by which somebody is told: what tells it, whom it reaches, and what became of it over 90 days',
    ok('The rules', 'NoticeRules'),
    problem(403, 'Read by administrators'),
  ],
  listNotices: [
    'What you were told, newest first',
    ok('Your notices, as far as you may still know them', 'Notices'),
    ApiQuery({ name: 'before', required: false, type: String, description: 'The “next” of the page before' }),
    ApiQuery({ name: 'unread', required: false, type: Boolean, description: 'Only what is unread' }),
    problem(404, 'There is no such place to go on from'),
  ],
  readNotices: [
    'Mark everything as read, up to a notice that you have seen',
    ok('How many are unread now', 'UnreadNotices'),
    ApiExtraModels(ReadShape),
    ApiBody({ schema: { $ref: getSchemaPath(ReadShape) } }),
    problem(404, 'There is no such notice'),
    ...wrong,
  ],
  readNotice: [
    'Mark one notice as read',
    ok('How many are unread now', 'UnreadNotices'),
    ApiBody({ required: false, description: 'Nothing', schema: { type: 'object' } }),
    problem(404, 'There is no such notice, or it is not yours'),
  ],
  readNoticeSettings: ['How you wish to be told', ok('Your settings', 'NoticeSettings')],
  keepNoticeSettings: [
    'Change how you wish to be told. What is statutory cannot be off',
    ok('Your settings', 'NoticeSettings'),
    ApiExtraModels(NoticeSettingsShape),
    ApiBody({ schema: { $ref: getSchemaPath(NoticeSettingsShape) } }),
    problem(412, 'They were changed since they were read'),
    ...wrong,
  ],
} as const;
