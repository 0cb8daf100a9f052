import type { FieldProblem } from '../refusal.js';
import { MODALITIES, type Modality, type RequestContent } from './content.js';

/** The forms of support by which one adviser serves several countries. */
const FOR_SEVERAL: readonly Modality[] = ['multiCountry', 'regional', 'regionalOfficeCover', 'surge'];

/** Answers that contradict each other: they are kept in a draft, and stand against a submission. */
export function fittingProblems({ type, countries = [], modality }: RequestContent): FieldProblem[] {
  if (type !== 'regional') return [];
  const forms = FOR_SEVERAL.map((form) => MODALITIES[form]).join(', ');
  return [
    ...(countries.length < 2
      ? [
          {
            path: 'countries',
            message: 'A regional request is for two countries or more. Choose another, or another type of request',
          },
        ]
      : []),
    ...(modality && !FOR_SEVERAL.includes(modality)
      ? [
          {
            path: 'modality',
            message: `A regional request asks for one adviser for several countries. Choose a form of support that is for several: ${forms}`,
          },
        ]
      : []),
  ];
}
