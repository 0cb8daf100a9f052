import { FUNDING_SOURCES, OPTION_MODALITIES, SPLITS } from '#domain';
import { Choice, MaybeText, Nested, NestedList, Text, Whole } from './shapes.js';

const AMOUNT = 'Exact decimal in US dollars, as text';

class YearAmountShape {
  @Whole(2000, 2199, 'Calendar year') year: number;
  @Text(20, AMOUNT) amount: string;
}
class OptionCountryShape {
  @Text(3, 'ISO alpha-3 code') country: string;
  @Whole(1, 31, 'Whole days a month') daysPerMonth: number;
  @NestedList(() => YearAmountShape, 8, 'Travel by year') travel: YearAmountShape[];
  @MaybeText(20, 'What an adviser for it alone would cost a year; null where nobody estimated it')
  inCountryPerYear: string | null;
}
class PayerShape {
  @Text(200, 'Who pays') name: string;
  @Choice(Object.keys(FUNDING_SOURCES), 'Kind of source') source: string;
  @Text(20, 'Per cent or US dollars, as the split has it; empty while nobody has said it') value: string;
}
class SplitShape {
  @Choice(Object.keys(SPLITS), 'Whether parts are percentages or amounts') by: string;
  @NestedList(() => PayerShape, 8, 'Their parts make 100, or the total') payers: PayerShape[];
}

/** A regional option as a program writes it. */
export class OptionShape {
  @Text(200, 'Name') name: string;
  @Choice(OPTION_MODALITIES, 'Form of support') modality: string;
  @Text(200, 'City') dutyStation: string;
  @Text(3, 'Country of the duty station, ISO alpha-3') host: string;
  @Text(10, 'First day') start: string;
  @Whole(1, 60, 'How long') months: number;
  @NestedList(() => OptionCountryShape, 15, 'Countries of the region') countries: OptionCountryShape[];
  @NestedList(() => YearAmountShape, 8, 'The adviser’s own cost by year') adviser: YearAmountShape[];
  @Nested(() => SplitShape, 'Who pays which part') split: SplitShape;
  @Text(5_000, 'Why it serves better, or what it adds') why: string;
}
/** Why an option is taken out of use. */
export class RetiringShape {
  @Text(2_000, 'Why it is no longer wanted') reason: string;
}
/** A new one says of which region it is. */
export class NewOptionShape extends OptionShape {
  @Text(20, 'Code of the region, such as esa') region: string;
}
