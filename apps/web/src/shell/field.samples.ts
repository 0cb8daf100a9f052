// What the snapshots of the fields are drawn from.

/** One field of every kind. */
export const FIELDS: Record<string, object> = {
  text: { name: 'title', label: 'Title', hint: 'Short', value: 'Malawi', error: 'Enter a title', width: 20 },
  number: { kind: 'number', name: 'cost', label: 'Cost', prefix: 'US$', value: '412000' },
  long: { kind: 'long', name: 'why', label: 'Why?', words: 100, value: 'Because', optional: true },
  plainLong: { kind: 'long', name: 'note', label: 'Note', value: '\nkept' },
  select: {
    kind: 'select',
    name: 'region',
    label: 'Region',
    quiet: true,
    options: [{ value: 'esa', text: 'Africa' }],
    value: 'esa',
  },
  radios: {
    kind: 'radios',
    name: 'track',
    label: 'Track',
    options: [{ value: 'u', text: 'Urgent', hint: { text: 'Say why' } }],
    value: 'u',
  },
  checkboxes: {
    kind: 'checkboxes',
    name: 'm',
    label: 'Mechanisms',
    options: [
      { value: 'upr', text: 'UPR' },
      { value: 'tb', text: 'TB' },
    ],
    value: ['tb'],
  },
  date: { kind: 'date', name: 'start', label: 'Start', value: { day: '1', month: '4', year: '2027' } },
  month: {
    kind: 'month',
    name: 'cf',
    label: 'Begins',
    value: { month: '1' },
    error: 'Enter the year',
    wrong: ['year'],
  },
  hidden: { kind: 'hidden', name: 'revision', value: '4' },
};
