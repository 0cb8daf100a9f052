import type { Day } from './days.js';
import { Story, type Place } from './story.js';

/** A post is opened: its search is the desk officer's, who has twenty working days to advertise it. */
function opened(place: Place, begin: Day, advertised?: number): Story {
  const s = new Story(place, begin);
  s.on(0, 'desk', 'OPEN').tells(0, 'postOpened', 'desk');
  const done = advertised === undefined ? {} : { done: s.day(advertised) };
  s.waits({ who: 'desk', above: 'chairs', from: s.day(0), days: 20, in: place.calendars.geneva, ...done });
  if (advertised !== undefined)
    s.on(advertised, 'desk', 'ADVERTISE').tells(advertised, 'recruitmentStage', 'coordinator', 'office');
  return s;
}

/** Found in the time that there is for it; the adviser comes ten days late. */
function arrived(place: Place, begin: Day): Story {
  const s = opened(place, begin, 5);
  const { geneva, home } = place.calendars;
  const desk = { who: 'desk', above: 'chairs', in: geneva } as const;
  s.waits({ ...desk, from: s.day(5), days: 30, done: s.day(20) });
  s.on(20, 'desk', 'SHORTLIST').tells(20, 'shortlistMade', 'coordinator', 'office');
  s.waits({ ...desk, from: s.day(20), days: 20, done: s.day(35) });
  s.on(35, 'desk', 'SELECT').tells(35, 'selectionConsultation', 'coordinator');
  s.waits({ who: 'coordinator', above: 'desk', from: s.day(35), days: 5, in: home, done: s.day(37) });
  s.nudges(36, 'desk', 'recruitment', 'coordinator');
  s.nudges(36, 'chairs', 'recruitment', 'coordinator', { refused: 'tooSoon' });
  s.on(37, 'coordinator', 'CONSULTED').tells(37, 'candidateAgreed', 'desk').tells(37, 'adviserExpected', 'adviser');
  // They were expected thirty days after they were selected.
  s.waits({ ...desk, from: s.day(37), until: s.day(65), done: s.day(75) });
  s.nudges(60, 'office', 'recruitment', 'desk');
  s.on(75, 'desk', 'ARRIVE');
  s.tells(75, 'workPlanToWrite', 'adviser');
  return s.tells(75, 'adviserArrived', 'coordinator', 'office', 'desk', 'team');
}

/** Nobody advertises it, however often it is said. */
export function neverAdvertised(place: Place, begin: Day): Story {
  const s = opened(place, begin);
  s.nudges(20, 'office', 'recruitment', 'desk').nudges(20, 'team', 'recruitment', 'desk', { refused: 'tooSoon' });
  return s.nudges(75, 'chairs', 'recruitment', 'desk');
}

/** The search is stopped, and nobody says in time what becomes of the post. */
export function stopped(place: Place, begin: Day): Story {
  const s = opened(place, begin, 5);
  const desk = { who: 'desk', above: 'chairs', in: place.calendars.geneva } as const;
  s.waits({ ...desk, from: s.day(5), days: 30, done: s.day(12) });
  s.on(12, 'desk', 'CANCEL').tells(12, 'recruitmentStopped', 'coordinator', 'office', 'team');
  s.waits({ ...desk, from: s.day(12), days: 10, done: s.day(60) });
  s.nudges(35, 'coordinator', 'vacancy', 'desk').nudges(37, 'team', 'vacancy', 'desk');
  s.on(60, 'desk', 'CLOSE').tells(60, 'postEnded', 'coordinator', 'office', 'desk', 'team', 'fund');
  return s;
}

/** The adviser leaves after twenty days; a bridge ends, and nobody says what comes then. */
export function leftEarly(place: Place, begin: Day): Story {
  const s = arrived(place, begin);
  const { geneva } = place.calendars;
  const desk = { who: 'desk', above: 'chairs', in: geneva } as const;
  s.on(95, 'desk', 'LEAVE').tells(95, 'postEmpty', 'desk', 'coordinator', 'office', 'team');
  s.waits({ ...desk, from: s.day(95), days: 10, done: s.day(97) });
  s.on(97, 'desk', 'BRIDGE', { from: s.day(97), until: s.day(130) });
  s.tells(97, 'gapBridged', 'coordinator', 'office', 'desk', 'team');
  s.waits({ ...desk, from: s.day(97), until: s.day(130) });
  return s.nudges(98, 'coordinator', 'vacancy', 'desk');
}

/** The last days of the quarters of a year, and the day on which the report of each is due. */
const QUARTERS = (year: string): { end: Day; due: Day }[] => [
  { end: `${year}-03-31`, due: `${year}-04-15` },
  { end: `${year}-06-30`, due: `${year}-07-15` },
  { end: `${year}-09-30`, due: `${year}-10-15` },
];
const daysFrom = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** The work plan is agreed in time; no report of a quarter ever comes. */
export function withoutReports(place: Place, begin: Day): Story {
  const s = arrived(place, begin);
  const { geneva, home } = place.calendars;
  s.waits({ who: 'adviser', above: 'coordinator', from: s.day(75), until: s.day(135), in: home, done: s.day(95) });
  s.on(95, 'adviser', 'PLAN').tells(95, 'workPlanToAgree', 'coordinator', 'desk');
  s.waits({ who: 'coordinator', above: 'desk', from: s.day(95), days: 10, in: home, done: s.day(97) });
  s.waits({ who: 'desk', above: 'chairs', from: s.day(95), days: 10, in: geneva, done: s.day(98) });
  s.nudges(96, 'adviser', 'workPlanAgreement', 'coordinator');
  s.nudges(96, 'office', 'workPlanAgreement', 'desk').nudges(96, 'chairs', 'workPlanAgreement', 'desk', {
    refused: 'tooSoon',
  });
  s.nudges(96, 'office', 'report', 'adviser').nudges(96, 'desk', 'report', 'adviser', { refused: 'tooSoon' });
  s.on(97, 'coordinator', 'AGREE_WORK_PLAN').on(98, 'desk', 'AGREE_WORK_PLAN');
  s.tells(98, 'workPlanAgreed', 'adviser', 'coordinator', 'desk');
  // A quarter of which they served fewer than thirty days is part of the next one.
  for (const { end, due } of QUARTERS(begin.slice(0, 4)))
    if (daysFrom(s.day(75), end) >= 30)
      s.waits({ who: 'adviser', above: 'coordinator', from: s.day(75), until: due, in: home, before: [10, 2] });
  return s;
}
