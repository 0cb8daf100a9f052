import { MOST_PER_MINUTE } from '#casework';
import { Choice, MaybeWhole, Texts } from './shapes.js';

/** Mails that came to nothing and are to be sent again. */
export class ReplayShape {
  @Texts(50, 'The identifiers of the mails') mails: string[];
}

/** What becomes of mails that were held. */
export class HoldDecisionShape {
  @Choice(['letGo', 'drop'], 'Send them over time, or to nobody') decision: 'letGo' | 'drop';
  @MaybeWhole(1, MOST_PER_MINUTE, 'To let them go: how many a minute') perMinute?: number;
}
