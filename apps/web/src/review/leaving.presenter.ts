import type { RequestFacts } from '#domain';
import { placeOf, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { leavingFields, type Leaving, type TypedLeaving } from './leaving.form.js';

const WORDS: Record<Leaving, { title: (name: string) => string; lead: (name: string) => string; button: string }> = {
  decline: {
    title: () => 'Decline the appointment',
    lead: () =>
      'The desk officer is told, and can appoint somebody else. The request closes to you. What you have saved stays yours: nobody else reads it.',
    button: 'Decline the appointment',
  },
  release: {
    title: (name) => `Release ${name}`,
    lead: (name) =>
      `${name} is told, and the request closes to them. What they have saved stays in the record, and opens to nobody. You can appoint somebody else afterwards.`,
    button: 'Release',
  },
  conflict: {
    title: (name) => `Record a conflict of interest: ${name}`,
    lead: (name) =>
      `The request closes to ${name} for good, and scores that they gave do not count. They are told that one of their appointments has ended, and not which. The desk officer is told to see whether another is needed. The kind of conflict is shown to those who appoint, and to nobody else.`,
    button: 'Record the conflict',
  },
};
const OWN_CONFLICT =
  'You will no longer see this request, in whatever part you have in it. Somebody else who holds the same part has to take your place.';

export interface LeavingInput {
  leaving: Leaving;
  facts: RequestFacts;
  person: { name: string; own: boolean };
  typed: TypedLeaving;
  names: Names;
  /** Before a declaration nothing but the country is said of a request. */
  address: string;
  errors?: PageError[];
}

/** The page on which a reviewer leaves a request. */
export function leavingContext({ leaving, facts, person, typed, names, address, errors = [] }: LeavingInput) {
  const words = WORDS[leaving];
  const declined = leaving === 'decline';
  const yours = leaving === 'conflict' && person.own;
  return {
    title: yours ? 'Record your own conflict of interest' : words.title(person.name),
    breadcrumbs: declined
      ? [{ text: 'Your reviews', href: paths.reviews() }, { text: facts.ref }]
      : [
          { text: 'Requests', href: paths.requests() },
          { text: facts.ref, href: paths.request(facts.ref) },
        ],
    ...(errors.length ? { errors } : {}),
    eyebrow: `${facts.ref}, ${placeOf(facts.summary.countries, names)}`,
    lead: yours ? OWN_CONFLICT : words.lead(person.name),
    fields: leavingFields(leaving, typed, person.own, errors),
    button: words.button,
    address,
    back: declined ? paths.declaration(facts.ref) : paths.reviewers(facts.ref),
  };
}
