import { Choice, Nested, Text } from './shapes.js';

class HolidayChangedShape {
  @Choice(['added', 'removed'], 'What was done') what: string;
  @Text(3, 'Duty station, by the ISO code of its country, or UN for all of them') station: string;
  @Text(10, 'Which day, such as 2027-05-03') day: string;
  @Text(200, 'What is kept on it') name: string;
}
class RecountClocksShape {
  @Nested(() => HolidayChangedShape, 'The change of the holidays') change: HolidayChangedShape;
}

/** The shapes of the steps about the time of clocks. */
export const TIMING_SHAPES = {
  RECOUNT_CLOCKS: RecountClocksShape,
} as const;
