import { NestedList, Text, Whole } from './shapes.js';

/** The money that is known for a round. */
export class RoundMoneyShape {
  @Text(20, 'Exact decimal in US dollars, as text') money: string;
  @Text(500, 'Where it comes from') source: string;
  @Whole(0, 999_999, 'The version that was read; 0 while nothing was set') after: number;
}
/** How much of the weight has to be assessed for a place in a round. */
export class RoundCoverageShape {
  @Whole(0, 100, 'Share of the weight, from 0 to 100') leastCoverage: number;
  @Whole(0, 999_999, 'The version that was read; 0 while nothing was set') after: number;
}
class ToSendShape {
  @Text(40, 'Reference of the request') ref: string;
  @Whole(1, 999_999_999, 'The revision that was read') revision: number;
}
/** Which prepared recommendations are sent. */
export class SendPreparedShape {
  @NestedList(() => ToSendShape, 200, 'Requests with the revision that their preview was drawn from')
  requests: ToSendShape[];
}
