import { COST_SHARE_SOURCES, CRITERIA, FUNDING_SOURCES, LANGUAGES, REPORTING_PARTS } from '#domain';
import {
  Choice,
  Choices,
  MaybeChoice,
  MaybeNestedList,
  MaybeText,
  Nested,
  NestedList,
  Text,
  Texts,
  Whole,
  Yes,
} from './shapes.js';

const DAY = 'such as 2027-07-01';

class MoneyShape {
  @Text(200, 'Who pays, by name') name: string;
  @Text(20, 'Exact decimal with at most two places, as text, such as 12500.00') amount: string;
  @MaybeChoice(['USD'], 'Currency') currency?: string;
  @Text(120, 'Reference of the decision or the agreement') reference: string;
  @Text(10, `First day for which the money is, ${DAY}`) from: string;
  @Text(10, `Last day for which the money is, ${DAY}`) until: string;
  @MaybeText(60, 'Identifier of the entry that this one takes the place of') corrects?: string | null;
}
export class EnterFundingShape extends MoneyShape {
  @Choice(Object.keys(FUNDING_SOURCES), 'Where the money comes from') source: string;
}
export class CostShareShape extends MoneyShape {
  @Choice(COST_SHARE_SOURCES, 'Who commits the share') source: string;
  @MaybeChoice(['cash', 'in-kind'], 'Whether it is paid or given; paid when left out') kind?: string;
}
export class FundShape {
  @MaybeText(20, 'The post that goes on, of an extension or a succession, such as DEP-2027-001') deployment?: string;
  @MaybeText(2_000, 'A note') note?: string;
}

class ClauseShape {
  @Text(60, 'Which clause it is') key: string;
  @Text(300, 'Heading') heading: string;
  @Text(10_000, 'Text') text: string;
  @Choices(CRITERIA, 'Criteria that it serves') criteria: string[];
  @Texts(20, 'Results that it serves') results: string[];
}
class TermsShape {
  @Whole(1, 10_000, 'Version of the standard that it is made from') standard: number;
  @Choice(Object.keys(LANGUAGES), 'Language') language: string;
  @NestedList(() => ClauseShape, 120, 'Clauses') clauses: ClauseShape[];
}
class SupervisorShape {
  @Choice(Object.keys(REPORTING_PARTS), 'Part') part: string;
  @Text(200, 'Name') name: string;
  @Text(200, 'Title') title: string;
}
export class ProposeTermsShape {
  @Nested(() => TermsShape, 'The terms of reference') content: TermsShape;
  @MaybeNestedList(() => SupervisorShape, 6, 'Who supervises, by name') reporting?: SupervisorShape[];
  @MaybeText(5_000, 'Why terms are changed that both sides have signed; needed then') reason?: string;
}
export class SignTermsShape {
  @Whole(1, 10_000, 'The version that is signed') version: number;
}

class ShareShape {
  @Text(60, 'Identifier of the commitment') entry: string;
  @Text(120, 'Reference of the agreement') reference: string;
}
export class ConfirmCostShareShape {
  @MaybeNestedList(() => ShareShape, 100, 'Commitments that are confirmed') shares?: ShareShape[];
  @MaybeText(2_000, 'Why no cost share is due; only where none is committed') noneDue?: string;
}

class HostAnswer {
  @Yes('Whether it is given') given: boolean;
  @Text(2_000, 'What is given, or why not') words: string;
}
class HostingShape {
  @Nested(() => HostAnswer, 'Office space') office: HostAnswer;
  @Nested(() => HostAnswer, 'Security') security: HostAnswer;
  @Nested(() => HostAnswer, 'Travel inside the country') travel: HostAnswer;
  @Nested(() => HostAnswer, 'Transport') transport: HostAnswer;
  @Nested(() => HostAnswer, 'Staff support') staff: HostAnswer;
}
export class ConfirmHostingShape {
  @Nested(() => HostingShape, 'What the office gives') answers: HostingShape;
  @MaybeText(3, 'Country of the duty station; the first of the request when left out') country?: string;
}
