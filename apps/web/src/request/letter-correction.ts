import type { CaseView } from '#casework';
import {
  bindingParts,
  lettersOf,
  type EventOf,
  type FieldProblem,
  type Letter,
  type NumberedLetter,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { stepFields } from '../shell/act.js';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { placeOf, type Names } from './case-words.js';
import { letterShown } from './letter.presenter.js';

/** What was typed: the reason, the address, and the text of each part by its place. */
export interface TypedCorrection {
  reason: string;
  to: string;
  parts: Map<number, string>;
}
export function correctionIn(form: Form): TypedCorrection {
  const parts = Object.keys(form).flatMap((name): [number, string][] => {
    const [, place] = /^part-(\d{1,3})$/.exec(name) ?? [];
    return place === undefined ? [] : [[Number(place), text(form, name).replace(/\r\n?/g, '\n')]];
  });
  return { reason: text(form, 'reason'), to: one(form, 'to'), parts: new Map(parts) };
}

const wordsOf = (part: Letter['parts'][number] | undefined): string => (part && 'text' in part ? part.text : '');

/** What was typed as it is sent: only what differs from the letter. */
export function correctionOf(facts: RequestFacts, typed: TypedCorrection): EventOf<'CORRECT_LETTER'> {
  const letter = lettersOf(facts).at(-1)?.letter;
  const wording = [...typed.parts]
    .filter(([part, words]) => words.trim() !== wordsOf(letter?.parts[part]).trim())
    .map(([part, words]) => ({ part, text: words }));
  return {
    type: 'CORRECT_LETTER',
    reason: typed.reason,
    ...(typed.to.trim() !== letter?.to ? { to: typed.to } : {}),
    ...(wording.length ? { wording } : {}),
  };
}

/** The field of the page that a problem is about. */
function fieldOf(path: string, event: EventOf<'CORRECT_LETTER'>): string | null {
  if (path === 'reason' || path === 'to') return path;
  const [, index] = /^wording\.(\d+)/.exec(path) ?? [];
  const part = index === undefined ? undefined : event.wording?.[Number(index)]?.part;
  return part === undefined ? null : `part-${part}`;
}

function frameOf(view: CaseView, names: Names) {
  const { facts } = view;
  const place = placeOf(facts.summary.countries, names);
  return {
    eyebrow: `${facts.ref}, ${place}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Decision letter', href: paths.letter(facts.ref) },
      { text: 'Correct it' },
    ],
    action: paths.correctLetter(facts.ref),
    back: { text: 'Back to the letter', href: paths.letter(facts.ref) },
    hidden: stepFields(view.revision),
  };
}

/** The parts of the letter: those that say what was decided to be read, the others to be changed. */
function partsShown(
  { letter, decision }: NumberedLetter,
  typed: TypedCorrection,
  at: (id: string) => string | undefined,
) {
  const binding = bindingParts(letter, decision);
  return letter.parts.map((part, i) =>
    binding.includes(i)
      ? { fixed: true as const, part }
      : {
          fixed: false as const,
          field: {
            kind: 'long',
            name: `part-${i}`,
            label: `Part ${i + 1}`,
            lang: letter.language,
            rows: Math.min(10, 2 + Math.ceil(wordsOf(part).length / 80)),
            value: typed.parts.get(i) ?? wordsOf(part),
            error: at(`part-${i}`),
          },
        },
  );
}

/** The page on which the wording of the last letter is corrected. */
export function correctionPage(view: CaseView, given: TypedCorrection | null, names: Names, refusal?: Refusal) {
  const last = lettersOf(view.facts).at(-1)!;
  const typed = given ?? { reason: '', to: last.letter.to, parts: new Map<number, string>() };
  const event = correctionOf(view.facts, typed);
  const problems: FieldProblem[] = refusal ? (refusal.fields ?? [{ path: '', message: refusal.message }]) : [];
  const errors = problems.map(({ path, message }) => {
    const field = fieldOf(path, event);
    return field ? { text: message, href: `#${field}` } : { text: message };
  });
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  return {
    ...frameOf(view, names),
    title: `Correct the letter: ${view.facts.ref}`,
    heading: 'Correct the letter',
    lead: `Letter ${last.number} of ${date(last.at)} stays in the record. A new letter cites it and goes to the same people. What was decided cannot be changed here.`,
    ...(errors.length ? { errors } : {}),
    language: last.letter.language,
    reason: {
      kind: 'long',
      name: 'reason',
      label: 'What is corrected, and why?',
      hint: 'It stands at the head of the new letter, so write it in the language of the letter.',
      rows: 3,
      value: typed.reason,
      error: at('reason'),
    },
    to: {
      name: 'to',
      label: 'To whom it is addressed',
      lang: last.letter.language,
      value: typed.to,
      error: at('to'),
    },
    parts: partsShown(last, typed, at),
  };
}

/** The corrected letter, to be read before it is sent. */
export function correctionConfirm(view: CaseView, after: RequestFacts, typed: TypedCorrection, names: Names) {
  return {
    ...frameOf(view, names),
    title: `Check the corrected letter: ${view.facts.ref}`,
    heading: 'Check the corrected letter',
    lead: 'This is the letter as it will be sent, to everybody who got the one before.',
    letter: letterShown(lettersOf(after).at(-1)!.letter),
    carried: [
      { name: 'reason', value: typed.reason },
      { name: 'to', value: typed.to },
      ...[...typed.parts].map(([part, value]) => ({ name: `part-${part}`, value })),
    ],
  };
}
