import { describe, expect, it } from '@jest/globals';
import { citationIn, type CaseDocument } from '#domain';
import type { ReadAnswer, Reading } from '../request/reading.presenter.js';
import { citationTrouble, numberedText, targetsIn } from './numbered-text.js';

const answer = (more: Partial<ReadAnswer>): ReadAnswer => ({
  path: 'sections.ownership.whoAskedFirst',
  label: 'Who asked first?',
  restricted: false,
  shape: 'text',
  ...more,
});
const reading = (...answers: ReadAnswer[]): Reading => ({
  language: 'en',
  sections: [{ number: 2, id: 'section-2', eyebrow: 'Section 2', title: 'Ownership', answers, documents: [] }],
  ownAssessment: [],
});
const letter: CaseDocument = {
  id: 'd1',
  name: 'Letter.pdf',
  type: 'application/pdf',
  size: 1000,
  sha256: '0'.repeat(64),
  section: 9,
  tier: 'case',
  by: { id: 'p', name: 'Person' },
  at: '2027-03-01T09:00:00.000Z',
};
const read = (answers: ReadAnswer[], ...cited: [text: string, mark: number][]) =>
  numberedText(
    reading(...answers),
    [letter],
    (id) => `/documents/${id}`,
    cited.map(([text, mark]) => ({ ...citationIn(text), mark })),
  );
const [first, second] = [
  answer({ text: 'One.\r\n\r\nTwo\nlines.\n \nThree.' }),
  answer({ shape: 'list', list: ['a', 'b'] }),
];

describe('the paragraphs of a request', () => {
  it('are numbered through their section; a list has one number, and what is missing has none', () => {
    const { sections } = read([first!, answer({ shape: 'none' }), second!]);
    const answers = sections[0]!.answers;
    expect(answers.flatMap((a) => a.paragraphs.map((p) => p.number))).toEqual(['2.1', '2.2', '2.3']);
    expect(answers[0]!.paragraphs[1]!.segments).toEqual([{ text: 'Two\nlines.' }]);
    expect(answers[1]).toMatchObject({ missing: true, whole: null });
    expect(answers[2]!.whole).toMatchObject({ id: 'p-2-4', number: '2.4' });
  });
  it('are marked where they are cited: the words that are quoted, else the whole', () => {
    const text = read([first!], ['2.1', 1], ['2.3 “Three”', 4], ['2.3 “Four”', 5], ['Annex A', 2]);
    const [one, , three] = text.sections[0]!.answers[0]!.paragraphs;
    expect(one!.marks).toEqual([1]);
    expect(three!.segments).toEqual([{ text: 'Three', mark: 4 }, { text: '.' }]);
    expect(three!.marks).toEqual([5]);
    expect(text.annexes[0]).toMatchObject({ letter: 'A', href: '/documents/d1', marks: [2] });
  });
  it('are what a citation can point at, and nothing else is', () => {
    expect([...targetsIn(read([first!, second!]))].sort()).toEqual(['annex-A', 'p-2-1', 'p-2-2', 'p-2-3', 'p-2-4']);
  });
  it('say what is wrong with a citation, and nothing where the text has it', () => {
    const text = read([answer({ text: 'The team’s letter.\n\nThe plan of 2015.' }), second!]);
    const trouble = (line: string) => citationTrouble(text, citationIn(line), 3);
    for (const fine of [
      '2.1',
      "2.1 “The team's letter”",
      '2.2, the plan',
      '2.3 “a b”',
      'Annex A',
      'the minutes of June',
    ])
      expect([fine, trouble(fine)]).toEqual([fine, null]);
    expect(trouble('2.1 “plan of 2015”')).toBe('These words stand in paragraph 2.2, not in 2.1.');
    expect(trouble('2.1 “never said”')).toBe('These words are not in version 3 of the request.');
    expect(trouble('9.9')).toBe('There is no paragraph 9.9 in version 3.');
    expect(trouble('Annex C')).toBe('There is no annex C in version 3.');
  });
});
