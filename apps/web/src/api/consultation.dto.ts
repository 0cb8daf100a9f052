import { LANGUAGES, POSITIONS } from '#domain';
import { Choice, MaybeChoice, MaybeNestedList, MaybeText, MaybeTexts, Text, Texts, Whole } from './shapes.js';

const PARTY = 'The party, such as regionalTeam:esa or consultee:1';

export class ConsultShape {
  @Text(200, 'Name of who is asked') name: string;
  @Text(200, 'Organisation') organisation: string;
  @Text(254, 'E-mail address to which the link goes') email: string;
  @Text(2_000, 'What you want to know') question: string;
  @MaybeChoice(Object.keys(LANGUAGES), 'Language of the mails; English when left out') language?: string;
}
export class ExtendConsultationShape {
  @Text(200, PARTY) party: string;
  @Text(10, 'Until which day, such as 2027-07-15') until: string;
  @Text(2_000, 'Why') reason: string;
}
export class ReconsultShape {
  @Texts(30, 'The parties, such as regionalTeam:esa') parties: string[];
  @Text(2_000, 'What has changed, or why they are asked again') reason: string;
}
export class LetAdviceStandShape {
  @Text(2_000, 'Why the advice on an earlier version still holds') reason: string;
}
export class ResendConsultationShape {
  @Text(200, PARTY) party: string;
  @MaybeText(254, 'A corrected address, of somebody who was asked by name') email?: string;
}
export class WithdrawConsultationShape {
  @Text(200, 'The party that was asked by name, such as consultee:1') party: string;
  @Text(2_000, 'Why') reason: string;
}
export class RecordUnreachedShape {
  @Texts(30, 'The parties that no mail reached') parties: string[];
  @Text(2_000, 'What the mail server said') problem: string;
}

/** The answer of somebody who is asked by name. */
export class LinkAnswerShape {
  @Choice(POSITIONS, 'Position') position: string;
  @Text(10_000, 'Reasons') text: string;
  @MaybeTexts(40, 'Conditions') conditions?: string[];
  @Whole(1, 1_000, 'The version of the request that was read') requestVersion: number;
}

class SourceShape {
  @Text(2_000, 'The condition, in the words of the recommendation') condition: string;
  @Text(200, PARTY) party: string;
  @MaybeText(2_000, 'The words of the advice, where the condition says them in others') of?: string;
}
class LeftOutShape {
  @Text(2_000, 'The condition, in the words of the advice') condition: string;
  @Text(200, PARTY) party: string;
  @Text(2_000, 'Why it is left out') reason: string;
}
/** What a recommendation says of the conditions of the advice. */
export class HeardShape {
  @MaybeNestedList(
    () => SourceShape,
    200,
    'Whose conditions these are; those in the words of an advice name themselves',
  )
  sources?: SourceShape[];
  @MaybeNestedList(
    () => LeftOutShape,
    200,
    'Conditions of the advice that are left out: every one that is neither among the conditions nor said in others',
  )
  leftOut?: LeftOutShape[];
}

/** The shapes of the steps about those who are asked for advice. */
export const CONSULTATION_SHAPES = {
  CONSULT: ConsultShape,
  EXTEND_CONSULTATION: ExtendConsultationShape,
  RECONSULT: ReconsultShape,
  LET_ADVICE_STAND: LetAdviceStandShape,
  RESEND_CONSULTATION: ResendConsultationShape,
  WITHDRAW_CONSULTATION: WithdrawConsultationShape,
  RECORD_UNREACHED: RecordUnreachedShape,
} as const;
