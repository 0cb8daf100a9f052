import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { CONTRIBUTION_KINDS, LANGUAGES, MOST_ENDORSERS } from '#domain';
import { Choice, MaybeChoice, MaybeNested, MaybeText, NestedList, Text, Texts } from './shapes.js';

const KEY = 'Of the list, such as endorser:1';
const AMOUNT = 'Enter an amount in US dollars, such as 25000 or 1250.50';

const MaybeAmount = (description: string) =>
  applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: 0, description }),
    IsOptional(),
    IsNumber({ maxDecimalPlaces: 2 }, { message: AMOUNT }),
    Min(0, { message: AMOUNT }),
    Max(1e9, { message: AMOUNT }),
  );

class Head {
  @Text(200, 'Name of the head of agency') name: string;
  @Text(200, 'What they are, such as Representative') title: string;
  @Text(254, 'E-mail address to which the link goes') email: string;
  @MaybeChoice(Object.keys(LANGUAGES), 'Language of the mails and of the page; English when left out')
  language?: string;
}
class HeadOfAgency extends Head {
  @Text(60, 'Short name of the agency, from the reference data, such as UNDP') agency: string;
}
class AnsweredByShape {
  @Text(200, 'Name of who answers') name: string;
  @Text(200, 'What they are') position: string;
}
class ContributionShape {
  @Choice(Object.keys(CONTRIBUTION_KINDS), 'In cash, in kind or none') kind: string;
  @MaybeAmount('In US dollars; of what is given in kind its value') amountUSD?: number;
  @MaybeText(2_000, 'What is given') text?: string;
  @MaybeText(10, 'From which day, such as 2027-04-01') from?: string | null;
}
const READ = 'The mark of the text that was read, as the page of the link has it';

export class InviteEndorsersShape {
  @NestedList(() => HeadOfAgency, MOST_ENDORSERS, 'Whom to ask; each gets a link of their own by mail')
  endorsers: HeadOfAgency[];
}
export class AskEndorsersAgainShape {
  @Texts(MOST_ENDORSERS, 'Whom to ask again, such as endorser:1') endorsers: string[];
  @MaybeText(254, 'A corrected address, of one at a time') email?: string;
  @MaybeText(2_000, 'A word to them: what has changed') note?: string;
}
export class ReplaceEndorserShape extends Head {
  @Text(60, KEY) endorser: string;
  @Text(2_000, 'Why somebody else answers for the agency') reason: string;
}
export class WithdrawEndorserShape {
  @Text(60, KEY) endorser: string;
  @Text(2_000, 'Why') reason: string;
}
export class EndorseShape {
  @Text(60, READ) text: string;
  @MaybeText(2_000, 'A word') word?: string;
  @MaybeNested(() => ContributionShape, 'What the agency gives') contribution?: ContributionShape;
  @MaybeNested(() => AnsweredByShape, 'Who answers, where it is not the head of agency') answeredBy?: AnsweredByShape;
}
export class DeclineEndorsementShape {
  @Text(60, READ) text: string;
  @Text(2_000, 'Why not, in a word') word: string;
  @MaybeNested(() => AnsweredByShape, 'Who answers, where it is not the head of agency') answeredBy?: AnsweredByShape;
}
export class RecordEndorserUnreachedShape {
  @Texts(MOST_ENDORSERS, 'Whom no mail reached') endorsers: string[];
  @Text(2_000, 'What the mail server said') problem: string;
}

/** The shapes of the steps about those who endorse. */
export const ENDORSING_SHAPES = {
  INVITE_ENDORSERS: InviteEndorsersShape,
  ASK_ENDORSERS_AGAIN: AskEndorsersAgainShape,
  REPLACE_ENDORSER: ReplaceEndorserShape,
  WITHDRAW_ENDORSER: WithdrawEndorserShape,
  ENDORSE: EndorseShape,
  DECLINE_ENDORSEMENT: DeclineEndorsementShape,
  RECORD_ENDORSER_UNREACHED: RecordEndorserUnreachedShape,
} as const;
