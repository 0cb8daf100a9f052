import { MODALITIES, REQUEST_TYPES, ROLES, type RequestFacts, type Reviewer } from '#domain';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';
import type { Names } from '../request/case-words.js';
import { declarationFields, type TypedDeclaration } from './declaration.form.js';

/**
 * The page of the declaration. It says what is needed to know of a conflict and nothing else of the case: the country, the
 * kind of request and of support, the office, and the day. Its title and text come after.
 */
export function declarationContext(
  facts: RequestFacts,
  own: Reviewer,
  typed: TypedDeclaration,
  names: Names,
  errors: PageError[] = [],
) {
  const { countries, type, modality } = facts.summary;
  const late = own.state !== 'appointed';
  const places = countries.map((c) => names.countryName(c));
  return {
    title: 'Conflict of interest',
    breadcrumbs: [{ text: 'Your reviews', href: '/reviews' }, { text: facts.ref }],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    late,
    heading: late ? 'Declare a conflict that came to light' : 'Before you see the request',
    lead: late
      ? 'You will no longer see this request, and your scores will not count. The desk officer appoints another reviewer.'
      : 'Say whether you have a conflict of interest. The request itself is shown after that.',
    rows: [
      { label: places.length === 1 ? 'Country' : 'Countries', lines: places },
      { label: 'Type of request', value: REQUEST_TYPES[type] },
      { label: 'Form of support', value: MODALITIES[modality] },
      { label: 'Requesting office', value: `${ROLES.rcOffice}, ${places[0]}` },
      { label: 'Submitted', value: date(facts.submittedAt) },
    ],
    fields: declarationFields(typed, late, errors),
    button: late ? 'Declare the conflict' : 'Continue',
  };
}
