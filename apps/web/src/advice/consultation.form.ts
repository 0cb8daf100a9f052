import {
  dayForAdvice,
  LANGUAGES,
  type Consultee,
  type EventOf,
  type Language,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { partyName, type Names } from '../request/case-words.js';
import { many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';

/** What the desk officer can do about the parties; each has a form of its own on the page. */
export const CONSULTATION_FORMS = {
  consult: 'CONSULT',
  extend: 'EXTEND_CONSULTATION',
  again: 'RECONSULT',
  stand: 'LET_ADVICE_STAND',
  resend: 'RESEND_CONSULTATION',
  back: 'WITHDRAW_CONSULTATION',
} as const;
export type ConsultationForm = keyof typeof CONSULTATION_FORMS;

/** Which form was sent; null for none that there is. */
export const formSent = (form: Form): ConsultationForm | null => {
  const sent = one(form, 'do');
  return Object.hasOwn(CONSULTATION_FORMS, sent) ? (sent as ConsultationForm) : null;
};

const two = (part: string): string => part.padStart(2, '0');
const dayIn = (form: Form): string => {
  const [day, month, year] = ['until-day', 'until-month', 'until-year'].map((name) => one(form, name).trim());
  return day || month || year ? `${year}-${two(month!)}-${two(day!)}` : '';
};

/** What was typed, as the step that is sent. */
export function consultationStep(
  which: ConsultationForm,
  form: Form,
): EventOf<(typeof CONSULTATION_FORMS)[ConsultationForm]> {
  const [party, reason] = [one(form, 'party'), text(form, 'reason')];
  switch (which) {
    case 'consult':
      return {
        type: 'CONSULT',
        name: one(form, 'name'),
        organisation: one(form, 'organisation'),
        email: one(form, 'email'),
        question: text(form, 'question'),
        language: (one(form, 'language') || 'en') as Language,
      };
    case 'extend':
      return { type: 'EXTEND_CONSULTATION', party, until: dayIn(form), reason };
    case 'again':
      return { type: 'RECONSULT', parties: many(form, 'parties'), reason };
    case 'stand':
      return { type: 'LET_ADVICE_STAND', reason };
    case 'resend': {
      const email = one(form, 'email').trim();
      return { type: 'RESEND_CONSULTATION', party, ...(email ? { email } : {}) };
    }
    case 'back':
      return { type: 'WITHDRAW_CONSULTATION', party, reason };
  }
}

const idOf = (which: ConsultationForm, path: string): string => {
  const name = path.split('.')[0]!;
  return name === 'until' ? `${which}-until-day` : `${which}-${name}`;
};
/** The problems at the fields of the form that was sent. */
export const consultationErrors = (which: ConsultationForm, refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: `#${idOf(which, path)}` } : { text: message },
  );

interface Drawn {
  facts: RequestFacts;
  names: Names;
  /** What was typed into the form that was sent. */
  typed: Form;
  sent: ConsultationForm | null;
  errors: PageError[];
  /** The last day that can be given to each. */
  latest: (c: Consultee) => string | null;
}
type Field = Record<string, unknown>;

/** Fields whose names stand in several forms of the page carry the form in their id. */
function fieldsOf(which: ConsultationForm, { sent, typed, errors }: Drawn, fields: (Field & { name: string })[]) {
  return fields.map((field): Field => {
    const id = `${which}-${field.name}`;
    const value =
      sent === which && field.kind !== 'date'
        ? field.kind === 'checkboxes'
          ? many(typed, field.name)
          : one(typed, field.name)
        : field.value;
    const at = field.kind === 'date' ? `${id}-day` : id;
    return { ...field, id, value: value ?? '', error: errors.find((e) => e.href === `#${at}`)?.text };
  });
}
const party = (list: readonly Consultee[], names: Names, hint: (c: Consultee) => string) =>
  list.map((c) => ({ value: c.key, text: [partyName(c, names), hint(c)].filter(Boolean).join(' – ') }));

const why = (label: string, hint = ''): Field & { name: string } => ({
  kind: 'long',
  name: 'reason',
  label,
  hint,
  rows: 3,
});
const select = (options: Field[], label: string): Field & { name: string } => ({
  kind: 'select',
  name: 'party',
  label,
  value: options[0]?.['value'] ?? '',
  options,
});

function consultFields(d: Drawn) {
  return fieldsOf('consult', d, [
    { kind: 'text', name: 'name', label: 'Name', width: 20 },
    {
      kind: 'text',
      name: 'organisation',
      label: 'Organisation',
      hint: 'Such as an agency, a mandate or another office of OHCHR.',
    },
    {
      kind: 'email',
      name: 'email',
      label: 'E-mail address',
      hint: 'The link to answer goes there. No account is needed. OHCHR alone sees the address.',
    },
    { kind: 'long', name: 'question', label: 'What do you want to know?', rows: 4 },
    {
      kind: 'select',
      name: 'language',
      label: 'Language of the mail',
      value: 'en',
      options: Object.entries(LANGUAGES).map(([value, label]) => ({ value, text: label })),
    },
  ]);
}

function extendFields(d: Drawn, awaited: Consultee[]) {
  const until = (c: Consultee): string => {
    const [now, last] = [dayForAdvice(d.facts, c.key), d.latest(c)];
    return now && last ? `until ${date(now)}, at most ${date(last)}` : '';
  };
  const typed = d.sent === 'extend' ? d.typed : {};
  const [chosen, day, reason] = fieldsOf('extend', d, [
    select(party(awaited, d.names, until), 'Who needs more time?'),
    { kind: 'date', name: 'until', label: 'Until which day?' },
    why('Why?', 'Whoever was asked reads this.'),
  ]);
  const parts = { day: one(typed, 'until-day'), month: one(typed, 'until-month'), year: one(typed, 'until-year') };
  return [chosen!, { ...day, value: parts }, reason!];
}

const againFields = (d: Drawn, heard: Consultee[]) =>
  fieldsOf('again', d, [
    {
      kind: 'checkboxes',
      name: 'parties',
      label: 'Whom?',
      options: party(heard, d.names, (c) =>
        c.advice ? `answered on version ${c.advice.requestVersion}` : 'gave no advice',
      ),
      value: [],
    },
    why('What has changed?', 'Whoever is asked again reads this. What they said before stays beside it.'),
  ]);

const standFields = (d: Drawn) =>
  fieldsOf('stand', d, [
    why(
      'Why does it still hold?',
      `It is kept in the record beside the advice on an earlier version, for version ${d.facts.version}. Those who advised can read it.`,
    ),
  ]);

const resendFields = (d: Drawn, awaited: Consultee[]) =>
  fieldsOf('resend', d, [
    select(
      party(awaited, d.names, (c) => (c.unreached ? 'mail came back' : '')),
      'To whom?',
    ),
    {
      kind: 'email',
      name: 'email',
      label: 'Corrected address',
      optional: true,
      hint: 'Only of somebody who was asked by name. Links that were sent to them before open no more.',
    },
  ]);

const backFields = (d: Drawn, named: Consultee[]) =>
  fieldsOf('back', d, [
    select(
      party(named, d.names, () => ''),
      'From whom?',
    ),
    why('Why?', 'Kept in the record.'),
  ]);

const TITLES: Record<ConsultationForm, { title: string; button: string }> = {
  consult: { title: 'Ask somebody else by name', button: 'Send the question' },
  extend: { title: 'Give more time', button: 'Give more time' },
  again: { title: 'Ask again', button: 'Ask again' },
  stand: { title: 'Let the advice stand', button: 'Let it stand' },
  resend: { title: 'Send the question again', button: 'Send again' },
  back: { title: 'Take a question back', button: 'Take the question back' },
};

/** The forms of the page that somebody can use now, each with its fields. */
export function consultationForms(d: Drawn, may: (which: ConsultationForm) => boolean) {
  const { consultation } = d.facts;
  const awaited = consultation.filter((c) => c.state === 'awaited');
  const fields: Record<ConsultationForm, () => Field[]> = {
    consult: () => consultFields(d),
    extend: () => extendFields(d, awaited),
    again: () =>
      againFields(
        d,
        consultation.filter((c) => c.state === 'answered' || c.state === 'silent'),
      ),
    stand: () => standFields(d),
    resend: () => resendFields(d, awaited),
    back: () =>
      backFields(
        d,
        awaited.filter((c) => c.named),
      ),
  };
  return (Object.keys(TITLES) as ConsultationForm[])
    .filter(may)
    .map((which) => ({ which, ...TITLES[which], fields: fields[which](), open: d.sent === which }));
}
