import type { TrayLine, TrayMail, TrayState } from '#casework';
import { REPLY_AUDIENCES, type Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';

const HOME = { text: 'Your work', href: '/' };
const LIST = { text: 'Mails that came in', href: paths.adminInbound() };

/** The kinds of mail that came in, in words. */
const KINDS: Record<TrayState, string> = {
  tray: 'Waiting for you',
  automatic: 'Automatic replies',
  bounce: 'Reports of mail servers',
  posted: 'With a case',
  answer: 'Answers to invitations',
  dismissed: 'Put aside',
};
const NONE: Record<TrayState, string> = {
  tray: 'Nothing waits. A reply that names its case and its sender goes to the case by itself.',
  automatic: 'No automatic reply has come in.',
  bounce: 'No mail came back.',
  posted: 'No reply has come in yet.',
  answer: 'Nobody has answered an invitation by their calendar yet.',
  dismissed: 'Nothing was put aside.',
};

const addressOf = (state: TrayState): string =>
  state === 'tray' ? paths.adminInbound() : `${paths.adminInbound()}?state=${state}`;
/** What is closed to whoever looks through the tray, its subject as well, and where it is read. */
const CLOSED: Partial<Record<TrayLine['state'], { title: string; read: string }>> = {
  posted: {
    title: 'A message that is with its case',
    read: 'It is with its case, and read there by those for whom it is. Cases are closed to administrators.',
  },
  answer: {
    title: 'An answer to an invitation',
    read: 'It is shown with the date of the panel, to those who read the requests of the round.',
  },
};
const subjectOf = ({ state, subject }: TrayLine): string => CLOSED[state]?.title ?? (subject || 'Without a subject');
const fromOf = ({ from, fromName }: TrayLine): string =>
  fromName && from ? `${fromName} <${from}>` : from || fromName || 'Nobody that it names';

/** What the page of mails that came in prints. */
export function inboundContext({
  state,
  counts,
  page,
  before,
  taken,
}: {
  state: TrayState;
  counts: Record<TrayState, number>;
  page: { items: TrayLine[]; next: string | null };
  before: string | undefined;
  /** The domain at which mails are taken; null where none are. */
  taken: string | null;
}) {
  const here = addressOf(state);
  return {
    title: LIST.text,
    lead: 'People answer the notices of this system by mail. What names its case and comes from whom the notice was sent to goes to the case. Everything else is here, and nothing is thrown away.',
    breadcrumbs: [HOME, { text: LIST.text }],
    kinds: (Object.keys(KINDS) as TrayState[]).map((kind) => ({
      text: `${KINDS[kind]} (${counts[kind].toLocaleString('en')})`,
      href: addressOf(kind),
      active: kind === state,
    })),
    heading: KINDS[state],
    empty: { text: NONE[state] },
    mails: page.items.map((mail) => ({
      href: paths.adminInboundMail(mail.id),
      subject: subjectOf(mail),
      from: fromOf(mail),
      receivedAt: mail.receivedAt,
      reason: mail.reason,
      ref: mail.ref,
    })),
    taken,
    pager: {
      ...(before ? { first: here } : {}),
      ...(page.next ? { next: `${here}${here.includes('?') ? '&' : '?'}before=${page.next}` } : {}),
    },
  };
}

function placeFields(mail: TrayMail, form: Form | null, refusal: Refusal | undefined) {
  const errorOf = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const given = (name: string) => (form && one(form, 'do') !== 'dismiss' ? one(form, name) : '');
  const reason = form && one(form, 'do') !== 'dismiss' ? text(form, 'reason') : '';
  return [
    {
      kind: 'text',
      name: 'ref',
      label: 'Number of the request or post',
      hint: 'Such as HRA-2026-004 or DEP-2026-012.',
      value: form ? given('ref') : (mail.ref ?? ''),
      error: errorOf('ref'),
    },
    {
      kind: 'radios',
      name: 'audience',
      label: 'Who is to read it?',
      hint: 'It cannot be widened later.',
      options: Object.entries(REPLY_AUDIENCES).map(([value, words]) => ({ value, text: words })),
      value: given('audience'),
      error: errorOf('audience'),
    },
    {
      kind: 'long',
      name: 'reason',
      label: 'Why does it belong there?',
      rows: 2,
      value: reason,
      error: form && one(form, 'do') !== 'dismiss' ? errorOf('reason') : undefined,
    },
  ];
}

/** One mail: what it says, why it is here, and what can be done with it. */
export function inboundMailContext(mail: TrayMail, form: Form | null, refusal?: Refusal) {
  const open = mail.state === 'tray' || mail.state === 'automatic';
  const dismissing = form !== null && one(form, 'do') === 'dismiss';
  const errorId = (path: string) => (dismissing && path === 'reason' ? '#why' : `#${path}`);
  return {
    title: subjectOf(mail),
    lead: mail.reason,
    breadcrumbs: [HOME, LIST, { text: 'A mail' }],
    rows: [
      { key: 'From', value: fromOf(mail) },
      { key: 'To', value: mail.to },
      ...(mail.ref ? [{ key: 'About', value: mail.ref }] : []),
      ...(mail.files.length ? [{ key: 'Files', value: mail.files.join(', ') }] : []),
      ...(mail.settledBy ? [{ key: 'Settled by', value: `${mail.settledBy}: ${mail.settledReason ?? ''}` }] : []),
    ],
    receivedAt: mail.receivedAt,
    text: mail.text,
    closed: CLOSED[mail.state]?.read ?? '',
    source: paths.adminInboundSource(mail.id),
    action: paths.adminInboundMail(mail.id),
    open,
    fields: placeFields(mail, form, refusal),
    why: {
      kind: 'long',
      name: 'why',
      label: 'Why is it put aside?',
      rows: 2,
      value: dismissing ? text(form, 'why') : '',
      error: dismissing ? refusal?.fields?.[0]?.message : undefined,
    },
    dismissing,
    ...(refusal
      ? {
          errors: refusal.fields?.map((f) => ({ text: f.message, href: errorId(f.path) })) ?? [
            { text: refusal.message },
          ],
        }
      : {}),
  };
}
