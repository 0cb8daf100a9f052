import type { Letter } from '#domain';
import { besideCode, typeset, type Attachment } from '#platform';
import { letterDocx } from './letter-docx.js';
import { letterLayout } from './letter-layout.js';

export { letterSignatory } from './letter-layout.js';

const TEMPLATE = besideCode('libs/casework/src/letters/letter.typ');

/** The kinds of document that a decision letter is sent and downloaded as. */
export const LETTER_FORMATS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type LetterFormat = keyof typeof LETTER_FORMATS;

/** Makes a document of a decision letter: in each kind the same words that the page shows and that were agreed. */
export function letterDocument(letter: Letter, format: LetterFormat): Promise<Buffer> {
  const layout = letterLayout(letter);
  return format === 'pdf' ? typeset(TEMPLATE, layout) : letterDocx(layout);
}

/** The name under which a letter is attached or downloaded. */
export const letterFileName = (letter: Pick<Letter, 'ref' | 'date'>, format: LetterFormat): string =>
  `${letter.ref}-letter-${letter.date}.${format}`;

/** A letter as it goes with a mail. */
export const letterFiles = (letter: Letter): Promise<Attachment[]> =>
  Promise.all(
    (Object.keys(LETTER_FORMATS) as LetterFormat[]).map(async (format) => ({
      filename: letterFileName(letter, format),
      content: await letterDocument(letter, format),
      contentType: LETTER_FORMATS[format],
    })),
  );
