import type { NewWishes, ReferenceData, Wishes } from '#casework';
import {
  DEPLOYMENT_STATES,
  FREQUENCIES,
  frequencyOf,
  GROUP_NAMES,
  groupRule,
  LANGUAGES,
  MOST_QUIET_HOURS,
  STATES,
  ZONES,
  type Frequency,
  type Language,
  type Refusal,
} from '#domain';
import { lines, many, one, type Form } from '../shell/exchange.js';

const NO_HOUR = '';
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const hourIn = (typed: string): number | null => (typed === NO_HOUR ? null : Number(typed));

type Names = Pick<ReferenceData, 'allCountries' | 'codeOf' | 'countryName' | 'regions'>;

/** The code of a country as it was typed; a part of a name is enough where only one country has it, such as “Tanzania”. */
function countryIn(typed: string, names: Names): string | null {
  const part = typed.toLocaleLowerCase('en');
  const meant = names.allCountries().filter(({ names: { en } }) => en.toLocaleLowerCase('en').includes(part));
  return names.codeOf(typed) ?? (meant.length === 1 ? meant[0]!.code : null);
}

/** What a form says, as it would be kept. A country that nobody knows stays as it was typed, and is refused. */
export function wishesIn(form: Form, names: Names): NewWishes {
  const [from, until] = [hourIn(one(form, 'quietFrom')), hourIn(one(form, 'quietUntil'))];
  const chosen = GROUP_NAMES.flatMap((group) => {
    const value = one(form, `choice-${group}`);
    return value ? [[group, value as Frequency] as const] : [];
  });
  return {
    choices: Object.fromEntries(chosen),
    quiet: from === null && until === null ? null : { from: from ?? NaN, until: until ?? NaN },
    zone: one(form, 'zone'),
    weeklyOn: Number(one(form, 'weeklyOn') || '1'),
    plain: one(form, 'plain') === 'yes',
    language: one(form, 'language') as Language,
    follows: {
      regions: many(form, 'regions'),
      countries: lines(form, 'countries').map((line) => countryIn(line, names) ?? line),
      states: many(form, 'states'),
    },
  };
}

/** The id of the field where a problem stands. */
export const fieldOf = (path: string): string =>
  path.startsWith('choices.')
    ? `choice-${path.slice('choices.'.length)}`
    : path === 'quiet'
      ? 'quietFrom'
      : path.replace('follows.', '');

function groupFields(wishes: NewWishes, error: (path: string) => string | undefined) {
  return GROUP_NAMES.map((group) => {
    const { title, what, may, statutory } = groupRule(group);
    return may.length === 1
      ? { fixed: true, title, what, statutory }
      : {
          kind: 'radios',
          small: true,
          inline: true,
          name: `choice-${group}`,
          label: title,
          hint: statutory ? `${what} ${statutory}` : what,
          value: frequencyOf(group, wishes),
          error: error(`choices.${group}`),
          options: may.map((value) => ({ value, text: FREQUENCIES[value] })),
        };
  });
}

function timeFields({ quiet, zone, weeklyOn }: NewWishes, error: (path: string) => string | undefined) {
  const hours = [
    { value: NO_HOUR, text: 'None' },
    ...Array.from({ length: 24 }, (_, h) => ({ value: String(h), text: hourWords(h) })),
  ];
  const hour = (name: string, label: string, value: number | undefined, more: object = {}) => ({
    kind: 'select',
    name,
    label,
    value: value === undefined || Number.isNaN(value) ? NO_HOUR : String(value),
    options: hours,
    ...more,
  });
  return [
    hour('quietFrom', 'Quiet from', quiet?.from, {
      hint: `No mail is sent in these hours, at most ${MOST_QUIET_HOURS}; it comes at their end. A decision letter goes to several people in one mail, and is not held.`,
      error: error('quiet'),
    }),
    hour('quietUntil', 'Quiet until', quiet?.until),
    {
      kind: 'select',
      name: 'zone',
      label: 'Time zone',
      hint: 'In which these hours and the hour of the digests are meant, and the times on your page of notices are shown.',
      value: zone,
      error: error('zone'),
      options: ZONES.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
    },
    {
      kind: 'select',
      name: 'weeklyOn',
      label: 'Day of the weekly digest',
      value: String(weeklyOn),
      error: error('weeklyOn'),
      options: DAYS.map((text, value) => ({ value: String(value), text })),
    },
  ];
}

const stateOptions = [
  ...Object.entries(STATES).map(([value, { label }]) => ({ value, text: `Request: ${label}` })),
  ...Object.entries(DEPLOYMENT_STATES)
    .filter(([value]) => !Object.hasOwn(STATES, value))
    .map(([value, { label }]) => ({ value, text: `Post: ${label}` })),
];

function followFields({ follows }: NewWishes, names: Names, error: (path: string) => string | undefined) {
  const small = { kind: 'checkboxes', small: true } as const;
  return [
    {
      ...small,
      name: 'regions',
      label: 'Only in these regions',
      value: follows.regions,
      error: error('follows.regions'),
      options: names.regions().map((r) => ({ value: r.code, text: r.names.en })),
    },
    {
      kind: 'long',
      name: 'countries',
      label: 'Only of these countries',
      hint: 'One on each line.',
      rows: 4,
      value: follows.countries.map((code) => names.countryName(code)).join('\n'),
      error: error('follows.countries'),
    },
    {
      ...small,
      name: 'states',
      label: 'Only at these steps',
      value: follows.states,
      error: error('follows.states'),
      options: stateOptions,
    },
  ];
}

/** The page of somebody’s settings, with what they typed where that was refused. */
export function settingsContext(wishes: NewWishes & Pick<Wishes, 'version'>, names: Names, refusal?: Refusal) {
  const error = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  return {
    title: 'How you are told',
    version: wishes.version,
    groups: groupFields(wishes, error),
    times: timeFields(wishes, error),
    follows: followFields(wishes, names, error),
    mails: [
      {
        kind: 'radios',
        inline: true,
        small: true,
        name: 'language',
        label: 'Language of mails',
        value: wishes.language,
        error: error('language'),
        options: Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })),
      },
      {
        kind: 'checkboxes',
        small: true,
        name: 'plain',
        label: 'Form of mails',
        value: wishes.plain ? ['yes'] : [],
        options: [{ value: 'yes', text: 'Plain text only' }],
      },
    ],
  };
}
