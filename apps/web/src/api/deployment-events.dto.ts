import {
  BRIDGE_KINDS,
  CONVERSIONS,
  CRITERIA,
  ENDING_REASONS,
  EXIT_ITEMS,
  LEAVING_REASONS,
  PROGRESS,
  REPORT_KINDS,
  REPORTING_PARTS,
  REVIEW_RATINGS,
  type DeploymentEventType,
} from '#domain';
import {
  Choice,
  Choices,
  MaybeChoice,
  MaybeNestedList,
  MaybeText,
  MaybeWhole,
  MaybeYes,
  Nested,
  NestedList,
  Text,
  Whole,
  Yes,
} from './shapes.js';
import { TIMING_SHAPES } from './timing.dto.js';

const LONG = 10_000;
const DAY = 'such as 2027-07-15';
const Day = (what: string) => Text(10, `${what}, ${DAY}`);
const MaybeDay = (what: string) => MaybeText(10, `${what}, ${DAY}`);
const keys = (of: object): string[] => Object.keys(of);

class NothingShape {}
class ReasonShape {
  @Text(LONG, 'Why') reason: string;
}
class AdvertiseShape {
  @Day('Last day for applications') until: string;
}
class ShortlistShape {
  @Whole(1, 100, 'How many candidates are on the shortlist') candidates: number;
}
class SelectShape {
  @Text(200, 'E-mail address of the adviser’s account, or the name where there is none') adviser: string;
  @Day('Day on which the adviser is expected') expectedOn: string;
}
class ConsultedShape {
  @Yes('Whether the Resident Coordinator agrees') agrees: boolean;
  @MaybeText(LONG, 'Why, where not; of a desk officer, how and when the view reached OHCHR') note?: string;
}
class ArriveShape {
  @Day('First day in post') on: string;
  @Day('Last day of the term') endsOn: string;
}
class PlanItemShape {
  @MaybeText(60, 'Identifier of a line that is there already') id?: string;
  @Text(2_000, 'What will be done') text: string;
  @MaybeChoice(CRITERIA, 'Criterion that it serves') criterion: string | null;
  @MaybeText(2_000, 'Condition of the approval that it answers') condition: string | null;
  @Text(500, 'Outcome or output of the cooperation framework') outcome: string;
  @Text(500, 'How it can be seen') indicator: string;
  @MaybeDay('By when') dueOn: string | null;
}
class PlanShape {
  @NestedList(() => PlanItemShape, 100, 'Lines of the work plan') items: PlanItemShape[];
}
class ResultShape {
  @Text(60, 'Identifier of the line of the work plan') planItem: string;
  @Choice(keys(PROGRESS), 'How it stands') progress: string;
  @Text(LONG, 'What was reached') text: string;
}
class ReportTextShape {
  @Text(LONG, 'Summary') summary: string;
  @NestedList(() => ResultShape, 100, 'Results by line of the work plan') results: ResultShape[];
  @MaybeText(LONG, 'What was difficult; not for the fund') challenges?: string;
  @MaybeText(LONG, 'Support that is needed; not for the fund') support?: string;
  @MaybeText(LONG, 'For OHCHR alone') confidential?: string;
}
class FileReportShape {
  @MaybeText(60, 'Identifier of the report that was due') obligationId?: string;
  @Choice(keys(REPORT_KINDS), 'Kind of report') kind: string;
  @Text(60, 'Period that it is about') period: string;
  @Nested(() => ReportTextShape, 'What it says') report: ReportTextShape;
}
class AddObligationShape {
  @Choice(keys(REPORT_KINDS), 'Kind of report') kind: string;
  @Text(60, 'Period that it is about') period: string;
  @Day('Day on which it is due') dueOn: string;
}
class MoveObligationShape {
  @Text(60, 'Identifier of the report that is due') obligationId: string;
  @Day('Day on which it is due from now on') dueOn: string;
  @Text(LONG, 'Why') reason: string;
}
class WordsShape {
  @Text(LONG, 'In words') text: string;
}
class ReviewShape {
  @Choice(keys(REVIEW_RATINGS), 'How it goes') rating: string;
  @Text(LONG, 'In words') text: string;
}
class WishShape {
  @Yes('Whether the post should go on') extend: boolean;
  @Text(LONG, 'Why') text: string;
  @MaybeText(40, 'Reference of the request for an extension') request?: string;
}
class ExtendShape {
  @Day('New last day of the term') until: string;
  @Text(2_000, 'On what it rests') basis: string;
}
class ConvertShape {
  @Choice(keys(CONVERSIONS), 'What it becomes') to: string;
  @Text(LONG, 'Why') text: string;
}
class FindingShape {
  @Choice(CRITERIA, 'Criterion') criterion: string;
  @Text(LONG, 'What was found') text: string;
}
class CheckShape {
  @Choices(keys(EXIT_ITEMS), 'What is done') done: string[];
  @MaybeYes('Whether the list is finished') finished?: boolean;
  @MaybeNestedList(() => FindingShape, 5, 'What was found, by criterion') findings?: FindingShape[];
}
class SendBackShape {
  @Choice(['adviser', 'rc'], 'Whose list') side: string;
  @Text(LONG, 'What is missing') reason: string;
}
class HandOverShape {
  @Day('Last day in post') on: string;
  @Text(LONG, 'What the next adviser has to know') note: string;
}
class LeaveShape {
  @Day('Last day in post') on: string;
  @Choice(keys(LEAVING_REASONS), 'Why') reason: string;
  @MaybeText(LONG, 'In words') note?: string;
}
class TransferShape {
  @Text(40, 'Reference of the other post') to: string;
  @Day('First day in the other post') on: string;
  @Day('Last day of the term there') endsOn: string;
}
class BridgeShape {
  @Choice(keys(BRIDGE_KINDS), 'Kind of cover') kind: string;
  @Text(200, 'Who covers') by: string;
  @Day('First day') from: string;
  @Day('Last day') until: string;
  @MaybeText(40, 'Reference of the post whose adviser covers') deployment?: string;
}
class EndBridgeShape {
  @Text(60, 'Identifier of the bridge') bridgeId: string;
  @Day('Last day') on: string;
}
class ChangePostShape {
  @MaybeText(300, 'Title') title?: string;
  @MaybeText(200, 'Duty station') dutyStation?: string;
  @MaybeText(40, 'Grade') grade?: string;
  @MaybeText(3, 'Country of the duty station') host?: string | null;
  @MaybeText(200, 'Regional office that leads the cluster') cluster?: string | null;
  @Text(LONG, 'Why') reason: string;
}
class CoverShape {
  @Text(3, 'Country, by its ISO code of three letters') country: string;
  @Day('First day') from: string;
  @MaybeDay('Last day') until?: string | null;
  @MaybeWhole(1, 31, 'Days a month that the adviser gives to it') daysPerMonth?: number | null;
  @Text(LONG, 'Why') reason: string;
}
class UncoverShape {
  @Text(3, 'Country, by its ISO code of three letters') country: string;
  @Day('Last day') until: string;
  @Text(LONG, 'Why') reason: string;
}
class MarkShape {
  @Yes('Whether the post stands under the framework') under: boolean;
  @Day('First day') from: string;
  @Text(LONG, 'Why') reason: string;
}
class ReportingShape {
  @Choice(keys(REPORTING_PARTS), 'Which part') part: string;
  @Text(200, 'Name') name: string;
  @Text(200, 'Title') title: string;
  @Day('First day') from: string;
}
class IdentifyShape {
  @Text(200, 'E-mail address of the adviser’s account') adviser: string;
}
class CloseShape {
  @Choice(keys(ENDING_REASONS), 'Why') reason: string;
  @Text(LONG, 'In words') text: string;
}

/** What a person's or a program's step of a post has to look like. Steps that only the product takes are not among them. */
export const DEPLOYMENT_EVENT_SHAPES = {
  ADVERTISE: AdvertiseShape,
  SHORTLIST: ShortlistShape,
  SELECT: SelectShape,
  CONSULTED: ConsultedShape,
  ARRIVE: ArriveShape,
  NOT_ARRIVED: ReasonShape,
  CANCEL: ReasonShape,
  PLAN: PlanShape,
  AGREE_WORK_PLAN: NothingShape,
  FILE_REPORT: FileReportShape,
  ADD_OBLIGATION: AddObligationShape,
  MOVE_OBLIGATION: MoveObligationShape,
  NOTE_TO_OHCHR: WordsShape,
  REVIEW: ReviewShape,
  OPEN_RENEWAL: NothingShape,
  ASK_EXTENSION: WishShape,
  EXTEND: ExtendShape,
  PLAN_SUCCESSION: WordsShape,
  CONVERT: ConvertShape,
  START_CLOSING: NothingShape,
  CHECK: CheckShape,
  SEND_BACK: SendBackShape,
  HAND_OVER: HandOverShape,
  LEAVE: LeaveShape,
  TRANSFER: TransferShape,
  BRIDGE: BridgeShape,
  END_BRIDGE: EndBridgeShape,
  CHANGE_POST: ChangePostShape,
  COVER: CoverShape,
  UNCOVER: UncoverShape,
  MARK_FRAMEWORK: MarkShape,
  SET_REPORTING: ReportingShape,
  IDENTIFY: IdentifyShape,
  CLOSE: CloseShape,
  EXTEND_CLOCK: TIMING_SHAPES.EXTEND_CLOCK,
  STOP_CLOCK: TIMING_SHAPES.STOP_CLOCK,
  GO_ON_CLOCK: TIMING_SHAPES.GO_ON_CLOCK,
  ASK_MORE_TIME: TIMING_SHAPES.ASK_MORE_TIME,
  REFUSE_MORE_TIME: TIMING_SHAPES.REFUSE_MORE_TIME,
  NUDGE: TIMING_SHAPES.NUDGE,
} as const satisfies Partial<Record<DeploymentEventType, new () => object>>;
