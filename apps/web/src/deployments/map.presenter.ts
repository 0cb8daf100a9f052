import type { PostRow, RequestedPoint } from '#casework';
import { isRcSide, STATES, type Assignment } from '#domain';
import { inSentence, plural, statusOf, type Names } from '../request/case-words.js';
import type { LandPoint } from '../shell/land-map.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { MARK_OF, noteOf, noteText } from './post-words.js';
import type { Given } from './posts.presenter.js';
import { filtersOf, postsAddress, type PostsQuery } from './posts-query.js';

type SeatedPost = PostRow & { posts: number };
/** What a map marks: a country with posts, with requests, or with both. */
interface Place {
  country: string;
  post: SeatedPost | null;
  request: RequestedPoint | null;
}

/** The countries of a map, those with posts first, as urgent as they are. */
export function placesOf(posts: readonly SeatedPost[], requests: readonly RequestedPoint[]): Place[] {
  const asked = new Map(requests.map((request) => [request.country, request]));
  const held = posts.map((post): Place => ({ country: post.host!, post, request: asked.get(post.host!) ?? null }));
  const seen = new Set(held.map(({ country }) => country));
  const rest = requests.filter(({ country }) => !seen.has(country));
  return [...held, ...rest.map((request): Place => ({ country: request.country, post: null, request }))];
}

/** Roles that look at posts of no place of their own. */
const PLACELESS = ['adviser', 'reviewer', 'administrator'];

/** The region to which a map is fitted: the one that is asked for, or the only one that there is for its reader; none for the world. */
export function regionShown(
  query: Pick<PostsQuery, 'region'>,
  assignments: readonly Assignment[],
  places: readonly Place[],
  regionOf: (country: string) => string | null,
): string {
  if (query.region) return query.region;
  const placed = assignments.filter(({ role }) => !PLACELESS.includes(role));
  if (placed.some((a) => a.regions.length === 0 && a.countries.length === 0)) return '';
  const own = placed.flatMap((a) => (isRcSide(a.role) ? a.countries.map(regionOf) : a.regions));
  const regions = new Set(placed.length > 0 ? own : places.map(({ country }) => regionOf(country)));
  return regions.size === 1 ? ([...regions][0] ?? '') : '';
}

const requestWords = ({ ref, state, requests }: RequestedPoint): string =>
  requests > 1 ? `${words(requests)} requests under way` : `request ${ref}, ${inSentence(STATES[state].label)}`;
const postAddress = (post: SeatedPost, query: PostsQuery): string =>
  post.posts > 1 ? postsAddress('table', filtersOf(query), { country: post.host! }) : paths.deployment(post.ref);
const requestAddress = ({ ref, country, requests }: RequestedPoint): string =>
  requests > 1 ? `${paths.requests()}?country=${country}&open=true` : paths.request(ref);

function pointText({ post, request }: Place, today: string): string {
  const asked = request ? requestWords(request) : '';
  if (!post) return asked;
  const several = post.posts > 1 ? `${post.posts} posts` : '';
  return [noteText(post, today), several, asked].filter(Boolean).join('; ');
}

const MOST_LABELS = 14;
/** A region has room for the names of all its countries. */
const MOST_IN_REGION = 40;

/** How a map is drawn: on which land, with which places of the countries. */
export interface Drawn {
  region: string;
  onLand: Record<string, [number, number]>;
  endingMonths: string;
}

/** The points of the map: one for each country, that of its most urgent post, or of what is asked for there. */
export function postsMap(places: readonly Place[], drawn: Drawn, { names, today, query }: Given) {
  let labels = drawn.region ? MOST_IN_REGION : MOST_LABELS;
  const points = places.flatMap((place): LandPoint[] => {
    const at = drawn.onLand[place.country];
    if (!at) return [];
    const { post, request } = place;
    const urgent = post?.standing === 'ranOut' || post?.standing === 'gap' || post?.standing === 'ending';
    const labelled = (urgent || drawn.region !== '') && labels > 0;
    labels -= labelled ? 1 : 0;
    return [
      {
        x: at[0],
        y: at[1],
        mark: post ? MARK_OF[post.standing] : 'starting',
        name: names.countryName(place.country),
        text: pointText(place, today),
        href: post ? postAddress(post, query) : requestAddress(request!),
        labelled,
      },
    ];
  });
  const where = drawn.region ? `${names.regionName(drawn.region)}. ` : '';
  return {
    label: drawn.region
      ? `Posts and requests by country, ${names.regionName(drawn.region)}`
      : 'Posts and requests by country',
    region: drawn.region,
    endingText: `Ends within ${drawn.endingMonths} months`,
    caption: `${where}Points mark the country of the duty station, or the one that asks.`,
    points,
  };
}

/** The requests of a map in words, for a page whose tables are of posts alone. */
export const requestLinks = (requests: readonly RequestedPoint[], names: Names) =>
  requests.map((request) => ({
    text: names.countryName(request.country),
    href: requestAddress(request),
    note: request.requests > 1 ? `${words(request.requests)} requests` : STATES[request.state].label,
  }));

/** Every country of the map, with what its point says. */
export function countriesTable(places: readonly Place[], most: number, { names, today, query }: Given) {
  return {
    caption: 'Countries with posts or requests',
    columns: [
      { key: 'country', text: 'Country' },
      { key: 'posts', text: 'Posts', numeric: true },
      ...(places.some(({ request }) => request) ? [{ key: 'requests', text: 'Requests', numeric: true }] : []),
      { key: 'note', text: 'What to know' },
    ],
    rows: places.slice(0, most).map(({ country, post, request }) => {
      const single = post ? (post.posts === 1 ? post.ref : '') : request!.requests === 1 ? request!.ref : '';
      const asked = request && { text: String(request.requests), href: requestAddress(request) };
      return {
        country: {
          text: names.countryName(country),
          href: post ? postAddress(post, query) : requestAddress(request!),
          note: single,
        },
        posts: String(post?.posts ?? 0),
        requests: post ? (asked ?? '0') : String(request!.requests),
        note: post
          ? noteOf(post, today)
          : { text: `Requested: ${inSentence(statusOf(request!.state).text)}`, tone: 'blue' },
      };
    }),
  };
}

/** How many posts and requests there are, in the words of the count above them. */
export function countOfBoth(posts: number, requests: readonly RequestedPoint[]): string {
  const asked = requests.reduce((n, { requests: some }) => n + some, 0);
  const some = `${posts.toLocaleString('en-GB')} ${plural(posts, 'post', 'posts')}`;
  return asked === 0
    ? posts === 0
      ? ''
      : `${some}.`
    : `${some} and ${asked.toLocaleString('en-GB')} ${plural(asked, 'request', 'requests')} under way.`;
}

/** What has no point: posts without a country of duty, or of a country beyond the land that is shown. */
export function offMap(total: number, places: readonly Place[], onLand: Drawn['onLand']): string {
  const shown = places.reduce((n, { country, post }) => n + (onLand[country] ? (post?.posts ?? 0) : 0), 0);
  const left = total - shown;
  return left <= 0
    ? ''
    : `${words(left, true)} ${plural(left, 'post has no point', 'posts have no point')} here: a post that is shared by several countries may have no single country of duty.`;
}
