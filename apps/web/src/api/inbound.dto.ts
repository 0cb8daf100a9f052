import { REPLY_AUDIENCES, type ReplyAudience } from '#domain';
import { Choice, Text } from './shapes.js';

/** To which case a mail from the tray is put. */
export class PlaceMailShape {
  @Text(40, 'The number of the request or post') ref: string;
  @Choice(Object.keys(REPLY_AUDIENCES), 'Who is to read it') audience: ReplyAudience;
  @Text(500, 'Why it belongs there') reason: string;
}

/** Why a mail from the tray is put aside. */
export class DismissMailShape {
  @Text(500, 'Why it is put aside') reason: string;
}
