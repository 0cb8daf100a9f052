import { addDays, type Day } from '#domain';
import type { Connection } from '../transaction.js';
import type { Story, StoryStep } from './sample-story.js';

/** What the first two who scored say to each other once the scores are revealed, so that a visitor finds a discussion. */
const SAID = [
  { audience: 'panel', text: 'Who pays after the first year is named, and the sums are not. How did you weigh that?' },
  {
    audience: 'panel',
    text: 'I took the named sources as a start. If the others read it as open, I can see that too.',
  },
] as const;

/** A story in which the reviewers discuss what lies furthest apart. */
export function withDiscussion(story: Story): Story {
  const at = story.steps.findIndex(({ event }) => event.type === 'REVEAL');
  const scorers = story.steps.flatMap(({ by, event }) => (event.type === 'SCORE' ? [by] : []));
  const said = SAID.map((words, i): StoryStep => ({
    on: story.steps[at]!.on,
    by: scorers[i % scorers.length]!,
    event: { type: 'DISCUSS', criterion: 'sustainability', ...words },
  }));
  return { ...story, steps: [...story.steps.slice(0, at + 1), ...said, ...story.steps.slice(at + 1)] };
}

const LEAVE_DAYS = 14;
const DELEGATION = `
  INSERT INTO assignment (person_id, role, regions, countries, acting_for, acting_for_id, valid_from, valid_until)
  SELECT d.id, 'approver', s.regions, s.countries, a.name, a.id, $3::date, $4::date
  FROM person a JOIN assignment s ON s.person_id = a.id AND s.role = 'approver' AND s.acting_for_id IS NULL, person d
  WHERE a.email = $1 AND d.email = $2`;
const CONFLICT = `
  INSERT INTO registered_conflict (id, person_id, country, kind, reason, valid_from, recorded_by, recorded_name, recorded_at)
  SELECT gen_random_uuid(), p.id, $2, 'national', '', '2012-01-01', p.id, p.name, $3::date FROM person p WHERE p.email = $1`;

/** An approver on leave for whom another acts, and a reviewer who registered a conflict of interest. */
export async function seedPeopleAtWork(
  on: Connection,
  today: Day,
  emails: { approver: string; deputy: string; reviewer: string },
): Promise<void> {
  await on.query(DELEGATION, [emails.approver, emails.deputy, today, addDays(today, LEAVE_DAYS)]);
  await on.query(CONFLICT, [emails.reviewer, 'POL', today]);
}
