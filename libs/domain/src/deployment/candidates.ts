import type { Refusal } from '../refusal.js';
import { servesHost } from './access.js';
import { overlap } from './current.js';
import type { Span } from './facts.js';
import { inWords, refuseField, type DeploymentContext, type DeploymentStep } from './steps.js';

const LOOKS_LIKE_KEY = /@|^[0-9a-f]{8}-[0-9a-f]{4}-/i;
const accountNamed = (name: string, people: DeploymentContext['people']) => {
  const given = name.trim();
  return [name, given, given.toLowerCase()].flatMap((key) => (Object.hasOwn(people, key) ? [people[key]!] : []))[0];
};

/** Somebody named by e-mail address or id, else by a plain name: a candidate need not have an account. */
export function personNamed(
  name: string,
  people: DeploymentContext['people'],
): { id: string | null; name: string } | null {
  const known = accountNamed(name, people);
  if (known) return { id: known.id, name: known.name };
  return LOOKS_LIKE_KEY.test(name.trim()) ? null : { id: null, name: name.trim() };
}
export const NO_ACCOUNT =
  'Nobody with this address has an account here. Enter the name of the adviser, or ask an administrator for an account first';

/** Why somebody with an account cannot be the adviser of a post: the account is of another kind, or they would judge themselves. */
export function candidateRefusal(
  person: { id: string | null; name: string },
  {
    event,
    facts,
    actor,
    context,
  }: Pick<DeploymentStep<'SELECT'>, 'facts' | 'actor' | 'context'> & {
    event: { adviser: string };
  },
): Refusal | null {
  if (person.id === null) return null;
  if (person.id === actor.id) return refuseField('adviser', 'This is your own account. Enter who is selected');
  const account = accountNamed(event.adviser, context.people)!;
  if (servesHost(account, facts))
    return refuseField(
      'adviser',
      `${person.name} works on the side of the Resident Coordinator who supervises this post. Enter somebody else`,
    );
  return account.assignments.some((a) => a.role === 'adviser')
    ? null
    : refuseField(
        'adviser',
        `The account of ${person.name} is not the account of an adviser. Enter another person, or ask an administrator for the role first`,
      );
}

/** Nobody is in two posts on one day: why a term cannot be, where another one is still open or lasted until then. */
export function heldElsewhere(
  path: string,
  name: string,
  span: Span,
  { elsewhere = [] }: DeploymentContext,
): Refusal | null {
  const held = elsewhere.find((t) => overlap(t, span));
  return held
    ? refuseField(
        path,
        `${name} holds post ${held.ref}${held.until ? ` until ${inWords(held.until)}` : ''}. Record the end there first, or move the adviser from there`,
      )
    : null;
}
