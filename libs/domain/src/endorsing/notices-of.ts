import type { Notice } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import type { RecordedEndorsing } from './record.js';

/** Whom a step about endorsements tells: only those that it is about. */
export function endorsingNotices(type: RequestEventType, data: unknown): Notice[] {
  const all = data as RecordedEndorsing[keyof RecordedEndorsing];
  switch (type as keyof RecordedEndorsing) {
    case 'INVITE_ENDORSERS':
      return [
        {
          name: 'endorsementAsked',
          parties: (all as RecordedEndorsing['INVITE_ENDORSERS']).endorsers.map((e) => e.key),
        },
      ];
    case 'ASK_ENDORSERS_AGAIN':
      return [{ name: 'endorsementAskedAgain', parties: (all as RecordedEndorsing['ASK_ENDORSERS_AGAIN']).keys }];
    case 'REPLACE_ENDORSER': {
      const { key, successor } = all as RecordedEndorsing['REPLACE_ENDORSER'];
      return [
        { name: 'endorsementAsked', parties: [successor.key] },
        { name: 'endorsementTakenBack', parties: [key] },
      ];
    }
    case 'WITHDRAW_ENDORSER':
      return [{ name: 'endorsementTakenBack', parties: [(all as RecordedEndorsing['WITHDRAW_ENDORSER']).key] }];
    case 'ENDORSE':
    case 'DECLINE_ENDORSEMENT':
      return [{ name: 'endorsementGiven', parties: [(all as RecordedEndorsing['ENDORSE']).key] }];
    default:
      return [];
  }
}
