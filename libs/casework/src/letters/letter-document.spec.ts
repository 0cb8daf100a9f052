import { expect, it } from '@jest/globals';
import type { Language, Letter } from '#domain';
import { textOfPdf } from '../../test/pdf-text.js';
import { partOfDocx, faultOfXml } from '../../test/docx-text.js';
import { letterDocument, letterFileName, letterFiles } from './letter-document.js';

const letterPdf = (letter: Letter): Promise<Buffer> => letterDocument(letter, 'pdf');

const aLetter = (change: Partial<Letter> = {}): Letter => ({
  language: 'en',
  ref: 'HRA-2027-014',
  date: '2027-02-03',
  to: 'The Resident Coordinator, Tanzania',
  subject: 'Request for a Human Rights Adviser: Tanzania (HRA-2027-014)',
  parts: [{ text: 'It is approved.' }, { text: 'Conditions:' }, { list: ['Name a successor.', 'Pay 20 %.'] }],
  signature: 'Joseph Masangu-Ó Briain',
  copies: 'Copies: Regional UNDG Team; OHCHR desk officer',
  ...change,
});

it('says every word of the letter, its reference and its date', async () => {
  const text = textOfPdf(await letterPdf(aLetter()));
  for (const words of [
    'The Resident Coordinator, Tanzania',
    'Request for a Human Rights Adviser: Tanzania (HRA-2027-014)',
    'It is approved.',
    'Name a successor.',
    'Pay 20 %.',
    'Joseph Masangu-Ó Briain',
    'Copies: Regional UNDG Team; OHCHR desk officer',
    'Reference HRA-2027-014',
    'Date 3 February 2027',
    'Page 1 / 1',
  ])
    expect(text).toContain(words);
});

it.each([
  ['en', '3 February 2027', 'For the Office of the High Commissioner'],
  ['fr', '3 février 2027', 'Pour le Haut-Commissariat'],
  ['es', '3 de febrero de 2027', 'Por la Oficina del Alto Comisionado'],
] as [Language, string, string][])(
  'has its form, its date and its language in %s',
  async (language, date, signatory) => {
    const pdf = await letterPdf(aLetter({ language }));
    const text = textOfPdf(pdf);
    expect(text).toContain(date);
    expect(text).toContain(signatory);
    expect(pdf.toString('latin1')).toMatch(new RegExp(`/Lang \\(${language}`));
  },
);

it('takes nothing for markup', async () => {
  const hostile = '#panic() *strong* $x$ #read("/etc/passwd") [a] <b> @c // d \\ `e` = f';
  const pdf = await letterPdf(aLetter({ parts: [{ text: hostile }, { list: [hostile] }], to: hostile }));
  expect(textOfPdf(pdf).split(hostile).length - 1).toBe(3);
});

it('takes long letters, line breaks, Arabic and signs that it has no glyph for', async () => {
  const long = Array.from({ length: 60 }, () => ({ text: 'One reason among many, told at length. '.repeat(12) }));
  const odd = { text: 'First line\nsecond line\n\u202Eحقوق الإنسان 🕊 \u0000\uFFFF' };
  const text = textOfPdf(await letterPdf(aLetter({ parts: [odd, ...long] })));
  expect(text).toContain('First line second line');
  expect(text).toMatch(/Page \d+ \/ \d+/);
  expect(text).not.toContain('Page 1 / 1');
});

it('has a name that tells letters of a request apart', () => {
  const of = { ref: 'HRA-2027-014', date: '2027-02-03' };
  expect(letterFileName(of, 'pdf')).toBe('HRA-2027-014-letter-2027-02-03.pdf');
  expect(letterFileName(of, 'docx')).toBe('HRA-2027-014-letter-2027-02-03.docx');
});

/** The words of a Word document, paragraph by paragraph. */
async function wordsOf(file: Buffer): Promise<string[]> {
  const parts = await Promise.all(['word/document.xml', 'word/footer1.xml'].map((part) => partOfDocx(file, part)));
  for (const xml of parts) expect(faultOfXml(xml)).toBeNull();
  return parts
    .flatMap((xml) => xml.split('</w:p>'))
    .map((xml) =>
      xml
        .replace(/<w:br\/>/g, ' ')
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    );
}

it.each(['en', 'fr', 'es'] as Language[])(
  'says the same words as a Word document and as PDF, in %s',
  async (language) => {
    const letter = aLetter({ language });
    const [pdf, docx] = await letterFiles(letter);
    const printed = textOfPdf(pdf!.content);
    const written = await wordsOf(docx!.content);
    expect(docx!.filename).toBe('HRA-2027-014-letter-2027-02-03.docx');
    for (const words of written.map((w) => w.trim()).filter((w) => w && !/ \d* ?\/ /.test(w) && !w.includes('\t')))
      if (!/Page|Página/.test(words)) expect(printed).toContain(words);
    const all = written.join('|');
    for (const part of letter.parts)
      for (const words of 'list' in part ? part.list : [part.text]) expect(all).toContain(words);
    for (const words of [letter.to, letter.subject, letter.signature, letter.copies!, letter.ref])
      expect(all).toContain(words);
  },
);

it('takes nothing for markup in a Word document, and no sign that one may not hold', async () => {
  const hostile = '<w:p>&amp; "x" \u0000\uFFFF </w:t>';
  const words = await wordsOf(await letterDocument(aLetter({ parts: [{ text: `${hostile}\nحقوق الإنسان` }] }), 'docx'));
  expect(words.join('|')).toContain('<w:p>&amp; "x"  </w:t> حقوق الإنسان');
});
