import type { Question } from '#domain';
import type { Cell, RowShape } from './rows.js';

const PAID = [
  { value: 'cash', text: 'In cash' },
  { value: 'in-kind', text: 'In kind' },
] as const;

export const ENDORSEMENTS: RowShape = {
  noun: 'Endorsement',
  add: 'Add an endorsement',
  cells: [
    { key: 'agency', label: 'Agency', reading: 'text', span: 3 },
    { key: 'name', label: 'Head of agency', reading: 'text', span: 6 },
    {
      key: 'position',
      label: 'Position',
      reading: 'choice',
      kind: 'select',
      span: 3,
      narrow: 6,
      options: [
        { value: 'endorses', text: 'Endorses' },
        { value: 'declines', text: 'Declines' },
        { value: 'no answer', text: 'No answer' },
      ],
    },
    {
      key: 'contribution.kind',
      label: 'Contribution',
      reading: 'choice',
      kind: 'select',
      span: 3,
      narrow: 6,
      options: [{ value: 'none', text: 'None' }, ...PAID],
    },
    {
      key: 'contribution.amountUSD',
      label: 'Amount or value',
      reading: 'amountOrNone',
      kind: 'number',
      span: 3,
      narrow: 7,
      prefix: 'US$',
    },
    { key: 'contribution.text', label: 'What for, or why not', reading: 'line', kind: 'long', span: 6 },
  ],
};

export const RECOMMENDATIONS: RowShape = {
  noun: 'Recommendation',
  add: 'Add a recommendation',
  cells: [
    { key: 'body', label: 'Mechanism', reading: 'text', span: 3, narrow: 8 },
    { key: 'year', label: 'Year', reading: 'whole', kind: 'number', span: 2, narrow: 4 },
    { key: 'theme', label: 'Theme', reading: 'text', span: 4 },
    {
      key: 'position',
      label: 'Position of the State',
      reading: 'nullableChoice',
      kind: 'select',
      span: 3,
      options: [
        { value: '', text: 'None needed' },
        { value: 'supported', text: 'Supported' },
        { value: 'noted', text: 'Noted' },
      ],
    },
    { key: 'text', label: 'Recommendation', reading: 'text', kind: 'long', span: 12 },
  ],
};

/** For requests of several countries: which of them a recommendation concerns. */
export const concerns = (options: Cell['options']): Cell => ({
  key: 'countries',
  label: 'Countries that it concerns',
  reading: 'codes',
  kind: 'checkboxes',
  span: 12,
  options: options!,
});

export const COVERAGE: RowShape = {
  noun: 'Country',
  add: 'Add a country',
  cells: [
    { key: 'country', label: 'Country', reading: 'choice', kind: 'select', span: 4, narrow: 8 },
    { key: 'daysPerYear', label: 'Days a year', reading: 'whole', kind: 'number', span: 2, narrow: 4 },
    { key: 'first', label: 'What first', reading: 'optional', kind: 'long', span: 4, optional: true },
    {
      key: 'shareUSD',
      label: 'Its share of a year',
      reading: 'amountMaybe',
      kind: 'number',
      span: 2,
      narrow: 6,
      prefix: 'US$',
      optional: true,
    },
  ],
};

/** A year of the cost table; its items stand under it. */
export const YEAR: RowShape = {
  noun: 'Year',
  add: 'Add a year',
  cells: [
    { key: 'year', label: 'Year', reading: 'whole', kind: 'number', span: 2, narrow: 6 },
    { key: 'months', label: 'Months', reading: 'whole', kind: 'number', span: 2, narrow: 6 },
  ],
};
export const ITEM: RowShape = {
  noun: 'Item',
  add: 'Add an item',
  cells: [
    { key: 'label', label: 'What', reading: 'line', kind: 'long', span: 5 },
    { key: 'amountUSD', label: 'US dollars', reading: 'amount', kind: 'number', span: 2, narrow: 6 },
    { key: 'paidBy', label: 'Paid by', reading: 'text', span: 3, narrow: 6 },
    { key: 'kind', label: 'How', reading: 'choice', kind: 'select', span: 2, narrow: 6, options: PAID },
  ],
};

/** The rows of each kind of question that is answered in rows. */
export const SHAPES: Partial<Record<Question['kind'], RowShape>> = {
  endorsements: ENDORSEMENTS,
  recommendations: RECOMMENDATIONS,
  coverage: COVERAGE,
};
