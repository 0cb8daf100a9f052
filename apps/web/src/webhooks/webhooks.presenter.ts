import type { DeliveryLine, Webhook } from '#casework';
import { HOOK_TYPES, type Refusal } from '#domain';
import { noticeWords } from '../delivery/delivery.presenter.js';
import { dateTyped, many, one, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';

const HOME = { text: 'Your work', href: '/' };
const LIST = { text: 'Webhooks', href: paths.webhooks() };
/** Steps whose names say too little by themselves. */
const CLEARER: Readonly<Record<string, string>> = {
  'request.asked': 'Question asked',
  'request.answered': 'Question answered',
};
/** "request.submitted" is "Submitted". */
const stepWords = (type: string): string => CLEARER[type] ?? noticeWords(type.split('.')[1]!);
const KINDS = { request: 'Request', deployment: 'Post' } as const;
const typeWords = (type: string): string =>
  `${KINDS[type.split('.')[0] as keyof typeof KINDS]}: ${stepWords(type).toLowerCase()}`;

function standing({ offAt, failingSince }: Webhook): { text: string; tone: string } {
  if (offAt) return { text: 'Off', tone: 'grey' };
  return failingSince ? { text: 'Failing', tone: 'red' } : { text: 'On', tone: 'green' };
}

const stepsOf = (kind: keyof typeof KINDS) =>
  HOOK_TYPES.filter((type) => type.startsWith(`${kind}.`)).map((value) => ({ value, text: stepWords(value) }));

function fieldsOf(form: Form | null, refusal?: Refusal) {
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const typed = (name: string): string => (form ? one(form, name) : '');
  return [
    {
      kind: 'text',
      name: 'name',
      label: 'Name',
      hint: 'By which you know it.',
      value: typed('name'),
      error: at('name'),
      width: 20,
    },
    {
      kind: 'text',
      name: 'url',
      label: 'Address of the program',
      hint: 'It begins with https:// and is on the public internet.',
      value: typed('url'),
      error: at('url'),
    },
  ];
}

/** The steps of each kind of case; a long list, folded until somebody chooses from it. */
function stepFields(form: Form | null, refusal?: Refusal) {
  const value = form ? many(form, 'types') : [];
  const error = refusal?.fields?.find((f) => f.path === 'types')?.message;
  const list = (kind: keyof typeof KINDS, title: string, name: string, wrong?: string) => ({
    title,
    open: wrong !== undefined || value.some((type) => type.startsWith(`${kind}.`)),
    field: {
      kind: 'checkboxes',
      small: true,
      name: 'types',
      id: name,
      label: title,
      options: stepsOf(kind),
      value,
      error: wrong,
    },
  });
  return [list('request', 'Steps of requests', 'types', error), list('deployment', 'Steps of posts', 'post-types')];
}

/** The list of webhooks with the form for another. */
export const hooksContext = (hooks: Webhook[], administrator: boolean, form: Form | null, refusal?: Refusal) => ({
  title: LIST.text,
  lead: administrator
    ? 'Other programs that are told of steps as they are taken. You look after all of them, and can make one for yourself alone.'
    : 'Other programs that are told of steps as they are taken: of what you may see, while you may see it.',
  breadcrumbs: [HOME, { text: LIST.text }],
  action: paths.webhooks(),
  fields: fieldsOf(form, refusal),
  steps: stepFields(form, refusal),
  ...(refusal ? { errors: errorsOf(refusal) } : {}),
  table: {
    caption: 'Webhooks, the newest first',
    columns: [
      { key: 'name', text: 'Name' },
      { key: 'for', text: 'For' },
      { key: 'steps', text: 'Steps', numeric: true },
      { key: 'made', text: 'Made on' },
      { key: 'standing', text: 'State' },
    ],
    rows: hooks.map((hook) => ({
      name: { text: hook.name, href: paths.webhook(hook.id), note: hook.url },
      for: hook.ownerName,
      steps: String(hook.types.length),
      made: hook.madeAt,
      standing: standing(hook),
    })),
  },
});

const STATUS = {
  waiting: { text: 'To be tried again', tone: 'amber' },
  delivered: { text: 'Delivered', tone: 'green' },
  failed: { text: 'Given up', tone: 'red' },
} as const;

/** Of an answer, as much as says what it is. */
const MOST_ANSWER = 160;
const beginningOf = (answer: string): string =>
  answer.length > MOST_ANSWER ? `${answer.slice(0, MOST_ANSWER)} …` : answer;

const lineOf = (line: DeliveryLine) => ({
  id: line.id,
  what: line.ref ? `${typeWords(line.type)}, ${line.ref}` : typeWords(line.type),
  toldAt: line.toldAt,
  status: STATUS[line.status],
  // What still waits has its job.
  again: line.status !== 'waiting',
  tries: `${line.attempts} ${line.attempts === 1 ? 'try' : 'tries'}`,
  answered:
    line.answerStatus === null ? (line.problem ?? '') : `It answered ${line.answerStatus} within ${line.tookMs} ms.`,
  answer: beginningOf(line.answer ?? ''),
});

/** One webhook with what it was told. */
export function hookContext(
  hook: Webhook,
  log: { items: DeliveryLine[]; next: string | null },
  own: boolean,
  { secret, form, refusal }: { secret?: string; form?: Form; refusal?: Refusal },
) {
  return {
    title: hook.name,
    lead: hook.offAt
      ? `It is off: ${hook.offWhy} What happens now is not told; what it missed while failing can be sent again.`
      : hook.url,
    breadcrumbs: [HOME, LIST, { text: hook.name }],
    standing: standing(hook),
    secret,
    own,
    off: hook.offAt !== null,
    facts: [
      { label: 'Address', value: hook.url },
      { label: 'For', value: hook.ownerName },
    ],
    steps: hook.types.map(typeWords),
    action: paths.webhook(hook.id),
    replays: paths.webhookReplays(hook.id),
    from: {
      kind: 'date',
      name: 'from',
      label: 'Send everything again from a day on',
      hint: 'Each keeps its name, so that a program knows again what it has already.',
      value: form ? dateTyped(form, 'from') : { day: '', month: '', year: '' },
      error: refusal?.fields?.find((f) => f.path === 'from')?.message,
    },
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    log: log.items.map(lineOf),
    pager: log.next ? { next: `${paths.webhook(hook.id)}?before=${log.next}` } : {},
  };
}
