import {
  listedEndorsers,
  standingEndorsers,
  suggestedCosts,
  voidedEndorsers,
  type RequestContent,
  type RequestFacts,
} from '#domain';
import { listed, plural } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';

export interface EndorsedNotice {
  text: string;
  link: { text: string; href: string };
}
const link = (facts: RequestFacts, text: string) => ({ text, href: paths.endorsements(facts.ref) });

/** Before somebody changes a text that is endorsed: whose endorsement a change makes void. */
export function beforeChange(facts: RequestFacts): EndorsedNotice | null {
  const all = standingEndorsers(facts);
  if (all.length === 0) return null;
  const who = listed(all.map((e) => e.agency));
  return {
    text: `${who} ${plural(all.length, 'has', 'have')} endorsed this text. Any change that is saved here, however small, makes ${plural(all.length, 'that endorsement', 'those endorsements')} void; written back as it was, the text has ${plural(all.length, 'it', 'them')} again.`,
    link: link(facts, 'Endorsements'),
  };
}

/** How many of those who were asked endorse the text as it stands. */
export function standingSentence(facts: RequestFacts): string {
  const [all, good] = [listedEndorsers(facts).length, standingEndorsers(facts).length];
  const what = 'the text as it stands.';
  if (all === 1) return `The head of agency who was asked ${good ? 'endorses' : 'has not endorsed'} ${what}`;
  if (good === 0) return `None of the ${words(all)} heads of agency who were asked has endorsed ${what}`;
  if (good === all) return `All ${words(all)} heads of agency endorse ${what}`;
  return `${words(good, true)} of ${words(all)} heads of agency ${plural(good, 'endorses', 'endorse')} ${what}`;
}

/** What the office is told on the page of its draft of those who endorse. */
export function endorsingState(facts: RequestFacts): EndorsedNotice | null {
  const all = listedEndorsers(facts);
  if (all.length === 0) return null;
  const gone = voidedEndorsers(facts);
  const back = all.filter((e) => e.state === 'asked' && e.unreached);
  const parts = [
    standingSentence(facts),
    gone.length
      ? `A change made the ${plural(gone.length, 'endorsement', 'endorsements')} of ${listed(gone.map((e) => e.agency))} void.`
      : '',
    back.length ? `The mail to ${listed(back.map((e) => e.agency))} came back.` : '',
  ];
  return {
    text: parts.filter(Boolean).join(' '),
    link: link(facts, gone.length ? 'Ask them again' : 'See the endorsements'),
  };
}

/** Before it is submitted: which endorsements would not count. */
export function beforeSubmission(facts: RequestFacts): string[] {
  const gone = voidedEndorsers(facts);
  const waiting = listedEndorsers(facts).filter((e) => e.state === 'asked');
  return [
    ...(gone.length
      ? [
          `${listed(gone.map((e) => e.agency))} endorsed an earlier text. It goes with the request as void, unless you ask again and wait for the answer.`,
        ]
      : []),
    ...(waiting.length
      ? [
          `${listed(waiting.map((e) => e.agency))} ${plural(waiting.length, 'has', 'have')} not answered. After the submission no answer can be given.`,
        ]
      : []),
  ];
}

/** On the page of the costs: what agencies confirmed that the table does not say. */
export function beforeCosts(facts: RequestFacts, content: RequestContent): EndorsedNotice | null {
  const lines = suggestedCosts(facts, content);
  if (lines.length === 0) return null;
  return {
    text: `${listed([...new Set(lines.map((l) => l.paidBy))])} confirmed a contribution that the cost table does not have.`,
    link: link(facts, 'See what was confirmed, and add it'),
  };
}

/** Beside the list that the office types: that agencies can say it themselves, or how far they are. */
export const byLink = (facts: RequestFacts): EndorsedNotice =>
  endorsingState(facts) ?? {
    text: 'What you enter below is shown as entered by your office. Heads of agency can say it themselves, by a link.',
    link: link(facts, 'Ask heads of agency to endorse'),
  };
