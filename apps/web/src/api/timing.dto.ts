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

class NothingShape {}
class ClockDayShape {
  @Text(200, 'The clock, by its key') clock: string;
  @Text(10, 'Until which day, such as 2027-07-15: one that is worked where the clock counts') until: string;
  @Text(2_000, 'Why') reason: string;
}
class ClockShape {
  @Text(200, 'The clock, by its key') clock: string;
  @Text(2_000, 'Why') reason: string;
}
class NudgeShape {
  @Text(100, 'Which clock, by its key, as the standing of a request, or what is awaited on a post, names it')
  clock: string;
}

/** The shapes of the steps about the time of clocks. */
export const TIMING_SHAPES = {
  RECOUNT_CLOCKS: RecountClocksShape,
  EXTEND_CLOCK: ClockDayShape,
  STOP_CLOCK: ClockDayShape,
  GO_ON_CLOCK: ClockShape,
  RESUME_CLOCKS: NothingShape,
  ASK_MORE_TIME: ClockDayShape,
  REFUSE_MORE_TIME: ClockShape,
  NUDGE: NudgeShape,
} as const;
