import type { EndorserStanding } from '#casework';
import { isVoid, type Endorser, type RequestFacts } from '#domain';
import type { Status } from '../request/case-words.js';
import { date } from '../shell/words.js';

const TAGS: Record<EndorserStanding['state'], Status> = {
  notSent: { text: 'Not sent yet', tone: 'grey' },
  sent: { text: 'Sent', tone: 'blue' },
  bounced: { text: 'Mail came back', tone: 'red' },
  read: { text: 'Opened', tone: 'blue' },
  endorsed: { text: 'Endorsed', tone: 'green' },
  declined: { text: 'Declined', tone: 'grey' },
  voided: { text: 'Void by a change', tone: 'amber' },
  expired: { text: 'Link ended', tone: 'amber' },
  withdrawn: { text: 'Taken off the list', tone: 'grey' },
  replaced: { text: 'Replaced', tone: 'grey' },
};
export const endorserTag = ({ state }: EndorserStanding): Status => TAGS[state];

/** How far somebody is, in a sentence. */
export function endorserSentence(e: Endorser, s: EndorserStanding, facts: RequestFacts, writing: boolean): string {
  const on = s.at ? ` on ${date(s.at)}` : '';
  const until = `They can answer until ${date(e.until)}.`;
  switch (s.state) {
    case 'notSent':
      return `The mail is on its way. ${until}`;
    case 'sent':
      return `The mail was sent${on}. ${until}`;
    case 'bounced':
      return `The mail came back${on}: ${s.problem ?? 'no reason was given'}. Correct the address and send it again.`;
    case 'read':
      return `The request was opened by the link${on}. There is no answer yet. ${until}`;
    case 'endorsed':
      return `The agency endorsed the text as it stands${on}.`;
    case 'declined':
      return `The agency declined${on}.${isVoid(e, facts) ? ' That was about an earlier text.' : ''}`;
    case 'voided':
      return `The agency endorsed an earlier text${on}. A change of the text made it void; it does not count until it is given again.`;
    case 'expired':
      return writing
        ? `The link ended on ${date(e.until)} without an answer. Ask again to send a new one.`
        : 'No answer came before the request was submitted.';
    case 'withdrawn':
      return `Taken off the list${on}: ${e.ended?.reason ?? ''}`;
    case 'replaced':
      return `Somebody else answers for the agency${s.at ? ` since ${date(s.at)}` : ''}: ${e.ended?.reason ?? ''} What was answered before stays here and does not count.`;
  }
}
