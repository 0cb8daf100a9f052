import { PEOPLE_AT_HEADQUARTERS } from './people-at-headquarters.js';
import { PEOPLE_IN_COUNTRIES } from './people-in-countries.js';
import { PEOPLE_IN_MORE_POSTS } from './people-in-more-posts.js';
import { PEOPLE_IN_POSTS } from './people-in-posts.js';
import { PEOPLE_IN_REGIONS } from './people-in-regions.js';
import type { DemonstrationPerson } from './person.js';

const EVERYBODY: readonly DemonstrationPerson[] = [
  ...PEOPLE_IN_COUNTRIES,
  ...PEOPLE_IN_REGIONS,
  ...PEOPLE_AT_HEADQUARTERS,
  ...PEOPLE_IN_POSTS,
  ...PEOPLE_IN_MORE_POSTS,
];

/** The people of the demonstration, one for every part in every case; marked as the inventions that they are. */
export const DEMONSTRATION_PEOPLE = EVERYBODY.map((person) => ({ ...person, illustrative: true as const }));
