import { MaybeText, Text, Texts, Yes } from './shapes.js';

/** A program that is to be told of steps. */
export class HookShape {
  @Text(200, 'By which you know it') name: string;
  @Text(2_000, 'Its address: https, on the public internet') url: string;
  @Texts(200, 'The steps, as the list of `types` names them') types: string[];
}

export class HookSwitchShape {
  @Yes('Whether it is told of what happens from now on') on: boolean;
}

/** What is to be sent again. */
export class HookReplayShape {
  @MaybeText(36, 'One delivery') delivery?: string;
  @MaybeText(10, 'Or everything from this day on, as 2027-03-01, in UTC') from?: string;
}
