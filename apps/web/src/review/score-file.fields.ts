/** What a score form says of itself. */
export interface FormOf {
  ref: string;
  requestVersion: number;
  criteriaVersion: number;
  reviewer: string;
  address: string;
}

export const SHEETS = { scores: 'Scores', levels: 'Levels' } as const;
/** The fields at the head of the form, by the words in the first column. */
export const HEAD: Record<keyof FormOf, string> = {
  ref: 'Request',
  requestVersion: 'Version of the request',
  criteriaVersion: 'Version of the criteria',
  reviewer: 'Reviewer',
  address: 'Address of the reviewer',
};
/** The columns of the table. */
export const COLUMNS = {
  criterion: 'Criterion',
  score: 'Score',
  reason: 'Reason',
  evidence: 'Evidence',
  confidence: 'How sure',
  weight: 'Weight',
  question: 'Question',
} as const;
export type Column = keyof typeof COLUMNS;
export const CANNOT_WORDS = 'cannot assess';
