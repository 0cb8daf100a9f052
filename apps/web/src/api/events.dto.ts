import {
  AUDIENCES,
  CONFIDENCES,
  CONFLICT_KINDS,
  CRITERIA,
  DECISION_CODES,
  MODALITIES,
  OUTCOMES,
  POSITIONS,
  RETURN_CODES,
  WITHDRAW_CODES,
  type RequestEventType,
} from '#domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNotEmptyObject, IsObject } from 'class-validator';
import {
  ConfirmCostShareShape,
  ConfirmHostingShape,
  CostShareShape,
  EnterFundingShape,
  FundShape,
  ProposeTermsShape,
  SignTermsShape,
} from './arrangements.dto.js';
import { CorrectLetterShape, DecideWithOthersShape } from './decisions.dto.js';
import { DeclineAppointmentShape, HandBackReviewShape, RecordConflictShape, ReleaseShape } from './appointing.dto.js';
import { CONSULTATION_SHAPES, HeardShape } from './consultation.dto.js';
import { TIMING_SHAPES } from './timing.dto.js';
import { TOGETHER_SHAPES } from './together.dto.js';
import { ENDORSING_SHAPES } from './endorsing.dto.js';
import {
  Choice,
  Choices,
  MaybeChoice,
  MaybeChoices,
  MaybeNested,
  MaybeText,
  MaybeTexts,
  MaybeWhole,
  MaybeYes,
  Nested,
  NestedList,
  Text,
  Texts,
  Yes,
} from './shapes.js';

const LONG = 10_000;
const CODES = Object.keys(DECISION_CODES);

export class ScoreShape {
  @MaybeWhole(0, 4, 'Score from 0 to 4; null for “cannot assess”') score: number | null;
  @MaybeText(5_000, 'Why') reason: string;
  @MaybeTexts(20, 'Passages or documents relied on: 3.2, Annex B, or 3.2 “the words” to quote them')
  evidence?: string[];
  @MaybeChoice(Object.keys(CONFIDENCES), 'How sure the reviewer is; shown beside the score, counted nowhere')
  confidence?: string;
}
export class SheetShape {
  @MaybeNested(() => ScoreShape, 'Ownership') ownership?: ScoreShape;
  @MaybeNested(() => ScoreShape, 'Enabling national environment') enablingEnvironment?: ScoreShape;
  @MaybeNested(() => ScoreShape, 'Strategic programming opportunities') strategicOpportunities?: ScoreShape;
  @MaybeNested(() => ScoreShape, 'Sustainability') sustainability?: ScoreShape;
  @MaybeNested(() => ScoreShape, 'Full commitment of the RC and UNCT') commitment?: ScoreShape;
}
class ReturnItem {
  @MaybeWhole(1, 9, 'Section of the request') section?: number | null;
  @Text(LONG, 'What has to be corrected') text: string;
}
class Conflict {
  @Yes('Whether there is a conflict of interest') declared: boolean;
  @MaybeChoice(Object.keys(CONFLICT_KINDS), 'Kind of conflict') kind?: string;
  @MaybeText(2_000, 'What the conflict is') reason?: string;
  @MaybeText(200, 'Taken from files that carry it; not kept') when?: string;
  @MaybeText(10, 'Taken from files that carry it; not kept') date?: string;
}
class Moderation {
  @Text(LONG, 'What was discussed and what came of it') note: string;
  @MaybeYes('Taken from files that carry it; not kept') required?: boolean;
  @MaybeTexts(5, 'Taken from files that carry it; not kept') criteria?: string[];
  @MaybeText(10, 'Taken from files that carry it; not kept') date?: string;
}

export class EditShape {
  @ApiPropertyOptional({ type: Object, description: 'A merge patch (RFC 7396) of the content of the request' })
  @IsObject({ message: 'Enter an object with named answers' })
  @IsNotEmptyObject({}, { message: 'Name at least one answer to change' })
  patch: object;
}
export class NothingShape {}
export class SubmitShape {
  @Yes('The declaration of the Resident Coordinator') declaration: boolean;
  @MaybeText(2_000, 'Why questions are left without an answer') gapsReason?: string;
  @MaybeText(LONG, 'A word to the desk officer') note?: string;
}
export class NoteShape {
  @MaybeText(LONG, 'A note') note?: string;
}
export class MaybeReasonShape {
  @MaybeText(LONG, 'Why') reason?: string;
}
export class ReasonShape {
  @Text(LONG, 'Why') reason: string;
}
export class ReturnShape {
  @NestedList(() => ReturnItem, 50, 'What has to be corrected') items: ReturnItem[];
  @Choices(Object.keys(RETURN_CODES), 'Reasons') codes: string[];
}
export class WithdrawShape {
  @Choice(Object.keys(WITHDRAW_CODES), 'Reason') code: string;
  @Text(LONG, 'Why, in words') reason: string;
}
export class AdviseShape {
  @Choice(POSITIONS, 'Position') position: string;
  @Text(LONG, 'Reasons') text: string;
  @MaybeTexts(40, 'Conditions') conditions?: string[];
  @MaybeText(200, 'Which of the asked parties speaks, such as regionalTeam:esa; needed only by who speaks for several')
  from?: string;
  @MaybeText(60, 'The regional option that you propose, by its identifier; the advice keeps it as it is then')
  option?: string;
  @MaybeWhole(1, 1_000, 'The version of the request that was read') requestVersion?: number;
}
export class AppointShape {
  @Texts(9, 'Reviewers, by address or identifier') reviewers: string[];
}
export class DeclareShape {
  @Nested(() => Conflict, 'The declaration') conflict: Conflict;
}
export class ScoresShape {
  @Nested(() => SheetShape, 'Scores by criterion') scores: SheetShape;
  @MaybeWhole(1, 1_000, 'The version of the request that was read') requestVersion?: number;
}
export class ReviseShape {
  @Nested(() => SheetShape, 'The scores that change') scores: SheetShape;
}
export class DiscussShape {
  @MaybeChoice(CRITERIA, 'The criterion that it is about; none where it is about the whole') criterion?: string;
  @Choice(
    Object.keys(AUDIENCES),
    'Who reads it: `panel` (the reviewers and the chair) or `ohchr` (also desk officer and approver)',
  )
  audience: string;
  @Text(2_000, 'What you want to say') text: string;
}
export class SettleShape {
  @Nested(() => SheetShape, 'One score for each criterion') settled: SheetShape;
  @MaybeNested(() => Moderation, 'The moderation, where it was needed') moderation?: Moderation;
}
export class AskShape {
  @Text(2_000, 'The question') question: string;
  @MaybeWhole(1, 9, 'Section that it is about') section?: number | null;
  @MaybeYes('The office may change the request to answer it; the change is sent as a new version with AMEND')
  mayChange?: boolean;
}
export class AmendShape {
  @Yes('The declaration of the Resident Coordinator') declaration: boolean;
  @Text(LONG, 'What was changed, and why; it answers the questions that allowed the change') note: string;
  @MaybeText(2_000, 'Why questions are left without an answer') gapsReason?: string;
}
export class AnswerShape {
  @Text(LONG, 'The answer') answer: string;
  @MaybeText(60, 'Which question; needed when several are open') questionId?: string;
}
export class CloseQuestionShape {
  @Text(2_000, 'Why the review goes on without an answer') reason: string;
  @MaybeText(60, 'Which question; needed when several are open') questionId?: string;
}
export class RecommendShape extends HeardShape {
  @Choice(OUTCOMES, 'What is recommended') outcome: string;
  @Choice(Object.keys(MODALITIES), 'Form of support') modality: string;
  @MaybeTexts(40, 'Conditions') conditions?: string[];
  @Text(LONG, 'Reasons') reasons: string;
}
class Deciding {
  @Text(LONG, 'Reasons; they go into the letter') reasons: string;
  @MaybeText(40, 'Taken from files that carry it; the type of the event counts') action?: string;
  @MaybeText(10, 'Taken from files that carry it; not kept') date?: string;
  @MaybeText(200, 'Taken from files that carry it; not kept') by?: string;
}
export class ApproveShape extends Deciding {
  @MaybeChoices(CODES, 'Coded reasons') codes?: string[];
  @MaybeTexts(40, 'Conditions; those of the recommendation when left out') conditions?: string[];
}
export class OfferShape extends ApproveShape {
  @MaybeChoice(Object.keys(MODALITIES), 'Form of support that is offered; the recommended one when left out')
  modality?: string;
  @MaybeText(200, 'The party with whose advice the option came that is offered, such as regionalTeam:esa')
  option?: string;
}
export class DeferShape extends Deciding {
  @Text(10, 'Until which day, such as 2027-07-15') until: string;
  @MaybeChoices(CODES, 'Coded reasons') codes?: string[];
}
export class DeclineShape extends Deciding {
  @Choices(CODES, 'Coded reasons') codes: string[];
}

/** The shape of each step that may be sent; documents go to /files, a new case to /requests. */
export const EVENT_SHAPES = {
  EDIT: EditShape,
  SUBMIT: SubmitShape,
  ABANDON: MaybeReasonShape,
  EXPIRE: NothingShape,
  ACCEPT: NoteShape,
  RETURN: ReturnShape,
  RESUBMIT: SubmitShape,
  WITHDRAW: WithdrawShape,
  LAPSE: NothingShape,
  ADVISE: AdviseShape,
  ...CONSULTATION_SHAPES,
  ...ENDORSING_SHAPES,
  ...TOGETHER_SHAPES,
  RECORD_SILENCE: NothingShape,
  APPOINT: AppointShape,
  DECLARE: DeclareShape,
  DECLINE_APPOINTMENT: DeclineAppointmentShape,
  RELEASE: ReleaseShape,
  RECORD_CONFLICT: RecordConflictShape,
  HAND_BACK_REVIEW: HandBackReviewShape,
  SAVE_SCORES: ScoresShape,
  SCORE: ScoresShape,
  REVEAL: NothingShape,
  REVISE: ReviseShape,
  DISCUSS: DiscussShape,
  SETTLE: SettleShape,
  ASK: AskShape,
  ANSWER: AnswerShape,
  CLOSE_QUESTION: CloseQuestionShape,
  AMEND: AmendShape,
  DROP_CHANGE: NothingShape,
  RECOMMEND: RecommendShape,
  PREPARE_RECOMMENDATION: RecommendShape,
  DISCARD_PREPARED: NothingShape,
  REASSESS: ReasonShape,
  APPROVE: ApproveShape,
  OFFER_REGIONAL_OPTION: OfferShape,
  DEFER: DeferShape,
  DECLINE: DeclineShape,
  SEND_BACK: ReasonShape,
  DECIDE_WITH_OTHERS: DecideWithOthersShape,
  CORRECT_LETTER: CorrectLetterShape,
  SEND_LETTER_AGAIN: ReasonShape,
  REOPEN: ReasonShape,
  ACCEPT_OFFER: NoteShape,
  REFUSE_OFFER: ReasonShape,
  RECONSIDER: MaybeReasonShape,
  REQUEST_RECONSIDERATION: ReasonShape,
  ENTER_FUNDING: EnterFundingShape,
  RECORD_COST_SHARE: CostShareShape,
  FUND: FundShape,
  REVALIDATE: ReasonShape,
  LAPSE_APPROVAL: NothingShape,
  PROPOSE_TOR: ProposeTermsShape,
  SIGN_TOR: SignTermsShape,
  CONFIRM_COST_SHARE: ConfirmCostShareShape,
  CONFIRM_HOSTING: ConfirmHostingShape,
  ...TIMING_SHAPES,
} as const satisfies Record<Exclude<RequestEventType, 'CREATE' | 'ATTACH' | 'DETACH'>, new () => object>;
