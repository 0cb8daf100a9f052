import { Choice, MaybeText, Text } from './shapes.js';

/** A day on which a duty station, or all of them, do not work: added, or taken away. */
export class HolidayShape {
  @Choice(['added', 'removed'], 'What is done') what: string;
  @Text(3, 'Duty station, by the ISO code of its country, or UN for every one') station: string;
  @Text(10, 'Which day, such as 2027-05-03') day: string;
  @MaybeText(120, 'What is kept on it; not needed where it is removed') name?: string;
}
