import { Injectable } from '@nestjs/common';
import { Acknowledgements, MailLog, type CaseView, type MailLine, type Seen } from '#casework';
import type { Actor, NumberedLetter } from '#domain';

/** What is known of a letter besides its words: what became of its mails, and whether the country's side has opened it. */
@Injectable()
export class LetterKnown {
  constructor(
    private readonly mailLog: MailLog,
    private readonly seen: Acknowledgements,
  ) {}

  /** Opening the page is seeing the decision, for those for whom it is. */
  async of(
    { facts, tiers, readsDraft }: CaseView,
    { decision }: NumberedLetter,
    me: Actor,
  ): Promise<{ mails: readonly MailLine[] | null; seen: Seen | null }> {
    await this.seen.decisionOpened(facts, decision, me);
    const told = tiers.has('assessment') || readsDraft;
    const mails = told ? await this.mailLog.of(facts.ref, tiers, readsDraft) : null;
    return { mails, seen: await this.seen.decision(facts, decision) };
  }
}
