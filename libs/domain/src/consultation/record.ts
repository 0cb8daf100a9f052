import type { Consultee, Extension, NamedConsultee } from './consultee.js';
import type { RequestFacts } from '../request/facts.js';
import type { PersonRef } from '../people/roles.js';
import type { Instant } from '../time/working-days.js';
import type { ConsultationEventType } from './events.js';

/** What the record keeps of each. */
export interface RecordedConsultation {
  CONSULT: { key: string; named: NamedConsultee };
  EXTEND_CONSULTATION: { key: string; extension: Extension };
  RECONSULT: { keys: string[]; reason: string; requestVersion: number };
  LET_ADVICE_STAND: { keys: string[]; reason: string; requestVersion: number };
  RESEND_CONSULTATION: { key: string; email: string | null };
  WITHDRAW_CONSULTATION: { key: string; reason: string };
  RECORD_UNREACHED: { keys: string[]; problem: string };
}

/** The name of each entry in the record, in the past tense. */
export const CONSULTATION_ENTRY_NAMES = {
  CONSULT: 'consulted',
  EXTEND_CONSULTATION: 'consultationExtended',
  RECONSULT: 'consultedAgain',
  LET_ADVICE_STAND: 'adviceLeftToStand',
  RESEND_CONSULTATION: 'consultationResent',
  WITHDRAW_CONSULTATION: 'consultationWithdrawn',
  RECORD_UNREACHED: 'unreachedRecorded',
} as const satisfies Record<ConsultationEventType, string>;

type Fold<T extends ConsultationEventType> = (
  facts: RequestFacts,
  data: RecordedConsultation[T],
  entry: { at: Instant; actor: PersonRef },
) => Pick<RequestFacts, 'consultation'>;

const each = (
  { consultation }: RequestFacts,
  keys: readonly string[],
  change: (c: Consultee) => Consultee,
): Pick<RequestFacts, 'consultation'> => ({
  consultation: consultation.map((c) => (keys.includes(c.key) ? change(c) : c)),
});
/** A mail that came back is forgotten with the next one. */
function reached({ unreached: _unreached, ...c }: Consultee): Consultee {
  return c;
}
/** A party as it is when it is asked anew: what was set for the last time is over. */
function anew({
  until: _until,
  extended: _extended,
  cutShort: _cutShort,
  stands: _stands,
  ...c
}: Consultee): Consultee {
  return { ...reached(c), state: 'awaited', advice: null };
}

export const CONSULTATION_FOLDS: { [T in ConsultationEventType]: Fold<T> } = {
  CONSULT: ({ consultation }, { key, named }) => ({
    consultation: [
      ...consultation,
      { key, role: 'consultee', region: null, office: null, state: 'awaited', advice: null, named },
    ],
  }),
  EXTEND_CONSULTATION: (facts, { key, extension }) =>
    each(facts, [key], (c) => ({
      ...c,
      until: extension.until,
      extended: [...(c.extended ?? []), extension],
    })),
  RECONSULT: (facts, { keys, reason, requestVersion }, { at, actor }) =>
    each(facts, keys, (c) => ({
      ...anew(c),
      again: [...(c.again ?? []), { by: actor, at, reason, requestVersion, advice: c.advice }],
    })),
  LET_ADVICE_STAND: (facts, { keys, reason, requestVersion }, { at, actor }) =>
    each(facts, keys, (c) => ({ ...c, stands: { by: actor, at, reason, requestVersion } })),
  RESEND_CONSULTATION: (facts, { key, email }) =>
    each(facts, [key], (c) => ({
      ...reached(c),
      ...(c.named ? { named: { ...c.named, email: email ?? c.named.email, link: c.named.link + 1 } } : {}),
    })),
  WITHDRAW_CONSULTATION: (facts, { key, reason }, { at, actor }) =>
    each(facts, [key], (c) => ({
      ...reached(c),
      state: 'withdrawn',
      named: { ...c.named!, takenBack: { by: actor, at, reason } },
    })),
  RECORD_UNREACHED: (facts, { keys, problem }, { at }) =>
    each(facts, keys, (c) => ({ ...c, unreached: { at, problem } })),
};
