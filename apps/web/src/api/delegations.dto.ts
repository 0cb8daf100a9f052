import { MaybeYes, Text } from './shapes.js';

export class DelegationShape {
  @Text(36, 'Who acts for you, by the identifier that the list gives') to: string;
  @Text(10, 'The first day, such as 2027-07-15') from: string;
  @Text(10, 'The last day; it ends at midnight of your duty station') until: string;
}
export class SuccessionShape {
  @Text(36, 'The term that ends, by the identifier that the list gives') term: string;
  @Text(254, 'E-mail address of who follows') email: string;
  @Text(10, 'The first day of who follows, such as 2027-07-15') from: string;
  @MaybeYes('True for somebody who on that day belongs to the office of other countries too, and keeps both')
  both?: boolean;
  @MaybeYes('True to hold the mails of the first day until an administrator lets them go') hold?: boolean;
}
