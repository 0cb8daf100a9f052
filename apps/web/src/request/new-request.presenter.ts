import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { detailsFields, type DetailsInput } from './details.presenter.js';

const ASIDE = [
  {
    title: 'What comes next',
    items: [
      'Nine sections, in any order. Five of them answer the criteria that reviewers score.',
      'Documents and endorsements, and a check against the five criteria.',
      'The Resident Coordinator signs and submits.',
    ],
  },
  {
    title: 'You can change your mind',
    items: ['Everything on this page can be changed until the request is submitted.'],
  },
];

/** The page on which a request begins. */
export function newRequestPage(input: DetailsInput) {
  const { fields, errors } = detailsFields(input);
  return {
    title: 'Start a request',
    heading: 'Start a request for a Human Rights Adviser',
    lead: 'What you answer here opens a draft. Only your office sees it until it is submitted.',
    breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Start a request' }],
    fields,
    hidden: stepFields(0),
    button: 'Open the draft',
    back: { text: 'Back to your work', href: paths.home() },
    aside: ASIDE,
    ...(errors.length ? { errors } : {}),
  };
}
