import type { AnswerKept, PanelAnswers, People } from '#casework';
import { panelAnswerOf, roundName, type Unmatched } from '#domain';
import { readCalendarAnswer, type CalendarAnswer, type ReadMail } from '#platform';
import { roundOfEntry } from '../panel-entry.js';

export interface InvitationAnswerParts {
  answers: Pick<PanelAnswers, 'keep'>;
  people: Pick<People, 'find'>;
  baseUrl: string;
}

/** What was made of an answer to an invitation, in words; `why` where it waits in the tray. */
export interface AnswerTaken {
  reason: string;
  why?: Unmatched;
}

const KEPT: Record<Exclude<AnswerKept, 'notInvited'>, string> = {
  counts: '',
  earlierDate: ' It answers a date that does not hold any more, so it does not count.',
  saidBefore: ' Something that was said later came in before, and counts.',
};
const UNKNOWN: AnswerTaken = { reason: 'It answers an invitation that was not sent from here.', why: 'noNotice' };

/** The answer that a mail brings, wherever its program has put it; null where it brings none. */
async function answerIn({ calendars }: ReadMail): Promise<CalendarAnswer | null> {
  for (const text of calendars) {
    const answer = await readCalendarAnswer(text);
    if (answer) return answer;
  }
  return null;
}

/** Takes what calendar programs answer to invitations: from whom the invitation went to, and for nobody else. */
export class InvitationAnswers {
  constructor(private readonly parts: InvitationAnswerParts) {}

  /** Takes the answer of a mail that came to the address made for this person; null where it brings none. */
  async take(read: ReadMail, personId: string): Promise<AnswerTaken | null> {
    const given = await answerIn(read);
    if (!given) return null;
    const person = await this.parts.people.find(personId);
    const round = roundOfEntry(given.uid, this.parts.baseUrl);
    if (!person || !round) return UNKNOWN;
    const { email } = person;
    const { address } = read.from;
    if (address !== email)
      return {
        reason: `It answers an invitation to ${email}, and comes from ${address || 'nobody'}.`,
        why: 'otherAddress',
      };
    const own = given.attendees.find((attendee) => attendee.address === email);
    if (!own) return { reason: `It answers an invitation to ${email} for somebody else.`, why: 'otherAddress' };
    const answer = panelAnswerOf(own.says);
    if (!answer) return { reason: 'It answers an invitation neither with yes nor no nor perhaps.', why: 'invitation' };
    const { sequence, saidAt, proposes, note } = given;
    const said = { answer, sequence, saidAt, proposes, note: note || own.note };
    const kept = await this.parts.answers.keep(round, personId, said);
    if (kept === 'notInvited') return UNKNOWN;
    return { reason: `It answers the invitation to the panel of ${roundName(round)}.${KEPT[kept]}` };
  }
}
