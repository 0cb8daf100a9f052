import { LONGEST_NOTE } from '#casework';
import { MOST_MINUTES, PANEL_ANSWERS } from '#domain';
import { Choice, MaybeText, MaybeWhole, MaybeYes, Whole } from './shapes.js';

/** When a panel meets, by the clocks of a zone; without a day, the date is taken away. */
export class PanelDateShape {
  @MaybeText(10, 'As 2027-03-20; without it there is no date any more') day?: string;
  @MaybeText(5, 'As 14:30') time?: string;
  @MaybeText(64, 'A time zone, as Africa/Nairobi') zone?: string;
  @MaybeWhole(1, MOST_MINUTES, 'How long it lasts') minutes?: number;
  @MaybeText(300, 'A room, or the address of a call') place?: string;
  @MaybeYes('Whether the mails are held until an administrator lets them go') hold?: boolean;
  @Whole(0, 999_999, 'The version that was read; 0 while nothing was set') after: number;
}

/** Whether somebody who is invited comes. */
export class PanelAnswerShape {
  @Choice(Object.keys(PANEL_ANSWERS), 'Whether you come') answer: string;
  @MaybeText(LONGEST_NOTE, 'A line for whoever convenes the panel') note?: string;
}
