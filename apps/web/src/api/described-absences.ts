import { ApiBody, ApiExtraModels } from '@nestjs/swagger';
import { AbsenceShape } from './absences.dto.js';
import { ok, problem } from './described-parts.js';

/** What the calls about days away say of themselves. */
export const ABSENCE_DESCRIPTIONS = {
  listAbsences: [
    'When you are away, now or later, and in which time zone your days are counted',
    ok('Your days away', 'Absences'),
  ],
  listAllAbsences: [
    'Who is away now or later',
    ok('Days away of everybody', 'AllAbsences'),
    problem(403, 'For administrators'),
  ],
  setAbsence: [
    'Say that you are away between two days, at most a year; as an administrator, that somebody else is. While you are away, reminders go to whoever acts for you',
    ok('The days away of the person', 'Absences', 201),
    ApiExtraModels(AbsenceShape),
    ApiBody({ type: AbsenceShape }),
    problem(403, 'An administrator says it of others'),
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
  endAbsence: [
    'End days away from today on; what had not begun is taken back',
    ok('Your days away', 'Absences'),
    problem(404, 'There is no such absence of yours, or it is over'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
