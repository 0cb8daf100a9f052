import type { ReferenceData, RequestedPoint, SignedIn } from '#casework';
import { placesOnLand } from '../shell/static-assets.js';
import { words } from '../shell/words.js';
import { countOfBoth, offMap, placesOf, postsMap, regionShown } from './map.presenter.js';
import type { Opened } from './posts-frame.js';

const SKIP = {
  map: { href: '#countries', text: 'Skip the map: every country is in the table below' },
  overview: { href: '#attention', text: 'Skip the map: every post is in the table below' },
};

/** Reads what a map shows, posts and requests by one filter, and draws it on the land of its reader. */
export async function mapOf(opened: Opened, me: SignedIn, reference: ReferenceData) {
  const { view, query, tab, figures } = opened;
  const [posts, requests] = await Promise.all([view.points(), view.requested()]);
  const places = placesOf(posts, requests);
  const region = regionShown(query, me.assignments, places, reference.regionOf);
  const onLand = placesOnLand(region);
  const drawn = { region, onLand, endingMonths: words(view.asOf.endingMonths) };
  const given = { names: reference, today: view.asOf.today, query, tab };
  return {
    places,
    requests: requests as readonly RequestedPoint[],
    map: { ...postsMap(places, drawn, given), skip: tab === 'map' ? SKIP.map : SKIP.overview },
    off: offMap(figures.total, places, onLand),
    count: countOfBoth(figures.total, requests),
  };
}
