import { opens, postKeysFor, type Tier } from '../people/access.js';
import { isRcSide, reaches, ROLES, type Actor, type Assignment, type Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import { concernedCountries, expectedAdviser, presentTerm } from './current.js';
import { deploymentEventRule, type DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';

/** The one answer for a post that does not exist and for one that the sender may not know of. */
export const noSuchPost = (): Refusal =>
  refuse('notFound', 'There is no such post, or it is not one that you can open.');

/**
 * The locks of a post: the countries that it covers now or is to cover, its regions, the fund, and whoever is in post or is
 * to arrive. Who has left the post has no key to it any more.
 */
export function deploymentLocksOf(facts: DeploymentFacts): string[] {
  const locks = new Set(['audit', 'fund', 'desk:*', 'team:*']);
  for (const country of concernedCountries(facts)) locks.add(`rc:${country}`);
  for (const region of facts.post.regions) locks.add(`desk:${region}`).add(`team:${region}`);
  for (const person of [presentTerm(facts)?.person, expectedAdviser(facts)])
    if (person?.id) locks.add(`adviser:${person.id}`);
  return [...locks].sort();
}

/** Whether the person may know that the post exists. */
export const maySeeDeployment = (actor: Actor, facts: DeploymentFacts): boolean =>
  actor.system === true || opens(postKeysFor(actor), deploymentLocksOf(facts));

/** Whether the person is the adviser in post. */
export const isAdviserOf = (actor: Actor, facts: DeploymentFacts): boolean =>
  presentTerm(facts)?.person.id === actor.id && actor.assignments.some((a) => a.role === 'adviser');

/** Whether the person acts or reads for the Resident Coordinator who supervises: the one of the host country. */
export const servesHost = (actor: Actor, { post }: Pick<DeploymentFacts, 'post'>): boolean =>
  post.host !== null && actor.assignments.some((a) => isRcSide(a.role) && a.countries.includes(post.host!));

const TIERS: Record<string, Tier[]> = {
  rc: ['case'],
  desk: ['case', 'assessment'],
  team: ['case'],
  fund: ['case'],
  adviser: ['case'],
  audit: ['case', 'assessment'],
};
/** The tiers of a post that the person may read; empty when they may not know of it. */
export function deploymentTiersFor(actor: Actor, facts: DeploymentFacts): Set<Tier> {
  if (actor.system) return new Set(['case', 'assessment']);
  if (!maySeeDeployment(actor, facts)) return new Set();
  const locks = deploymentLocksOf(facts);
  return new Set(
    postKeysFor(actor)
      .any.filter((k) => locks.includes(k))
      .flatMap((k) => TIERS[k.split(':')[0]!] ?? []),
  );
}

/** The roles that take a step of this post: where there is no host country, its regional team stands for the coordinator. */
function rolesFor(facts: DeploymentFacts, type: DeploymentEventType): readonly Role[] {
  const { roles } = deploymentEventRule(type);
  return facts.post.host === null && roles.includes('residentCoordinator')
    ? [...roles.filter((r) => !isRcSide(r)), 'regionalTeam']
    : roles;
}

/** In which role a person would take a step of a post, or why they may not. What they may not know of is "not found". */
export function roleForDeployment(
  actor: Actor,
  facts: DeploymentFacts,
  type: DeploymentEventType,
): Assignment | Refusal {
  const { roles: usual, bySystem } = deploymentEventRule(type);
  if (actor.system)
    return usual.length === 0 || bySystem
      ? { role: 'administrator', regions: [], countries: [] }
      : refuse('notYourRole', 'A person does this, not a clock.');
  return maySeeDeployment(actor, facts) ? roleInPost(actor, facts, type) : noSuchPost();
}
/** The same of somebody who may know of the post. */
export function roleInPost(actor: Actor, facts: DeploymentFacts, type: DeploymentEventType): Assignment | Refusal {
  const roles = rolesFor(facts, type);
  const { host, regions } = facts.post;
  const where = { countries: host === null ? [] : [host], regions };
  const fitting = actor.assignments.filter(
    (a) => roles.includes(a.role) && (a.role === 'adviser' ? isAdviserOf(actor, facts) : reaches(a, where)),
  );
  // Who signs in their own right comes before who acts for somebody.
  const best = fitting.find((a) => a.role !== 'actingCoordinator') ?? fitting[0];
  return best ?? refuse('notYourRole', whoDoes(roles));
}

function whoDoes(roles: readonly Role[]): string {
  if (roles.length === 0) return 'Only the clock of the system does this.';
  if (roles.every((r) => r === 'adviser')) return 'Only the adviser in post does this.';
  const names = roles.map((r) => ROLES[r]);
  const last = names.pop()!;
  const list = names.length ? `${names.join(', ')} or ${last}` : last;
  return roles.every(isRcSide)
    ? `This is done by the ${list} of the host country.`
    : `This is done by the ${list} of this post.`;
}
