import { ABSENCE_SCHEMAS } from './absences.schemas.js';
import { FREQUENCIES, GROUP_NAMES, LANGUAGES, NOTICE_NAMES } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  page,
  text,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const notice = choice(NOTICE_NAMES);
const frequency = choice(Object.keys(FREQUENCIES));
const group = choice(GROUP_NAMES);

/** Schemas of notices. */
export const NOTICE_SCHEMAS: Record<string, Schema> = {
  ...ABSENCE_SCHEMAS,
  NoticeRules: page(
    whole({
      rule: { ...notice, description: 'Also the name of its template' },
      title: text,
      about: choice(['request', 'post', 'case']),
      steps: list(text),
      clock: maybe(text),
      toldBy: text,
      audience: { type: 'string', description: 'In words; persons are found when it is sent' },
      group,
      urgency: choice(['high', 'normal', 'low']),
      usual: frequency,
      statutory: { type: 'boolean', description: 'It cannot be off' },
      languages: list(choice(Object.keys(LANGUAGES))),
      lastAt: maybe(instant),
      reached: number,
      failed: number,
    }),
  ),
  Notices: whole({
    unread: { type: 'integer', description: 'At most 100' },
    lostDigest: {
      ...maybe(whole({ at: instant, address: text, problem: text })),
      description:
        'Your last digest, where it did not reach you, with the words of the mail server; what it told is among the items',
    },
    items: list(
      whole({
        id: text,
        notice,
        title: text,
        group,
        urgency: choice(['high', 'normal', 'low']),
        at: instant,
        readAt: maybe(instant),
        about: maybe(whole({ kind: choice(['request', 'post']), ref: text, countries: list(text) })),
        waits: { ...maybe(yes), description: 'Null where it asks for nothing' },
        dueOn: maybe(day),
        who: { ...maybe(text), description: 'Which office or agency has answered, where it tells of an answer' },
        link: text,
      }),
    ),
    next: maybe({ type: 'string', description: 'Give it as “before” to go on; null at the end' }),
  }),
  UnreadNotices: whole({ unread: number }),
  NoticeSettings: whole({
    choices: object({}),
    quiet: maybe(whole({ from: number, until: number })),
    zone: text,
    weeklyOn: number,
    plain: yes,
    language: choice(Object.keys(LANGUAGES)),
    follows: whole({ regions: list(text), countries: list(text), states: list(text) }),
    version: number,
  }),
};
