import {
  LANGUAGES,
  listedEndorsers,
  mayBeAskedAgain,
  type Endorser,
  type EndorsingEvent,
  type Language,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What the office can do about those who endorse; each has a form of its own on the page. */
export const ENDORSEMENT_FORMS = {
  invite: 'INVITE_ENDORSERS',
  again: 'ASK_ENDORSERS_AGAIN',
  replace: 'REPLACE_ENDORSER',
  remove: 'WITHDRAW_ENDORSER',
} as const;
export type EndorsementForm = keyof typeof ENDORSEMENT_FORMS;
type Sent = Extract<EndorsingEvent, { type: (typeof ENDORSEMENT_FORMS)[EndorsementForm] }>;

/** Which form was sent; null for none that there is. */
export const formSent = (form: Form): EndorsementForm | null => {
  const sent = one(form, 'do') === 'row' ? 'invite' : one(form, 'do');
  return Object.hasOwn(ENDORSEMENT_FORMS, sent) ? (sent as EndorsementForm) : null;
};

const MOST_ROWS = 20;
/** How many rows the form of those to be asked has. */
export const rowsIn = (form: Form): number => {
  const rows = Number(one(form, 'rows')) || 1;
  return Math.min(Math.max(Math.trunc(rows), 1), MOST_ROWS);
};
const HEAD = ['agency', 'name', 'title', 'email'] as const;
const head = (form: Form, at: string) => ({
  name: one(form, `${at}name`),
  title: one(form, `${at}title`),
  email: one(form, `${at}email`),
  language: (one(form, `${at}language`) || 'en') as Language,
});
/** The rows in which something was typed; the first is asked for in any case. */
const filledRows = (form: Form): number[] => {
  const rows = Array.from({ length: rowsIn(form) }, (_, i) => i);
  const filled = rows.filter((i) => HEAD.some((key) => one(form, `endorsers.${i}.${key}`).trim()));
  return filled.length ? filled : [0];
};

/** What was typed, as the step that is sent. */
export function endorsementStep(which: EndorsementForm, form: Form): Sent {
  const [endorser, reason] = [one(form, 'endorser'), text(form, 'reason')];
  switch (which) {
    case 'invite':
      return {
        type: 'INVITE_ENDORSERS',
        endorsers: filledRows(form).map((i) => ({
          agency: one(form, `endorsers.${i}.agency`),
          ...head(form, `endorsers.${i}.`),
        })),
      };
    case 'again': {
      const [email, note] = [one(form, 'email').trim(), text(form, 'note')];
      return {
        type: 'ASK_ENDORSERS_AGAIN',
        endorsers: many(form, 'endorsers'),
        ...(email ? { email } : {}),
        ...(note ? { note } : {}),
      };
    }
    case 'replace':
      return { type: 'REPLACE_ENDORSER', endorser, reason, ...head(form, '') };
    case 'remove':
      return { type: 'WITHDRAW_ENDORSER', endorser, reason };
  }
}

/** The problems at the fields of the form that was sent. */
export function endorsementErrors(which: EndorsementForm, refusal: Refusal, form: Form): PageError[] {
  const rows = which === 'invite' ? filledRows(form) : [];
  const idOf = (path: string): string => {
    const row = /^endorsers\.(\d+)\.(\w+)$/.exec(path);
    if (row && which === 'invite') return `invite-endorsers.${rows[Number(row[1])] ?? 0}.${row[2]}`;
    if (which === 'invite') return 'invite-endorsers.0.agency';
    return `${which}-${path.split('.')[0]}`;
  };
  return (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: `#${idOf(path)}` } : { text: message },
  );
}

interface Drawn {
  facts: RequestFacts;
  agencies: readonly string[];
  typed: Form;
  sent: EndorsementForm | null;
  errors: PageError[];
  /** Those who are asked again unless somebody chooses otherwise. */
  chosen: string[];
}
type Field = Record<string, unknown> & { name: string };

/** Fields whose names stand in several forms of the page carry the form in their id. */
const fieldsOf = (which: EndorsementForm, { sent, typed, errors }: Drawn, fields: Field[]) =>
  fields.map((field) => {
    const id = `${which}-${field.name}`;
    const given = field['kind'] === 'checkboxes' ? many(typed, field.name) : one(typed, field.name);
    const value = sent === which ? given : (field['value'] ?? '');
    return { ...field, id, value, error: errors.find((e) => e.href === `#${id}`)?.text };
  });

const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, text: label }));
const headFields = (at: string): Field[] => [
  { kind: 'text', name: `${at}name`, label: 'Head of agency', width: 20 },
  {
    kind: 'text',
    name: `${at}title`,
    label: 'Position',
    hint: 'Such as Representative or Country Director.',
    width: 20,
  },
  { kind: 'email', name: `${at}email`, label: 'E-mail address', hint: 'The link goes there, and is theirs alone.' },
  {
    kind: 'select',
    name: `${at}language`,
    label: 'Language of the mail and the page',
    value: 'en',
    options: LANGUAGE_OPTIONS,
  },
];
const named = ({ key, agency, name }: Endorser) => ({ value: key, text: `${agency}, ${name}` });
const whom = (list: Endorser[], label: string): Field => ({
  kind: 'select',
  name: 'endorser',
  label,
  value: list.length === 1 ? list[0]!.key : '',
  options: [{ value: '', text: 'Choose a head of agency' }, ...list.map(named)],
});
const why = (label: string): Field => ({ kind: 'long', name: 'reason', label, rows: 3, hint: 'Kept in the record.' });

function inviteFields(d: Drawn) {
  const taken = listedEndorsers(d.facts).map((e) => e.agency);
  const options = [
    { value: '', text: 'Choose an agency' },
    ...d.agencies.filter((a) => !taken.includes(a)).map((a) => ({ value: a, text: a })),
  ];
  return Array.from({ length: rowsIn(d.typed) }, (_, i) =>
    fieldsOf('invite', d, [
      { kind: 'select', name: `endorsers.${i}.agency`, label: 'Agency', options },
      ...headFields(`endorsers.${i}.`),
    ]),
  );
}

const TITLES: Record<EndorsementForm, { title: string; button: string }> = {
  invite: { title: 'Ask heads of agency', button: 'Send the links' },
  again: { title: 'Ask again, or send a mail again', button: 'Ask again' },
  replace: { title: 'The head of an agency has changed', button: 'Ask the new head' },
  remove: { title: 'Take somebody off the list', button: 'Take off the list' },
};

/** The forms of the page that somebody can use now, each with its fields. */
export function endorsementForms(d: Drawn, may: (which: EndorsementForm) => boolean) {
  const listed = listedEndorsers(d.facts);
  const fields: Record<EndorsementForm, () => object[][]> = {
    invite: () => inviteFields(d),
    again: () => [
      fieldsOf('again', d, [
        {
          kind: 'checkboxes',
          name: 'endorsers',
          label: 'Whom?',
          value: d.chosen,
          options: listed.filter((e) => mayBeAskedAgain(e, d.facts)).map(named),
        },
        {
          kind: 'long',
          name: 'note',
          label: 'A word to them',
          optional: true,
          rows: 3,
          hint: 'Such as what has changed. They also see each answer that differs from what they read.',
        },
        {
          kind: 'email',
          name: 'email',
          label: 'Corrected address',
          optional: true,
          hint: 'Of one at a time. Links that were sent before open no more.',
        },
      ]),
    ],
    replace: () => [fieldsOf('replace', d, [whom(listed, 'Who is replaced?'), ...headFields(''), why('Why?')])],
    remove: () => [fieldsOf('remove', d, [whom(listed, 'Who?'), why('Why?')])],
  };
  return (Object.keys(TITLES) as EndorsementForm[])
    .filter(may)
    .map((which) => ({ which, ...TITLES[which], rows: fields[which](), open: d.sent === which }));
}
