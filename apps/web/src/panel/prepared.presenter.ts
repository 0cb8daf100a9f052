import type { Applied } from '#casework';
import { MODALITIES, roundName } from '#domain';
import { randomUUID } from 'node:crypto';
import { inSentence, listed, OUTCOME_WORDS, placeOf, plural, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import type { PreparedCase, Told } from './prepared.js';

const LANGUAGES = { en: 'English', fr: 'French', es: 'Spanish' } as const;

const toldWords = ({ to, about }: Told): string => `To ${listed(to)}: ${about}.`;

function caseOf(one: PreparedCase, names: Names) {
  const { facts, prepared, refused } = one;
  return {
    ref: facts.ref,
    href: paths.request(facts.ref),
    change: paths.recommend(facts.ref),
    name: placeOf(facts.summary.countries, names),
    revision: { kind: 'hidden', name: `revision-${facts.ref}`, value: String(one.revision) },
    sent: refused === null,
    happens:
      refused === null
        ? `The panel recommends to ${inSentence(OUTCOME_WORDS[prepared.outcome])}: ${inSentence(MODALITIES[prepared.modality])}. The request goes to the approver.`
        : `It cannot be sent: ${refused}`,
    conditions: prepared.conditions,
    reasons: prepared.reasons,
    by: `Prepared by ${prepared.by.name} on ${date(prepared.at)}${prepared.requestVersion === facts.version ? '' : `, on version ${prepared.requestVersion}; version ${facts.version} stands now`}.`,
    since: one.adviceSince ? 'Advice came in after this was prepared. Read it before you send.' : '',
    told: one.told.map(toldWords),
    letter: `No letter goes to the Resident Coordinator now. The one that follows the decision is in ${LANGUAGES[one.letter.language]}, with copies to: ${listed(one.letter.copies)}.`,
  };
}

/** Every case, what happens to it, and every message that goes out, before anything does. */
export function previewContext(round: string, prepared: readonly PreparedCase[], names: Names) {
  const cases = prepared.map((one) => caseOf(one, names));
  const ready = cases.filter((c) => c.sent).length;
  return {
    title: 'Send prepared recommendations',
    breadcrumbs: [
      { text: `Panel, ${roundName(round)}`, href: paths.panelRound(round) },
      { text: 'Prepared recommendations' },
    ],
    lead: cases.length
      ? `${words(ready, true)} ${plural(ready, 'recommendation', 'recommendations')} can be sent. What goes out is named under each. Each is sent on its own: where one cannot be, the others stand. Nothing is sent until you press the button.`
      : 'Nothing is prepared for this round.',
    cases,
    ready,
    once: { kind: 'hidden', name: 'once', value: randomUUID() },
    action: paths.panelPreview(round),
    back: paths.panelRound(round),
  };
}

/** What became of each. */
export function appliedContext(round: string, applied: readonly Applied[]) {
  const sent = applied.filter((a) => a.done !== null).length;
  const left = applied.length - sent;
  return {
    title: left ? 'Some recommendations were not sent' : 'The recommendations are sent',
    breadcrumbs: [
      { text: `Panel, ${roundName(round)}`, href: paths.panelRound(round) },
      { text: 'Prepared recommendations' },
    ],
    lead: `${words(sent, true)} ${plural(sent, 'is', 'are')} with the approver.${left ? ` ${words(left, true)} ${plural(left, 'was', 'were')} not sent, and ${plural(left, 'stays', 'stay')} as before.` : ''}`,
    table: {
      caption: 'What became of each request',
      columns: [
        { key: 'ref', text: 'Request' },
        { key: 'outcome', text: 'What happened' },
      ],
      rows: applied.map(({ ref, done, refusal }) => ({
        ref: { text: ref, href: paths.request(ref) },
        outcome: done ? { text: 'Sent to the approver', tone: 'green' } : { text: 'Not sent', note: refusal.message },
      })),
    },
    links: [
      ...(left ? [{ text: 'See what is still prepared', href: paths.panelPreview(round) }] : []),
      { text: 'Back to the round', href: paths.panelRound(round) },
    ],
  };
}
