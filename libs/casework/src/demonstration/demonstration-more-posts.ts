import { addDays, addMonths, type Day, type DeploymentEvent, type Post } from '#domain';
import {
  ECUADOR,
  JORDAN,
  MADAGASCAR,
  MOZAMBIQUE,
  PAPUA_NEW_GUINEA,
  SOUTHERN_AFRICA,
  TAJIKISTAN,
  TOGO_AND_BENIN,
  ZAMBIA,
  ZAMBIA_OFFICER,
} from './more-post-words.js';
import { DEMONSTRATION_PEOPLE } from './people.js';
import type { PostStep, PostStory } from './play-post.js';
import { arriving, heldPost, opening, type PostCast } from './post-stories.js';

const term = (arrived: Day, months: number): { arrived: Day; endsOn: Day } => ({
  arrived,
  endsOn: addDays(addMonths(arrived, months), -1),
});
const step = (on: Day, by: string, event: DeploymentEvent): PostStep => ({ on, by, event });

/** The same story with something more in it, each step on its day. */
const withSteps = (story: PostStory, ...more: PostStep[]): PostStory => ({
  ...story,
  steps: [...story.steps, ...more].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
});
const asPost = (story: PostStory, change: Partial<Post>): PostStory => ({
  ...story,
  open: { ...story.open, post: { ...story.open.post, ...change } },
});

/** Who leads a post that stands under a region: the regional team, in whose name one person answers. */
function underTeam(story: PostStory, team: string, cluster: string | null = null): PostStory {
  const { name, title } = DEMONSTRATION_PEOPLE.find((p) => p.key === team)!;
  const reporting = story.open.post.reporting.map((r) => ({ ...r, name, title }));
  return asPost(story, { host: null, cluster, reporting });
}

const reviewed = ({ coordinator, desk }: PostCast, on: Day, rc: string, ohchr: string): PostStep[] => [
  step(on, coordinator, { type: 'REVIEW', rating: 'asPlanned', text: rc }),
  step(addDays(on, 2), desk, { type: 'REVIEW', rating: 'asPlanned', text: ohchr }),
];
/** The Resident Coordinator wants the post to go on, and the desk looks for somebody else. */
const succession = ({ coordinator, desk }: PostCast, on: Day): PostStep[] => [
  step(on, coordinator, {
    type: 'ASK_EXTENSION',
    extend: true,
    text: 'The country team needs an adviser beyond the term.',
  }),
  step(addDays(on, 25), desk, { type: 'PLAN_SUCCESSION', text: 'The adviser moves on; the post is advertised.' }),
];

/** Five months before the end of two years: asked for, and not decided. */
function zambia(today: Day): PostStory {
  const cast = { adviser: 'hra-zmb', coordinator: 'rc-zmb', desk: 'do-esa' };
  const time = term(addMonths(today, -19), 24);
  return withSteps(
    heldPost(ZAMBIA, cast, time),
    ...reviewed(cast, addDays(time.arrived, 375), 'The commission works better.', 'Well placed and well used.'),
    step(addDays(today, -95), cast.coordinator, {
      type: 'ASK_EXTENSION',
      extend: true,
      text: 'The new cooperation framework begins in a year; the adviser is needed to draft it.',
    }),
  );
}

/** A second kind of presence in the same country. */
function zambiaOfficer(today: Day): PostStory {
  const cast = { adviser: 'hno-zmb', coordinator: 'rc-zmb', desk: 'do-esa' };
  const story = asPost(heldPost(ZAMBIA_OFFICER, cast, term(addMonths(today, -8), 24)), { grade: 'NO-C' });
  const funding = story.open.funding.map((f) => ({ ...f, source: 'unct' as const, name: 'Country team, Zambia' }));
  return { ...story, open: { ...story.open, funding } };
}

/** The successor is agreed upon, and comes three months after the end. */
function madagascar(today: Day): PostStory {
  const cast = { adviser: 'hra-mdg', coordinator: 'rc-mdg', desk: 'do-esa' };
  const time = term(addMonths(today, -10), 12);
  const after = (days: number) => addDays(time.arrived, days);
  return withSteps(
    heldPost(MADAGASCAR, cast, time),
    ...succession(cast, after(105)),
    ...reviewed(cast, after(190), 'Displacement is in the plans of the districts.', 'On its way.'),
    step(after(200), cast.desk, { type: 'ADVERTISE', until: after(230) }),
    step(after(240), cast.desk, { type: 'SHORTLIST', candidates: 6 }),
    step(after(262), cast.desk, {
      type: 'SELECT',
      adviser: 'Emeline Jokinen-Dosso',
      expectedOn: addDays(time.endsOn, 92),
    }),
    step(after(268), cast.coordinator, { type: 'CONSULTED', agrees: true, note: '' }),
  );
}

function southernAfrica(today: Day): PostStory {
  const cast = { adviser: 'hra-saf', coordinator: 'rt-esa', desk: 'do-esa' };
  return underTeam(heldPost(SOUTHERN_AFRICA, cast, term(addMonths(today, -9), 24)), 'rt-esa');
}

/** From the roster, six weeks ago, for half a year. */
function mozambique(today: Day): PostStory {
  const time = term(addDays(today, -40), 6);
  const openedOn = addDays(time.arrived, -16);
  const { open } = opening(MOZAMBIQUE, { coordinator: 'rc-moz' }, openedOn);
  return {
    openedOn,
    open: { ...open, urgent: true },
    steps: [
      step(addDays(openedOn, 3), 'do-esa', {
        type: 'SELECT',
        adviser: 'Henrique Solheim-Macuácua',
        expectedOn: time.arrived,
      }),
      step(addDays(openedOn, 5), 'rc-moz', { type: 'CONSULTED', agrees: true, note: '' }),
      step(time.arrived, 'do-esa', { type: 'ARRIVE', on: time.arrived, endsOn: time.endsOn }),
    ],
    reports: null,
  };
}

function togoAndBenin(today: Day): PostStory {
  const cast = { adviser: 'hra-tgo', coordinator: 'rt-wca', desk: 'do-wca' };
  const story = heldPost(TOGO_AND_BENIN, cast, term(addMonths(today, -5), 24));
  return underTeam(story, 'rt-wca', 'OHCHR West Africa Regional Office, Dakar');
}

/** Seven weeks before the end the search for a successor has only begun: by its own medians it takes too long. */
function jordan(today: Day): PostStory {
  const cast = { adviser: 'hra-jor', coordinator: 'rc-jor', desk: 'rv-sabbaghi' };
  const time = term(addDays(addMonths(today, -12), 48), 12);
  const after = (days: number) => addDays(time.arrived, days);
  return withSteps(
    heldPost(JORDAN, cast, time),
    ...succession(cast, after(120)),
    ...reviewed(cast, after(190), 'The plan has figures now.', 'Well used by the government.'),
    step(addDays(today, -24), cast.desk, { type: 'ADVERTISE', until: addDays(today, 6) }),
  );
}

/** A cluster under the office in Bishkek, in the days of its mid-term review. */
function tajikistan(today: Day): PostStory {
  const cast = { adviser: 'hra-tjk', coordinator: 'rc-tjk', desk: 'do-eca' };
  const story = heldPost(TAJIKISTAN, cast, term(addDays(addMonths(today, -12), -8), 24));
  return asPost(story, { cluster: 'OHCHR Regional Office for Central Asia' });
}

/** The adviser left before the end, and the post stands empty. */
function papuaNewGuinea(today: Day): PostStory {
  const cast = { adviser: '', coordinator: 'rc-png', desk: 'do-ap' };
  const { arrived, endsOn } = term(addMonths(today, -9), 24);
  const openedOn = addDays(arrived, -140);
  const left = addDays(today, -46);
  return {
    ...opening(PAPUA_NEW_GUINEA, cast, openedOn),
    steps: [
      ...arriving(cast, 'Ruben Achterberg-Koroma', openedOn, arrived, endsOn),
      step(left, cast.desk, { type: 'LEAVE', on: left, reason: 'resigned', note: '' }),
      step(addDays(left, 12), cast.desk, { type: 'ADVERTISE', until: addDays(left, 42) }),
    ],
    reports: null,
  };
}

function ecuador(today: Day): PostStory {
  const cast = { adviser: 'hra-ecu', coordinator: 'rc-ecu', desk: 'do-lac' };
  return heldPost(ECUADOR, cast, term(addMonths(today, -6), 24));
}

/** Posts of all regions in the conditions that a region has to look at, besides those of the advisers' desks. */
export const morePosts = (today: Day): PostStory[] =>
  [
    zambia,
    zambiaOfficer,
    madagascar,
    southernAfrica,
    mozambique,
    togoAndBenin,
    jordan,
    tajikistan,
    papuaNewGuinea,
    ecuador,
  ].map((tell) => tell(today));
