import type { Environment } from '#platform';
import { one, type Form } from '../shell/exchange.js';
import { words } from '../shell/words.js';
import { howLong } from './delivery.presenter.js';

export type MailPace = Pick<Environment, 'mailPerMinute' | 'mailHoldAbove'>;

/** Whom it writes to when something is saved, and how long their mails take: said before it is saved. */
export function writesTo(people: number, { mailPerMinute, mailHoldAbove }: MailPace): string {
  if (people === 0) return 'Nobody is written to when this is saved.';
  const who = people === 1 ? 'One person is' : `${words(people, true)} people are`;
  if (people > mailHoldAbove)
    return `${who} written to when this is saved. That is more than ${mailHoldAbove.toLocaleString('en')} at once, so their mails wait until an administrator lets them go.`;
  const pace = mailPerMinute ? howLong(people, mailPerMinute) : 'at once';
  return `${who} written to when this is saved, ${pace}.`;
}

/** Whether the mails that saving writes are held; the hint says how many they are. */
export const holdField = (hint: string, form: Form) => ({
  kind: 'checkboxes',
  name: 'hold',
  label: 'Mails',
  hint,
  small: true,
  value: [one(form, 'hold')],
  options: [
    {
      value: 'yes',
      text: 'Hold them for now',
      hint: { text: 'An administrator lets them go, or drops them, on the page of the delivery of mail.' },
    },
  ],
});
