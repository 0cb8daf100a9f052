import type { Pool, PoolClient } from 'pg';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isRefusal,
  MONDAY_TO_FRIDAY,
  type Actor,
  type Day,
  type RequestContent,
} from '#domain';
import { Casework } from '../advance.js';
import { Deadlines } from '../delivery/sweep.js';
import type { Connection } from '../transaction.js';
import { People } from '../people.js';
import type { ReferenceData } from '../reference-data.js';
import { seedDraftAtWork } from './draft-shown.js';
import { seedDemonstrationPosts } from './demonstration-posts.js';
import { seedDays } from './days-shown.js';
import { seedRegionalDraft } from './regional-draft.js';
import { seedPeopleAtWork, withDiscussion } from './judging-shown.js';
import { DEMONSTRATION_PEOPLE } from './people.js';
import { sampleStory, type SampleId, type Story } from './sample-story.js';
import { storyOfTwoApprovers } from './two-approvers.js';

/** How far each sample has come on the first day of a demonstration: working days since its decision, or still a draft. */
const TODAY: { id: SampleId; decidedBefore: number | null }[] = [
  { id: '04', decidedBefore: 12 },
  { id: '03', decidedBefore: 4 },
  { id: '08', decidedBefore: 2 },
  { id: '01', decidedBefore: null },
];

/** What of a request is counted from its start: the start itself, and the years of its costs. */
function inItsTime(content: RequestContent, start: Day): Partial<RequestContent> {
  const years = Number(start.slice(0, 4)) - Number(content.requestedStart!.slice(0, 4));
  const { sections } = content;
  const costs = sections?.costAndHosting;
  if (!costs?.years) return { requestedStart: start };
  const moved = { ...costs, years: costs.years.map((y) => ({ ...y, year: y.year + years })) };
  return { requestedStart: start, sections: { ...sections, costAndHosting: moved } };
}

/** Nobody works at a weekend: what would fall on one is taken on the Friday before it, so that all keeps its order. */
const workingDayOf = (day: Day): Day =>
  addDays(day, [-2, 0, 0, 0, 0, 0, -1][new Date(`${day}T00:00:00Z`).getUTCDay()]!);

/** Moves the days of a sample's story to where it stands on the first day of a demonstration. */
function shiftTo(today: Day, story: Story, decidedBefore: number | null): (day: Day) => Day {
  const days =
    decidedBefore === null
      ? daysBetween(story.steps[0]!.on, addDays(today, 1))
      : daysBetween(story.decidedOn, addWorkingDays(today, -decidedBefore, MONDAY_TO_FRIDAY));
  return (day) => workingDayOf(addDays(day, days));
}

/** How the days of those who act for somebody move: they belong to the story of Azerbaijan. */
export function shiftOfDelegations(reference: ReferenceData, today: Day): (day: Day) => Day {
  const { id, decidedBefore } = TODAY.find((sample) => sample.id === '03')!;
  return shiftTo(today, sampleStory(id, reference.regionOf), decidedBefore);
}

/** Plays a story through the write path, one step after the other, each at nine in the morning or later of its shifted day. */
export async function playStory(
  pool: Connection,
  reference: ReferenceData,
  story: Story,
  shift: (day: Day) => Day,
  upTo = story.steps.length,
): Promise<string> {
  let now = new Date();
  const clock = { now: () => now };
  const casework = new Casework(pool, clock, reference);
  const people = new People(pool, clock);
  let minute = 0;
  const at = (day: Day) => (now = new Date(`${shift(day)}T09:${String((minute += 1) % 60).padStart(2, '0')}:00Z`));
  const actor = async (key: string): Promise<Actor> => {
    const person = await people.find(DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email);
    if (!person) throw new Error(`The demonstration person “${key}” is not in the database.`);
    return person;
  };
  at(story.openedOn);
  const content = {
    ...story.content,
    ...(story.content.requestedStart ? inItsTime(story.content, shift(story.content.requestedStart)) : {}),
  };
  const opened = await casework.open(await actor(story.openedBy), content);
  if (isRefusal(opened)) throw new Error(`Sample ${story.id} cannot be opened: ${JSON.stringify(opened)}`);
  for (const step of story.steps.slice(0, upTo)) {
    at(step.on);
    const done = await casework.advance(opened.ref, await actor(step.by), step.event, { revision: 'latest' });
    if (isRefusal(done))
      throw new Error(`Sample ${story.id}, ${step.event.type} by ${step.by}: ${JSON.stringify(done)}`);
  }
  return opened.ref;
}

/** A regional draft of three offices, and the four sample requests as cases whose story is running today: three decided lately, Tanzania a draft ready to be submitted; one that two approvers decide; and posts in every condition. */
export async function seedDemonstrationCases(pool: Pool, reference: ReferenceData, today: Day): Promise<void> {
  const client = await pool.connect();
  try {
    // All of it or nothing: a start that is cut off must not leave half a story, which the next one would take for whole.
    await client.query('BEGIN');
    await playAll(client, reference, today);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** After the hour at which the clocks of a day strike. */
const NOON = '12:00:00Z';

/** What the clocks of the past had to say is said now, to be ticked off with everything else; the steps that they take by themselves are in the stories. */
async function passClocks(client: PoolClient, now: Date): Promise<void> {
  const deadlines = new Deadlines(client, { now: () => now });
  while ((await deadlines.sweep()).taken > 0);
}

async function playAll(client: PoolClient, reference: ReferenceData, today: Day): Promise<void> {
  for (const { id, decidedBefore } of TODAY) {
    const story = sampleStory(id, reference.regionOf);
    const upTo = decidedBefore === null ? 0 : undefined;
    const ref = await playStory(client, reference, withDiscussion(story), shiftTo(today, story, decidedBefore), upTo);
    if (decidedBefore === null) await seedDraftAtWork(client, reference, today, ref);
  }
  const together = storyOfTwoApprovers();
  await playStory(client, reference, together, shiftTo(today, together, 1));
  const emailOf = (key: string) => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email.toLowerCase();
  await seedPeopleAtWork(client, today, {
    approver: emailOf('ap-masangu'),
    deputy: emailOf('ap-okonta'),
    reviewer: emailOf('rv-dabrowiecki'),
  });
  await seedDemonstrationPosts(client, reference, today);
  await seedRegionalDraft(client, reference, today);
  await seedDays(client, today, emailOf('ad-halvorsen'));
  await passClocks(client, new Date(`${today}T${NOON}`));
  // The story of the past was told in its time: nobody is written to about it now.
  await client.query('UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL');
}
