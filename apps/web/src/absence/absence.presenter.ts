import type { Absence, AbsenceOf, Delegation } from '#casework';
import { LONGEST_ABSENCE_NOTE, type AbsenceDraft, type Refusal } from '#domain';
import { typedDay } from '../deployment/step-fields.js';
import { listed } from '../request/case-words.js';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

type Parts = ReturnType<typeof dateTyped>;
/** What was typed, as it stands in the fields and as it would be kept. */
export interface TypedAbsence {
  person: string;
  from: Parts;
  until: Parts;
  draft: AbsenceDraft;
}
export const typedAbsence = (form: Form): TypedAbsence => ({
  person: one(form, 'person'),
  from: dateTyped(form, 'from'),
  until: dateTyped(form, 'until'),
  draft: {
    from: typedDay(form, 'from') ?? '',
    until: typedDay(form, 'until') ?? '',
    note: text(form, 'note'),
  },
});

const DAYS = new Set(['from', 'until']);
const problemsOf = (refusal?: Refusal) => (refusal ? (refusal.fields ?? [{ path: '', message: refusal.message }]) : []);
const errorsOf = (refusal?: Refusal) => {
  const errors = problemsOf(refusal).map(({ path, message }) =>
    path ? { text: message, href: DAYS.has(path) ? `#${path}-day` : `#${path}` } : { text: message },
  );
  return errors.length ? { errors } : {};
};

function dayFields(typed: TypedAbsence, refusal?: Refusal) {
  const at = (path: string) => problemsOf(refusal).find((p) => p.path === path)?.message;
  return [
    { kind: 'date', name: 'from', label: 'First day away', value: typed.from, error: at('from') },
    {
      kind: 'date',
      name: 'until',
      label: 'Last day away',
      hint: 'It is away too: on the day after, a mail says what waits.',
      value: typed.until,
      error: at('until'),
    },
    {
      kind: 'text',
      name: 'note',
      label: 'Note for those who wait',
      optional: true,
      hint: `One line of at most ${LONGEST_ABSENCE_NOTE} characters, such as “On mission; reach me by telephone”. It is shown beside your name, and stands in no mail.`,
      value: typed.draft.note,
      error: at('note'),
    },
  ];
}

const daysOf = ({ from, until }: Pick<Absence, 'from' | 'until'>): string =>
  from === until ? date(from) : `${date(from)} to ${date(until)}`;
const inZone = (zone: string): string => (zone === 'UTC' ? 'UTC' : zone.replaceAll('_', ' '));

const WHILE_AWAY = [
  'What waits for you goes to whoever acts for you on that day, who is told that it is for you.',
  'Where nobody acts for you, it still comes to you, and whoever can give it to somebody else is told once.',
  'Decisions, letters and what changes your own place reach you and whoever acts for you.',
  'No time stands still because somebody is away. More time, or a stop, is given with a reason.',
  'All that you are told stands unread on your page of notices.',
];

const WHILE_OTHERS_ARE = [
  'What waits for them goes to whoever acts for them on that day.',
  'Where nobody acts for them, it still comes to them, and whoever can give it to somebody else is told once.',
  'No time stands still because somebody is away.',
  'They read here, and on their own page, that you set it, and can end it themselves.',
];

/** Who acts for somebody while they are away. */
function actingWords(absence: Absence, acting: readonly Delegation[]): string | null {
  const names = acting.filter((d) => d.from <= absence.until && d.until >= absence.from);
  return names.length ? `${listed(names.map((d) => `${d.person} (${daysOf(d)})`))} acts for you.` : null;
}

/** What the page of somebody's own days away is made from. */
export interface OwnDays {
  kept: readonly Absence[];
  zone: string;
  acting: readonly Delegation[];
  mayLetAct: boolean;
}
function ownLine(absence: Absence, { acting, mayLetAct, zone }: OwnDays) {
  const said = actingWords(absence, acting);
  const cover =
    said || !mayLetAct
      ? { acting: said }
      : {
          acting: 'Nobody acts for you on these days.',
          link: { text: 'Let a colleague act for you', href: paths.delegation() },
        };
  return {
    id: absence.id,
    head: daysOf(absence),
    said: [
      absence.note,
      absence.setBy ? `Set by ${absence.setBy}.` : '',
      // It stays as it was said when its person chooses another zone.
      absence.zone === zone ? '' : `Its days begin and end at midnight in ${inZone(absence.zone)}.`,
    ].filter(Boolean),
    now: absence.now,
    end: absence.now ? 'I am back: end this today' : `Take back ${daysOf(absence)}`,
    ...cover,
  };
}

/** The days on which somebody is away, and the form to say of more. */
export const awayPage = (days: OwnDays, typed: TypedAbsence, refusal?: Refusal) => ({
  title: 'Days away',
  lead: 'Say when you are out of office, so that reminders find somebody who is there and nobody waits without knowing why.',
  breadcrumbs: [{ text: 'How you are told', href: paths.noticeSettings() }, { text: 'Days away' }],
  ...errorsOf(refusal),
  action: paths.away(),
  kept: days.kept.map((absence) => ownLine(absence, days)),
  nobody: 'You are not away now or later.',
  fields: dayFields(typed, refusal),
  save: 'Save these days',
  rules: [
    ...WHILE_AWAY,
    `The days are whole, and begin and end at midnight in your time zone (${inZone(days.zone)}), which you choose under “How you are told”.`,
  ],
});

/** Who is away now or later, for an administrator, and the form to say so for somebody. */
export function allAwayPage(all: readonly AbsenceOf[], typed: TypedAbsence, refusal?: Refusal) {
  const person = {
    kind: 'email',
    name: 'person',
    label: 'Address of who is away',
    value: typed.person,
    error: problemsOf(refusal).find((p) => p.path === 'person')?.message,
  };
  return {
    title: 'Who is away',
    lead: 'Everybody says of themselves when they are out of office. Do it here for somebody who forgot.',
    breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Who is away' }],
    ...errorsOf(refusal),
    action: paths.adminAway(),
    kept: all.map((absence) => ({
      id: absence.id,
      head: `${absence.person}: ${daysOf(absence)}`,
      said: [absence.note, `${absence.email}, by the clock of ${inZone(absence.zone)}`],
      now: absence.now,
      end: `End this for ${absence.person}, ${daysOf(absence)}`,
    })),
    nobody: 'Nobody has said that they are away.',
    fields: [person, ...dayFields(typed, refusal)],
    save: 'Save for them',
    rules: WHILE_OTHERS_ARE,
  };
}
