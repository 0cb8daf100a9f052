import { Text } from './shapes.js';

/** Who acts for an approver, and on which days. */
export class DelegationShape {
  @Text(60, 'Who: the id of one of the colleagues') to: string;
  @Text(10, 'First day, such as 2027-07-15') from: string;
  @Text(10, 'Last day, such as 2027-07-30; at most 90 days') until: string;
}
