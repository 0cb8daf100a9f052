import { CONFLICT_KINDS, DECLINE_CODES, RELEASE_CODES } from '#domain';
import { Choice, Text } from './shapes.js';

export class DeclineAppointmentShape {
  @Choice(Object.keys(DECLINE_CODES), 'Why') code: string;
  @Text(2_000, 'Why, in words; the desk officer reads it') reason: string;
}
export class ReleaseShape {
  @Text(100, 'The reviewer, by identifier') person: string;
  @Choice(Object.keys(RELEASE_CODES), 'Why') code: string;
  @Text(2_000, 'Why, in words') reason: string;
}
export class HandBackReviewShape {
  @Text(100, 'The reviewer, by identifier; the register sends this, never a person') person: string;
}
export class RecordConflictShape {
  @Text(100, 'The reviewer, or yourself, by identifier') person: string;
  @Choice(Object.keys(CONFLICT_KINDS), 'What kind of conflict') kind: string;
  @Text(2_000, 'What the conflict is, in a sentence') reason: string;
}
