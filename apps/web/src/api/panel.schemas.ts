import { CRITERIA, PANEL_ANSWERS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  ref,
  revision,
  text,
  to,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const amount: Schema = { type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$', description: 'Exact decimal in US dollars' };
const FIGURE = whole({ exact: text, rounded: text });
const setting = whole({
  version: { type: 'integer', description: '0 while nothing was set' },
  money: maybe(amount),
  source: text,
  leastCoverage: { type: 'integer', description: 'Share of the weight that has to be assessed for a place' },
  setAt: maybe(instant),
  setBy: maybe(text),
});
const ANSWER = { answer: maybe(choice(Object.keys(PANEL_ANSWERS))), note: text, saidAt: maybe(instant) };
const said = { outcome: text, modality: text, conditions: list(text), reasons: text };

const call = whole({
  round: text,
  opens: day,
  closes: day,
  graceDays: number,
  lastDay: { ...day, description: 'Until then a request still counts' },
  version: { type: 'integer', description: '0 while nobody has set other days' },
  setAt: maybe(instant),
  setBy: maybe(text),
});

/** What the API says of a round. */
export const PANEL_SCHEMAS: Record<string, Schema> = {
  Call: call,
  CallList: whole({ today: day, items: list(to('Call')) }),
  CallVersions: whole({ round: text, items: list(to('Call')) }),
  PanelDate: whole({
    round: text,
    version: { type: 'integer', description: '0 while nothing was set' },
    startsAt: { ...maybe(instant), description: 'Null where there is no date, or none any more' },
    minutes: number,
    place: text,
    zone: text,
    setAt: maybe(instant),
    setBy: maybe(text),
  }),
  PanelDates: whole({
    round: text,
    items: list(to('PanelDate')),
    wouldTell: maybe(whole({ set: number, off: number })),
    answers: whole({
      counts: {
        ...maybe(whole({ yes: number, perhaps: number, no: number, none: number })),
        description: 'For who convenes it or compares its requests',
      },
      people: {
        ...maybe(list(whole({ name: text, ...ANSWER, proposedAt: maybe(instant), unreached: yes }))),
        description: 'For who reads the requests of a round',
      },
      mine: { ...maybe(to('PanelAnswer')), description: 'Null where you are not invited' },
    }),
  }),
  PanelAnswer: whole(ANSWER),
  RoundSetting: setting,
  RoundSettings: whole({ round: text, items: list(to('RoundSetting')) }),
  PanelCase: whole({
    ref,
    revision,
    countries: list(text),
    state: text,
    rank: { ...maybe(number), description: 'Counted among the requests in this answer' },
    tied: yes,
    unranked: maybe(choice(['blind', 'gone', 'notEnoughAssessed'])),
    basis: { ...maybe(choice(['settled', 'median'])), description: 'Null until all scores are revealed' },
    framework: { ...maybe(number), description: 'Version of the criteria' },
    scores: list(whole({ criterion: choice(CRITERIA), score: maybe(FIGURE), below: yes, spread: maybe(number) })),
    total: maybe(FIGURE),
    coverage: maybe(FIGURE),
    outcome: maybe(choice(['meets', 'doesNotMeet', 'notEnoughEvidence'])),
    moderation: yes,
    fragile: yes,
    regionalTeams: list(whole({ key: text, state: text, position: maybe(text) })),
    recommended: maybe(text),
    prepared: maybe(object({ ...said, by: text, at: instant })),
    firstYearCash: maybe(amount),
    cumulated: maybe(amount),
    side: maybe(choice(['above', 'below'])),
  }),
  RoundPanel: whole({
    round: text,
    more: { type: 'boolean', description: 'There are more requests than are compared here' },
    setting: to('RoundSetting'),
    line: maybe(
      whole({
        above: list(ref),
        next: list(ref),
        spent: amount,
        left: amount,
        reason: choice(['everythingFits', 'nextTooMuch', 'tie', 'costUnknown', 'nothingRanked']),
      }),
    ),
    frameworks: list(number),
    items: list(to('PanelCase')),
  }),
  PreparedList: whole({
    round: text,
    items: list(
      whole({
        ref,
        revision,
        ...said,
        refused: { ...maybe(text), description: 'Why it would not be sent' },
        adviceSince: yes,
        notices: list(whole({ notice: text, to: list(text) })),
        letterAfterDecision: whole({ language: text, copies: list(text) }),
      }),
    ),
  }),
  AppliedList: whole({
    round: text,
    items: list(whole({ ref, sent: yes, revision: maybe(number), state: maybe(text), problem: maybe(object({})) })),
  }),
};
