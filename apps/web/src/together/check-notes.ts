import type { CaseView, DraftComment, Person } from '#casework';
import { unsigned, type RequestContent } from '#domain';
import { listed, placeOf, type Names } from '../request/case-words.js';
import type { Field } from '../request/field-models.js';
import { paths } from '../shell/paths.js';

/** Of a request of several offices: whose signatures it waits for. */
export function signaturesMissing({ facts }: CaseView, names: Names): string[] {
  const waiting = facts.together ? unsigned(facts) : [];
  if (waiting.length === 0) return [];
  return [
    `Before this request can be submitted, the text as it stands has to be signed for ${listed(waiting.map((c) => names.countryName(c)))}. A change makes the signatures void: ask for them when the text is ready.`,
  ];
}

/** The comments that wait still: they do not stand against a submission, and nobody else ever sees them. */
export const openComments = (ref: string, comments: readonly DraftComment[]) =>
  comments
    .filter((c) => !c.resolved)
    .map((c) => ({
      text: `Section ${c.section ?? ''}, ${c.by}: ${c.text.length > 120 ? `${c.text.slice(0, 120)} …` : c.text}`,
      href: `${paths.comments(ref)}#comment-${c.id}`,
    }));

/** Somebody who is named in the text as the one who asks, and is coordinator no more; and who is. */
export interface Succession {
  named: string;
  now: Pick<Person, 'name' | 'title' | 'email'>;
}

/** Who is coordinator now, where the text names another; null where it names them, or nobody. */
export function successionIn({ requestedBy }: RequestContent, coordinators: readonly Person[]): Succession | null {
  const [first] = coordinators;
  if (!first || !requestedBy?.name) return null;
  const same = (p: Person) => p.email === requestedBy.email?.toLowerCase() || p.name === requestedBy.name;
  const { name, title, email } = first;
  return coordinators.some(same) ? null : { named: requestedBy.name, now: { name, title, email } };
}

/** That the text names a coordinator of before, and the way to name the present one. */
export function successionField(found: Succession, { facts }: CaseView, names: Names): Field {
  const place = placeOf(facts.summary.countries.slice(0, 1), names);
  return {
    kind: 'checkboxes',
    name: 'requester',
    label: 'Who asks',
    hint: `The text names ${found.named} as the one who asks. The Resident Coordinator of ${place} is ${found.now.name} now, who holds this request with everything in it.`,
    options: [{ value: 'yes', text: `Name ${found.now.name} instead` }],
    value: [],
  };
}
