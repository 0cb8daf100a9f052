import { FIRST_PUBLISHER } from '#casework';
import { date } from '../shell/words.js';

/** Who put a version in force and when; the first one came with the system, and nobody published it. */
export const publishedLine = ({ publishedAt, publishedBy }: { publishedAt: Date; publishedBy: string }): string =>
  publishedBy === FIRST_PUBLISHER
    ? `This version came with the system, which was set up on ${date(publishedAt)}.`
    : `Published ${date(publishedAt)} by ${publishedBy}.`;
