import { addDays, addMonths, SYSTEM, type Day, type DeploymentFacts, type TermsVersion } from '#domain';
import { PostTeller, type PostStory } from '../../libs/casework/src/demonstration/play-post.js';
import {
  arriving,
  heldPost,
  opening,
  twoQuartersAgo,
  type PostWords,
} from '../../libs/casework/src/demonstration/post-stories.js';
import { MALAWI } from '../../libs/casework/src/demonstration/post-words.js';
import { someTerms } from '../../libs/domain/test/events.js';
import type { TestDatabase } from './database.js';

/** Who plays the other parts of the post, by key. */
export const AROUND_IT = { coordinator: 'rc-tza', desk: 'do-esa' } as const;
const TANZANIA: PostWords = {
  ...MALAWI,
  title: 'Human Rights Adviser, Tanzania',
  dutyStation: 'Dar es Salaam',
  covers: [['TZA', null]],
};

/** How far the story of the post in Tanzania is told, to a number of its steps, of which five lead to the arrival; nobody holds two posts. */
const STAGES = {
  arrived: { adviser: 'hra-ner', steps: 5, reports: false },
  planned: { adviser: 'hra-fji', steps: 6, reports: false },
  inPost: { adviser: 'hra-mwi', steps: 8, reports: true },
  // Near the end, after a review and within a renewal; the adviser has no account here.
  ending: { adviser: '', steps: 0, reports: false },
} as const;
export type PostStage = keyof typeof STAGES;
/** Who holds the post at a stage, by key. */
export const adviserAt = (stage: PostStage): string => STAGES[stage].adviser;

export interface HeldPost {
  ref: string;
  facts(): Promise<DeploymentFacts>;
  revision(): Promise<number>;
}

const months = (from: Day, n: number): Day => addDays(addMonths(from, n), -1);
/** Terms that both sides have signed. */
const signed = (day: Day): TermsVersion => {
  const by = { id: SYSTEM.id, name: 'Illustrative entry' };
  const at = `${day}T09:00:00.000Z`;
  const signatures = (['rc', 'ohchr'] as const).map((side) => ({ side, by, actingFor: null, at }));
  return { number: 1, content: someTerms(), by, at, signatures };
};
function endingStory(today: Day): PostStory {
  const { coordinator, desk } = AROUND_IT;
  const arrived = addMonths(today, 7 - 24);
  const openedOn = addDays(arrived, -150);
  const cast = { adviser: '', coordinator, desk };
  const { open } = opening(TANZANIA, cast, openedOn);
  const reviewed = addDays(today, -20);
  return {
    openedOn,
    open: { ...open, terms: signed(openedOn) },
    reports: null,
    steps: [
      ...arriving(cast, 'Amara Lindahl-Mushi', openedOn, arrived, months(arrived, 24)),
      { on: reviewed, by: coordinator, event: { type: 'REVIEW', rating: 'asPlanned', text: 'The plan is kept.' } },
      { on: reviewed, by: desk, event: { type: 'REVIEW', rating: 'partly', text: 'The regions are not reached.' } },
      { on: addDays(today, -10), by: coordinator, event: { type: 'ASK_EXTENSION', extend: true, text: 'It works.' } },
      { on: addDays(today, -2), by: desk, event: { type: 'START_CLOSING' } },
    ],
  };
}

function storyTo(stage: PostStage, today: string): PostStory {
  if (stage === 'ending') return endingStory(today);
  const { adviser, steps, reports } = STAGES[stage];
  // Where nothing was reported yet the arrival is so late that nothing has been due.
  const arrived = reports ? twoQuartersAgo(today) : addDays(today, -20);
  const story = heldPost(TANZANIA, { ...AROUND_IT, adviser }, { arrived, endsOn: addDays(addMonths(arrived, 24), -1) });
  const told = story.steps.slice(0, steps).map((s, i) => (reports || i < 5 ? s : { ...s, on: addDays(today, -2) }));
  return { ...story, steps: told, reports: reports ? story.reports : null };
}

/** Opens a post in Tanzania and brings it to a stage through the write path; the last step was yesterday at the latest. */
export async function postAt(db: TestDatabase, stage: PostStage): Promise<HeldPost> {
  const today = db.clock.now().toISOString().slice(0, 10);
  const ref = await new PostTeller(db.pool, db.reference).tell(storyTo(stage, today), addDays(today, -1));
  const row = async () => {
    const { rows } = await db.pool.query<{ facts: DeploymentFacts; revision: number }>(
      'SELECT facts, revision FROM deployment WHERE ref = $1',
      [ref],
    );
    return rows[0]!;
  };
  return { ref, facts: async () => (await row()).facts, revision: async () => (await row()).revision };
}
