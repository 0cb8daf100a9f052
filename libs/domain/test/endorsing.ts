import {
  decide,
  endorserHolder,
  isRefusal,
  listedEndorsers,
  markOfText,
  type Decision,
  type Endorser,
  type EndorsingEvent,
  type Refusal,
} from '../src/index.js';
import { aCase, type CaseBuilder } from './a-case.js';

/** The head of an agency, as an office names them. */
export const head = (agency: string) => ({
  agency,
  name: `Head of ${agency}`,
  title: 'Representative',
  email: `${agency.replace(' ', '').toLowerCase()}@un.example`,
});
/** A draft that the heads of these agencies are asked to endorse. */
export const invited = (...agencies: string[]): CaseBuilder =>
  aCase().send('office', { type: 'INVITE_ENDORSERS', endorsers: agencies.map(head) });
/** The head of an agency who is on the list. */
export const of = (c: CaseBuilder, agency: string): Endorser =>
  listedEndorsers(c.facts).find((e) => e.agency === agency)!;
/** What an answer by a link would come to. */
export const tried = (c: CaseBuilder, e: Endorser, event: EndorsingEvent): Decision | Refusal =>
  decide(c.facts, endorserHolder(e), event, c.contextNow());
/** Answers by a link, which must be taken. */
export function answer(c: CaseBuilder, e: Endorser, event: EndorsingEvent): CaseBuilder {
  const decision = tried(c, e, event);
  if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
  return c.take('office', event, decision);
}
/** An endorsement of the text as it stands. */
export const yes = (c: CaseBuilder, more: object = {}): EndorsingEvent => ({
  type: 'ENDORSE',
  text: markOfText(c.content),
  contribution: { kind: 'cash', amountUSD: 25_000, text: 'A share of the post', from: '2027-07-01' },
  ...more,
});
/** A refusal to endorse it. */
export const no = (c: CaseBuilder): EndorsingEvent => ({
  type: 'DECLINE_ENDORSEMENT',
  text: markOfText(c.content),
  word: 'Our priorities are others.',
});
