import {
  centsIn,
  dollarsIn,
  FUNDING_SOURCES,
  HOSTING_ITEMS,
  SIDES,
  type FundingEntry,
  type Handover,
  type HostingItem,
  type Recorded,
} from '#domain';
import { date } from '../shell/words.js';
import { inSentence, listed } from './case-words.js';

type Row<T extends keyof Recorded> = { done: string; text: (data: Recorded[T]) => string | null };

function entryText({ amount, corrects, from, kind, name, reference, source, until }: FundingEntry): string {
  const what = corrects ? 'In place of an entry that was wrong: ' : '';
  return `${what}${dollarsIn(centsIn(amount))}${kind === 'in-kind' ? ' in kind' : ''} from ${name} (${inSentence(FUNDING_SOURCES[source]).replace(/^A /, 'a ')}), ${date(from)} to ${date(until)}. Reference: ${reference}`;
}

/** What became of a request whose arrangements are complete. */
export function handoverWords({ opens, deployment }: Handover): string {
  switch (opens) {
    case 'post':
      return 'Everything is arranged. The post is open.';
    case 'extension':
      return `Everything is arranged. Post ${deployment} is extended.`;
    case 'succession':
      return `Everything is arranged. Post ${deployment} goes on to the recruitment of a successor.`;
  }
}
const withHandover = (text: string, handover: Handover | null | undefined): string =>
  [text, handover ? handoverWords(handover) : ''].filter(Boolean).join('\n');

const given = (answers: Recorded['CONFIRM_HOSTING']['hosting']['answers'], yes: boolean): string =>
  listed(
    (Object.keys(HOSTING_ITEMS) as HostingItem[])
      .filter((i) => answers[i].given === yes)
      .map((i) => inSentence(HOSTING_ITEMS[i])),
  );

function hostingText({ hosting, handover }: Recorded['CONFIRM_HOSTING']): string {
  const [yes, no] = [given(hosting.answers, true), given(hosting.answers, false)];
  return withHandover([yes && `Given: ${yes}.`, no && `Not given: ${no}.`].filter(Boolean).join(' '), handover);
}

function costShareText({ confirmed, noCostShare, handover }: Recorded['CONFIRM_COST_SHARE']): string {
  const said = noCostShare
    ? `No share of the cost is due: ${noCostShare.reason}`
    : `Agreements: ${listed(confirmed.map((c) => c.reference))}.`;
  return withHandover(said, handover);
}

/** The entries of the record from approval to handover, in plain words. */
export const ARRANGEMENT_WORDS: {
  [
    T in
      | 'ENTER_FUNDING'
      | 'RECORD_COST_SHARE'
      | 'FUND'
      | 'REVALIDATE'
      | 'LAPSE_APPROVAL'
      | 'PROPOSE_TOR'
      | 'SIGN_TOR'
      | 'CONFIRM_COST_SHARE'
      | 'CONFIRM_HOSTING'
  ]: Row<T>;
} = {
  ENTER_FUNDING: { done: 'Money entered', text: (d) => entryText(d.entry) },
  RECORD_COST_SHARE: { done: 'Share of the cost recorded', text: (d) => withHandover(entryText(d.entry), d.handover) },
  FUND: {
    done: 'First period covered',
    text: ({ need, deployment, note, handover }) =>
      withHandover(
        [
          `${date(need.from)} to ${date(need.until)}: ${dollarsIn(centsIn(need.total))}.`,
          deployment ? `Post: ${deployment}.` : '',
          note ?? '',
        ]
          .filter(Boolean)
          .join(' '),
        handover,
      ),
  },
  REVALIDATE: { done: 'Approval confirmed again', text: (d) => `Valid until ${date(d.until)}. ${d.reason}` },
  LAPSE_APPROVAL: { done: 'Approval lapsed', text: () => 'It ran out before funds were found.' },
  PROPOSE_TOR: {
    done: 'Terms of reference proposed',
    text: ({ terms, voids, reason }) =>
      voids.length
        ? `Version ${terms.number}. What ${listed(voids.map((v) => v.by.name))} signed of the version before no longer holds.${reason ? ` ${reason}` : ''}`
        : `Version ${terms.number}.`,
  },
  SIGN_TOR: {
    done: 'Terms of reference signed',
    text: ({ version, signature, handover }) =>
      withHandover(
        `Version ${version}, for the side of ${signature.side === 'rc' ? 'the Resident Coordinator' : SIDES.ohchr}.`,
        handover,
      ),
  },
  CONFIRM_COST_SHARE: { done: 'Cost sharing confirmed', text: costShareText },
  CONFIRM_HOSTING: { done: 'Hosting confirmed', text: hostingText },
};
