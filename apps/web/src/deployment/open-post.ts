import type { Posts, PostRead, ReferenceData, SignedIn } from '#casework';
import { dayAtStation, noSuchPost, type Day } from '#domain';
import type { Clock } from '#platform';
import { Refused } from '../shell/refusals.js';

/** The post as this person may see it; "not found" where they may not know of it. */
export async function openPost(posts: Posts, ref: string, me: SignedIn): Promise<PostRead> {
  const view = await posts.find(ref, me);
  if (!view) throw new Refused(noSuchPost());
  return view;
}

/** The day that it is at the duty station of a post, by which its terms and clocks are counted. */
export const todayAt = (
  { facts }: Pick<PostRead, 'facts'>,
  reference: Pick<ReferenceData, 'zoneOf'>,
  clock: Pick<Clock, 'now'>,
): Day => dayAtStation({ at: clock.now().toISOString(), zoneOf: reference.zoneOf }, facts.post.host);
