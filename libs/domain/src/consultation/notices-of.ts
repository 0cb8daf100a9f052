import type { Notice, NoticeName } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import type { RecordedConsultation } from './record.js';

const byName = (facts: RequestFacts, key: string): boolean => facts.consultation.some((c) => c.key === key && c.named);
const about = (name: NoticeName, parties: string[]): Notice => ({ name, parties });

/** Whom a step of the consultation tells: only the parties that it is about. */
export function consultationNotices(after: RequestFacts, type: RequestEventType, data: unknown): Notice[] {
  const { key, keys } = data as { key: string; keys: string[] };
  switch (type as keyof RecordedConsultation | 'ADVISE' | 'RECORD_SILENCE') {
    case 'ADVISE':
      return [about('adviceGiven', [key])];
    case 'CONSULT':
      return [about('adviceByLink', [key])];
    case 'EXTEND_CONSULTATION':
      return [about('adviceExtended', [key])];
    case 'RECONSULT':
      return [about('adviceAskedAgain', keys)];
    case 'RESEND_CONSULTATION':
      return [about(byName(after, key) ? 'adviceByLink' : 'adviceWanted', [key])];
    case 'WITHDRAW_CONSULTATION':
      return [about('adviceTakenBack', [key])];
    case 'RECORD_SILENCE':
      return [about('ownSilenceRecorded', keys)];
    default:
      return [];
  }
}
