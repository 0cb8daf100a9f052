import { addDays, addMonths, type Day } from '#domain';
import type { ReferenceData } from '../reference-data.js';
import type { Connection } from '../transaction.js';
import { morePosts } from './demonstration-more-posts.js';
import { PostTeller, type PostStory } from './play-post.js';
import { arriving, heldPost, opening, searching, twoQuartersAgo } from './post-stories.js';
import { HONDURAS, MALAWI, MOLDOVA, NIGER, THE_PACIFIC } from './post-words.js';

const MONTHS_LEFT = 7;
const months = (from: Day, n: number): Day => addDays(addMonths(from, n), -1);

/** In post since two quarters, with an agreed plan and the updates of both. */
function malawi(today: Day): PostStory {
  const cast = { adviser: 'hra-mwi', coordinator: 'rc-mwi', desk: 'do-esa' };
  const arrived = twoQuartersAgo(today);
  const held = heldPost(MALAWI, cast, { arrived, endsOn: months(arrived, 24) });
  const note = 'The names that two organisations asked to be left out are kept with the regional office alone.';
  return {
    ...held,
    steps: [
      ...held.steps,
      { on: addDays(arrived, 60), by: cast.adviser, event: { type: 'NOTE_TO_OHCHR', text: note } },
    ],
  };
}

/** Seven months before the end, the Resident Coordinator has not said yet whether the post should go on. */
function niger(today: Day): PostStory {
  const cast = { adviser: 'hra-ner', coordinator: 'rc-ner', desk: 'do-wca' };
  const arrived = addMonths(today, MONTHS_LEFT - 24);
  const held = heldPost(NIGER, cast, { arrived, endsOn: months(arrived, 24) });
  const reviewed = addDays(arrived, 375);
  return {
    ...held,
    steps: [
      ...held.steps,
      {
        on: reviewed,
        by: cast.coordinator,
        event: {
          type: 'REVIEW',
          rating: 'asPlanned',
          text: 'The committee reports again, and the team asks for advice early.',
        },
      },
      {
        on: addDays(reviewed, 2),
        by: cast.desk,
        event: {
          type: 'REVIEW',
          rating: 'partly',
          text: 'Results at national level are good; the regions are not reached yet.',
        },
      },
    ],
  };
}

/** One adviser for five States; the plan waits for the Resident Coordinator. */
function thePacific(today: Day): PostStory {
  const cast = { adviser: 'hra-fji', coordinator: 'rc-fji', desk: 'do-ap' };
  const arrived = addDays(today, -120);
  const endsOn = months(arrived, 24);
  const held = heldPost(THE_PACIFIC, cast, { arrived, endsOn, agree: ['desk'] });
  // The plan was written lately, so that the time to agree to it has not run out.
  return { ...held, steps: held.steps.map((s, i) => (i < 5 ? s : { ...s, on: addDays(today, i - 10) })) };
}

/** The adviser left early; the regional office covers while a successor is sought. */
function moldova(today: Day): PostStory {
  const cast = { adviser: '', coordinator: 'rc-mda', desk: 'do-eca' };
  const arrived = addMonths(today, -14);
  const openedOn = addDays(arrived, -150);
  const left = addMonths(today, -2);
  return {
    ...opening(MOLDOVA, cast, openedOn),
    steps: [
      ...arriving(cast, 'Octavian Brânduş-Haddad', openedOn, arrived, months(arrived, 30)),
      { on: left, by: cast.desk, event: { type: 'LEAVE', on: left, reason: 'resigned', note: '' } },
      {
        on: addDays(left, 5),
        by: cast.desk,
        event: {
          type: 'BRIDGE',
          kind: 'regionalOffice',
          by: 'OHCHR Regional Office for Europe',
          from: addDays(left, 1),
          until: addMonths(today, 2),
        },
      },
      { on: addDays(today, -20), by: cast.desk, event: { type: 'ADVERTISE', until: addDays(today, 10) } },
    ],
    reports: null,
  };
}

/** A new post with a shortlist. */
function honduras(today: Day): PostStory {
  const openedOn = addDays(today, -70);
  return {
    ...opening(HONDURAS, { coordinator: '' }, openedOn),
    steps: searching('do-lac', openedOn),
    reports: null,
  };
}

/** Posts of all regions in every condition, told up to yesterday. */
export async function seedDemonstrationPosts(pool: Connection, reference: ReferenceData, today: Day): Promise<void> {
  const own = [malawi, niger, thePacific, moldova, honduras].map((tell) => tell(today));
  for (const story of [...own, ...morePosts(today)])
    await new PostTeller(pool, reference).tell(story, addDays(today, -1));
}
