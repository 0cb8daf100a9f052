import { hoursIn, workedBetween, type Day } from './days.js';
import { Story, type Place } from './story.js';

const NO_CONFLICT = { conflict: { declared: false } };

/** Until two reviewers have said that nothing stands against them: screened on the next day, appointed, declared. */
function underReview(place: Place, begin: Day): Story {
  const s = new Story(place, begin);
  const { geneva } = place.calendars;
  s.on(0, 'office', 'CREATE').on(0, 'coordinator', 'SUBMIT');
  s.tells(0, 'requestReceived', 'coordinator', 'office').tells(0, 'screeningNeeded', 'desk');
  s.on(1, 'desk', 'ACCEPT');
  s.waits({ who: 'desk', above: 'chairs', from: s.day(0), days: 5, in: geneva, done: s.day(1) });
  s.tells(1, 'requestAccepted', 'coordinator', 'office');
  s.tells(1, 'adviceWanted', 'team', 'regionalOffices').tells(1, 'reviewersWanted', 'desk');
  s.on(2, 'desk', 'APPOINT').tells(2, 'reviewerAppointed', 'first', 'second');
  for (const reviewer of ['first', 'second'] as const) {
    s.on(3, reviewer, 'DECLARE', NO_CONFLICT);
    s.waits({ who: reviewer, above: 'desk', from: s.day(2), days: 3, in: geneva, done: s.day(3) });
  }
  return s;
}

/** Each party that is asked, until the day on which it answers; without one until its time is over. Gives the last day of each. */
function advice(s: Story, answered?: number): Day[] {
  const { team, regionalOffices } = s.place.calendars;
  const parties = [
    { who: 'team' as const, in: team },
    ...regionalOffices.map((worked, i) => ({ who: { regionalOffice: i }, in: worked })),
  ];
  const ended = new Set<string>();
  return parties.map(({ who, in: worked }) => {
    const done = answered === undefined ? {} : { done: s.day(answered) };
    const due = s.waits({ who, from: s.day(1), days: 15, in: worked, ...done });
    if (answered !== undefined) {
      s.on(answered, who, 'ADVISE').tells(answered, 'adviceGiven', 'desk');
      return due;
    }
    // Nobody opens it: after a week the question is told once more.
    s.tells(8, 'adviceUnseen', who);
    s.tells(due, 'ownSilenceRecorded', who);
    // Whose midnight is the same fell silent together, and that is said once.
    const moment = `${due} ${hoursIn(worked.zone, due)}`;
    if (!ended.has(moment)) s.tells(due, 'silenceRecorded', 'desk');
    ended.add(moment);
    return due;
  });
}

/** Scored on a day, revealed on the next, settled on the one after. */
function scored(s: Story, on: number): void {
  s.on(on, 'first', 'SCORE').on(on, 'second', 'SCORE').tells(on, 'scoresComplete', 'desk');
  s.on(on + 1, 'desk', 'REVEAL').tells(on + 1, 'scoresRevealed', 'first', 'second');
  s.tells(on + 1, 'scoresToSettle', 'chairs');
  s.on(on + 2, 'chairs', 'SETTLE');
}

/** Recommended and declined, one day after the other. */
function declined(s: Story, recommended: number): void {
  s.on(recommended, 'chairs', 'RECOMMEND').tells(recommended, 'decisionNeeded', 'approvers');
  s.on(recommended + 1, 'approvers', 'DECLINE');
  s.tells(recommended + 1, 'decisionLetter', 'coordinator', 'team', 'desk');
}

/** Everybody does their part long before its time is over: nobody is reminded of anything. */
export function inGoodTime(place: Place, begin: Day): Story {
  const s = underReview(place, begin);
  advice(s, 5);
  scored(s, 6);
  s.tells(8, 'recommendationNeeded', 'chairs');
  declined(s, 9);
  return s;
}

/** Nobody checks it for twenty days; then it goes back, and the office lets it lapse. */
export function returnedAndForgotten(place: Place, begin: Day): Story {
  const s = new Story(place, begin);
  const { geneva, home } = place.calendars;
  s.on(0, 'office', 'CREATE').on(0, 'coordinator', 'SUBMIT');
  s.tells(0, 'requestReceived', 'coordinator', 'office').tells(0, 'screeningNeeded', 'desk');
  s.waits({ who: 'desk', above: 'chairs', from: s.day(0), days: 5, in: geneva, done: s.day(20) });
  // Two who wait press on one day, and on the next, a whole day later, they may again.
  s.nudges(7, 'office', 'screening', 'desk').nudges(7, 'chairs', 'screening', 'desk', { refused: 'tooSoon' });
  s.nudges(8, 'coordinator', 'screening', 'desk');
  s.on(20, 'desk', 'RETURN').tells(20, 'requestReturned', 'coordinator', 'office');
  s.waits({ who: 'office', above: 'coordinator', from: s.day(20), days: 15, in: home, done: s.day(80) });
  s.nudges(25, 'desk', 'returned', 'office').nudges(25, 'chairs', 'returned', 'office', { refused: 'tooSoon' });
  s.nudges(62, 'chairs', 'returned', 'office');
  s.tells(80, 'requestLapsed', 'coordinator', 'office', 'desk');
  return s;
}

/** A draft that nobody touches again. */
export function neverSubmitted(place: Place, begin: Day): Story {
  const s = new Story(place, begin);
  s.on(0, 'office', 'CREATE').tells(30, 'reminder', 'office');
  s.nudges(20, 'coordinator', 'draft', 'office', { refused: 'notNow' });
  return s.tells(180, 'draftExpired', 'coordinator', 'office');
}

/** No party gives advice; the panel is late, and so is the approver. */
export function silent(place: Place, begin: Day): Story {
  const s = underReview(place, begin);
  const { geneva } = place.calendars;
  // The panel waits for the regional team; what a regional office says after that reaches it still.
  const [ended] = advice(s);
  s.nudges(7, 'desk', 'consultation', 'team');
  s.nudges(8, 'office', 'consultation', 'team', { at: '08:59', refused: 'tooSoon' });
  s.nudges(8, 'office', 'consultation', 'team');
  scored(s, 6);
  s.tells(ended!, 'recommendationNeeded', 'chairs');
  s.waits({ who: 'chairs', above: 'approvers', from: ended!, days: 5, in: geneva, done: s.day(60) });
  s.nudges(25, 'office', 'recommendation', 'chairs');
  s.nudges(25, 'team', 'recommendation', 'chairs', { refused: 'tooSoon' });
  s.on(60, 'chairs', 'RECOMMEND').tells(60, 'decisionNeeded', 'approvers');
  s.waits({ who: 'approvers', above: 'chairs', from: s.day(60), days: 10, in: geneva, done: s.day(90) });
  s.nudges(61, 'chairs', 'decision', 'approvers').nudges(63, 'coordinator', 'decision', 'approvers');
  s.on(90, 'approvers', 'DECLINE').tells(90, 'decisionLetter', 'coordinator', 'team', 'desk');
  return s;
}

/** A question stops the time of the reviewers; the office answers late, and they go on with the days that were left. */
export function questioned(place: Place, begin: Day): Story {
  const s = underReview(place, begin);
  const { geneva, home } = place.calendars;
  advice(s, 5);
  s.on(4, 'desk', 'ASK', { question: 'Who pays for the second year?' });
  s.tells(4, 'questionAsked', 'office', 'coordinator');
  s.waits({ who: 'office', above: 'coordinator', from: s.day(4), days: 10, in: home, done: s.day(25) });
  s.nudges(9, 'first', 'clarification', 'office').nudges(9, 'desk', 'clarification', 'office', { refused: 'tooSoon' });
  s.nudges(9, 'chairs', 'review', 'first', { refused: 'standsStill' });
  s.on(25, 'office', 'ANSWER').tells(25, 'questionAnswered', 'desk', 'first', 'second');
  const allowed = 20 - workedBetween(s.day(1), s.day(4), geneva);
  const late = { above: 'desk', from: s.day(25), days: allowed, in: geneva, done: s.day(60) } as const;
  const due = s.waits({ who: 'first', ...late });
  // Both are late on one day, and the desk officer is told once of it.
  s.waits({ who: 'second', ...late, carriedWith: true });
  // To the office and the team, the review is the desk officer’s to see to; who reviews presses nobody who does.
  s.nudges(45, 'office', 'review', 'desk').nudges(45, 'team', 'review', 'desk', { refused: 'tooSoon' });
  s.nudges(45, 'chairs', 'review', 'first').nudges(45, 'desk', 'review', 'second');
  s.nudges(45, 'first', 'review', 'second', { refused: 'ownKind' });
  scored(s, 60);
  // The time of the review is one, and is over: who has it next is told so on the next day, and has it for two more.
  s.waits({ who: 'desk', above: 'chairs', from: s.day(60), until: due, in: geneva, done: s.day(61) });
  s.waits({ who: 'chairs', above: 'approvers', from: s.day(61), until: due, in: geneva, done: s.day(62) });
  s.tells(62, 'recommendationNeeded', 'chairs');
  declined(s, 63);
  return s;
}
