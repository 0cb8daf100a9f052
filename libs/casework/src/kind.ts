import type { Actor, Also, Clock, DecideContext, DeploymentContext, Entry, Instant, Notice, Refusal } from '#domain';
import type { ReferenceData } from './reference-data.js';
import type { KindOfRow } from './statements.js';

/** What every case has, whatever its kind. */
export interface CaseFacts {
  id: string;
  ref: string;
  clocks: Clock[];
}
/** A line of the record, as it is written. */
export interface RecordLine {
  event: string;
  name: string;
  at: Instant;
  actor: Entry['actor'];
  role: Entry['role'];
  actingFor: string | null;
  data: unknown;
  state: unknown;
  clocks: Clock[];
}
/** What a step of a case comes to, whatever its kind. */
export interface CaseDecision<F extends CaseFacts> {
  entry: RecordLine;
  facts: F;
  notices: Notice[];
  also: Also[];
}

/** What decisions of every kind may need from outside. */
export type KindContext = Omit<DecideContext, 'content'> & Pick<DeploymentContext, 'zoneOf'>;

/** A kind of case: what the write path has to be told to carry its steps. The rules themselves are the domain's. */
export interface Kind<F extends CaseFacts, E, C, D extends CaseDecision<F>> {
  /** What people call it. */
  noun: string;
  row: KindOfRow;
  /** The answer about a case that is not there, or not for the sender to know of. */
  unknown(): Refusal;
  /** The reference of a new case, from the year and its number in it. */
  reference(year: string, number: number): string;
  /** `beside` is what was read beside the facts. */
  decide(facts: F | null, actor: Actor, event: E, context: KindContext, beside: C | null): D | Refusal;
  /** Whether the text beside the facts is needed to decide. */
  readsContent(event: E): boolean;
  /** The persons whom an event names, by id or by address. */
  personsNamed(event: E): readonly string[];
  /** The regional option that an event names. */
  optionNamed(event: E): string | null;
  /** Whether a person does not read what the office of a case has in hand, so that the case moves for them with other steps alone. */
  holdsBack(actor: Actor, facts: F): boolean;
  locks(facts: F): string[];
  /** The columns of its row: a pure projection of the facts. */
  columns(facts: F, changedAt: Instant, reference: ReferenceData): object;
  /** What else a step writes: $11 and $12 of the statements. */
  following(before: F | null, decision: D, content: C | null, reference: ReferenceData): [unknown, unknown];
  /** The name of the state, and its words for this person. */
  standing(facts: F, actor: Actor): { state: string; label: string };
}
