import type { PostRead, PostWork, SignedIn } from '#casework';
import { deploymentView, postTodosFor } from '#domain';
import type { DeploymentBuilder, PostPart } from '../../libs/domain/test/a-deployment.js';
import { signedIn } from './seen.js';

// What the reads of casework would give of a post that a builder brought to where it is, so that presenters need no database.

/** A part of the post's cast as somebody who is signed in. */
export const partOf = (it: DeploymentBuilder, part: PostPart): SignedIn => signedIn(it.cast[part]);

/** The post as a person sees it. */
export function postSeenBy(it: DeploymentBuilder, part: PostPart): PostRead {
  const facts = deploymentView(it.facts, it.cast[part]);
  if (!facts) throw new Error(`${part} may not know of this post.`);
  return { facts, whole: it.facts, revision: it.entries.length, changedAt: new Date(it.at) };
}

/** What of the post waits for a person. */
export const postTodosOf = (it: DeploymentBuilder, part: PostPart): PostWork[] =>
  postTodosFor(it.facts, it.cast[part]).map((todo) => ({ ...todo, facts: it.facts, revision: it.entries.length }));
