import { TRAY_STATES } from '#casework';
import { ApiBody, ApiExtraModels, ApiQuery, getSchemaPath } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';
import { DismissMailShape, PlaceMailShape } from './inbound.dto.js';

const administrators = problem(403, 'An administrator looks through the mails that came in');
const before = ApiQuery({
  name: 'before',
  required: false,
  type: String,
  description: '`next` of the page before',
});
const noMail = problem(404, 'There is no such mail');
const noCase = problem(404, 'There is no such case, or it is not one that the caller can open');
const wrong = [
  noMail,
  problem(400, 'The body cannot be read'),
  problem(409, 'It is done with already'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls about mails that come in say of themselves. */
export const INBOUND_DESCRIPTIONS = {
  listInbound: [
    'Mails that came in, of one kind, the newest first: those that wait in the tray where none is named',
    ok('A page', 'InboundMails'),
    ApiQuery({ name: 'state', required: false, enum: [...TRAY_STATES] }),
    before,
    administrators,
  ],
  readInbound: ['One mail that came in, with what it says', ok('The mail', 'InboundMail'), administrators, noMail],
  placeInbound: [
    'Put a mail to a case as a message, for an audience that is named',
    ok('The mail', 'InboundMail'),
    ApiExtraModels(PlaceMailShape),
    ApiBody({ schema: { $ref: getSchemaPath(PlaceMailShape) } }),
    administrators,
    ...wrong,
  ],
  dismissInbound: [
    'Put a mail aside, with the reason; it stays to be read',
    ok('The mail', 'InboundMail'),
    ApiExtraModels(DismissMailShape),
    ApiBody({ schema: { $ref: getSchemaPath(DismissMailShape) } }),
    administrators,
    ...wrong,
  ],
  listReplies: [
    'What people wrote by mail about a request, as far as the caller is of its audience',
    ok('A page, the newest first', 'MailReplies'),
    before,
    noCase,
  ],
  listPostReplies: [
    'What people wrote by mail about a post, as far as the caller is of its audience',
    ok('A page, the newest first', 'MailReplies'),
    before,
    noCase,
  ],
  listMails: [
    'The mails of a request with what became of each for each reader: for OHCHR and the office that writes it; empty for others',
    ok('The newest first', 'SentMails'),
    noCase,
  ],
} as const;
