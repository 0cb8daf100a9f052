import type { Posts, PostRead, SignedIn } from '#casework';
import { noSuchPost } from '#domain';
import { Refused } from '../shell/refusals.js';

/** The post as this person may see it; "not found" where they may not know of it. */
export async function openPost(posts: Posts, ref: string, me: SignedIn): Promise<PostRead> {
  const view = await posts.find(ref, me);
  if (!view) throw new Refused(noSuchPost());
  return view;
}
