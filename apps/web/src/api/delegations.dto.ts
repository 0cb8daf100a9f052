import { Text } from './shapes.js';

export class DelegationShape {
  @Text(36, 'Who acts for you, by the identifier that the list gives') to: string;
  @Text(10, 'The first day, such as 2027-07-15') from: string;
  @Text(10, 'The last day; it ends at midnight of your duty station') until: string;
}
