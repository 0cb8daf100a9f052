import type { KeptConflict } from '#casework';
import { REGISTERED_KINDS, type Day } from '#domain';
import type { Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';
import { conflictFields, type TypedConflict } from './conflicts.form.js';

export interface ConflictsInput {
  person: { id: string; name: string; own: boolean };
  kept: KeptConflict[];
  typed: TypedConflict;
  names: Names;
  countries: { value: string; text: string }[];
  today: Day;
  errors?: PageError[];
  /** Whom an administrator keeps the register for. */
  people: { text: string; href: string }[];
}

/** The register of one person, with the form that adds to it. */
export function conflictsContext(input: ConflictsInput) {
  const { person, kept, typed, names, countries, today, errors = [], people } = input;
  const address = person.own ? paths.conflicts() : paths.conflicts(person.id);
  return {
    title: person.own ? 'Your conflicts of interest' : `Conflicts of interest: ${person.name}`,
    breadcrumbs: [{ text: 'Your work', href: '/' }, { text: 'Conflicts of interest' }],
    ...(errors.length ? { errors } : {}),
    lead: person.own
      ? 'Register a country whose requests you must not judge. From then on its requests are closed to you: in lists, counts, search and mails. You are not appointed to review them, and reviews of them that you have in hand go back. Those who appoint learn that there is a conflict, not what it is.'
      : `The requests of a registered country are closed to ${person.name}: in lists, counts, search and mails. Reviews of them that are in hand go back on its first day, at once where it has begun, until the scores are revealed: the desk officers are told, and ${person.name} is told that an appointment has ended, without the request being named. Nobody but ${person.name} and administrators reads what the conflict is.`,
    address,
    languages: person.own ? paths.workingLanguages() : paths.workingLanguages(person.id),
    rows: kept.map((c) => ({
      country: names.countryName(c.country),
      kind: REGISTERED_KINDS[c.kind] ?? c.kind,
      reason: c.reason,
      days: c.until ? `${date(c.from)} to ${date(c.until)}` : `From ${date(c.from)}`,
      by: `${c.recordedBy}, ${date(c.recordedAt)}`,
      end: c.until === null || c.until >= today ? `${paths.conflicts(person.id)}/${c.id}/end` : '',
    })),
    fields: conflictFields(typed, countries, errors),
    people,
  };
}
