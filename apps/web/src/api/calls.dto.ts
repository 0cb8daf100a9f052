import { MOST_GRACE_DAYS } from '#domain';
import { Text, Whole } from './shapes.js';

/** The days of a call. */
export class CallShape {
  @Text(10, 'First day, as 2027-01-01') opens: string;
  @Text(10, 'Last day') closes: string;
  @Whole(0, MOST_GRACE_DAYS, 'Days after the last one on which a request still counts') graceDays: number;
  @Whole(0, 999_999, 'The version that was read; 0 while nothing was set') after: number;
}
