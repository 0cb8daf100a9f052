import { Choice, MaybeText, Text } from './shapes.js';

/** A day on which a duty station, or all of them, do not work: added, or taken away. */
export class HolidayShape {
  @Choice(['added', 'removed'], 'What is done') what: string;
  @Text(3, 'Duty station, by the ISO code of its country, or UN for every one') station: string;
  @Text(10, 'Which day, such as 2027-05-03') day: string;
  @MaybeText(120, 'What is kept on it; not needed where it is removed') name?: string;
}
/** Where somebody sits from now on. */
export class SeatShape {
  @Text(320, 'A region for its team, an office by its code, a role, or a person by e-mail address') holder: string;
  @MaybeText(3, 'In which country, by ISO code; null where they sit again where they usually do') station?:
    string | null;
  @MaybeText(3, 'Where they sat when it was read; a change in between is refused then') was?: string | null;
}
