import { LONGEST_ABSENCE_NOTE } from '#domain';
import { MaybeText, Text } from './shapes.js';

/** Days on which somebody is away. */
export class AbsenceShape {
  @Text(10, 'The first day away, such as 2027-07-15') from: string;
  @Text(10, 'The last day away; it ends at midnight in the zone of the person') until: string;
  @MaybeText(LONGEST_ABSENCE_NOTE, 'One line for those who wait')
  note?: string;
  @MaybeText(254, 'For administrators: the address of somebody else who is away')
  person?: string;
}
