import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  FIRST_TERMS,
  LANGUAGES,
  readTerms,
  type Clause,
  type Language,
  type TermsContent,
  type TermsSubject,
  type TermsVersion,
} from '#domain';
import { projectRoot } from '#platform';
import { faultOfXml, partOfDocx, textOfDocx } from '../../test/docx-text.js';
import { textOfPdf } from '../../test/pdf-text.js';
import { contentOf } from '../demonstration/sample-story.js';
import { termsDocument, termsFileName } from './terms-document.js';
import type { TermsPaper } from './terms-layout.js';

const SAMPLE = join(projectRoot(), 'libs/casework/data/samples/requests/01-tanzania-upr-follow-up.json');
const names = {
  countryName: (code: string, language: Language) =>
    code === 'TZA' ? { en: 'Tanzania', fr: 'Tanzanie', es: 'Tanzanía' }[language] : code,
  regionName: (code: string) => code,
};
const subject: TermsSubject = {
  ref: 'HRA-2027-014',
  language: 'en',
  modality: 'inCountry',
  regions: ['esa'],
  countries: ['TZA'],
  content: contentOf(JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>),
  terms: null,
};
const first = readTerms(subject, FIRST_TERMS, names);
const person = (name: string) => ({ id: name, name });

function adapted(change: (clauses: Clause[]) => Clause[] = (c) => c): TermsVersion {
  const clauses = first.content.clauses
    .filter((c) => c.key !== 'counterparts.humanitarian')
    .map((c) => (c.key === 'purpose' ? { ...c, text: `${c.text}\n\nA sentence of this post.` } : c));
  const content: TermsContent = { ...first.content, clauses: change(clauses) };
  const at = '2027-03-01T10:00:00.000Z';
  const signature = { side: 'rc' as const, by: person('Ama Dlamini'), actingFor: 'Jean Ó Briain', at };
  return { number: 3, content, by: person('Kofi Desk'), at, signatures: [signature] };
}
function paper(language: Language, version: TermsVersion | null = adapted()): TermsPaper {
  const reading = readTerms({ ...subject, terms: version }, FIRST_TERMS, names);
  const reporting = [{ part: 'supervisor', name: 'Ama Dlamini', title: 'Resident Coordinator', from: '2027-04-01' }];
  return { reading, version, language, reporting, names };
}
const plain = (text: string) => text.replace(/\s+/g, ' ');
/** Without what stands at the foot of each page, so that a paragraph may go on over the page. */
const withoutFeet = (text: string) =>
  text.replace(/ Terms of reference, HRA\S+ Version 3 of 1 March 2027 Page \d+ \/ \d+/g, '');
const textIn = async (format: 'docx' | 'pdf', terms: TermsPaper): Promise<string> =>
  plain(
    await (format === 'pdf'
      ? textOfPdf(await termsDocument(terms, 'pdf'))
      : textOfDocx(await termsDocument(terms, 'docx'))),
  );

const SAYS: Record<Language, string[]> = {
  en: [
    'Terms of reference: Tanzania',
    'Version 3 of 1 March 2027 made from version 1 of the standard terms',
    'Duties to national capacity',
    'Criteria: Ownership; Sustainability',
    'Signed by Ama Dlamini on 1 March 2027',
    'Acting for Jean Ó Briain',
    'Not yet signed',
    'Annex: where these terms leave the standard',
    'A sentence of this post.',
    'Humanitarian action and recovery Removed',
    'Who holds the roles',
    'Ama Dlamini, Resident Coordinator',
  ],
  fr: [
    'Cahier des charges : Tanzanie',
    'Version 3 du 1er mars 2027 établi à partir de la version 1 du texte type',
    'Le conseiller est déployé par le Haut-Commissariat',
    'Signé par Ama Dlamini le 1er mars 2027',
    'Pas encore signé',
    'A sentence of this post.',
    'dans la langue dans laquelle la clause a été convenue',
    'Fin prévue : 30 juin 2016',
  ],
  es: [
    'Términos de referencia: Tanzanía',
    'Versión 3 del 1 de marzo de 2027 a partir de la versión 1 del texto tipo',
    'Firmado por Ama Dlamini el 1 de marzo de 2027',
    'Aún sin firmar',
    'Suprimida',
    'Lugar de destino: Dar es Salaam',
  ],
};

describe.each(['docx', 'pdf'] as const)('terms of reference as %s', (format) => {
  it.each(Object.keys(LANGUAGES) as Language[])('say everything in %s', async (language) => {
    const text = withoutFeet(await textIn(format, paper(language)));
    for (const words of SAYS[language]) expect(text).toContain(plain(words));
    const reading = paper(language).reading;
    const printed = language === 'en' ? reading.content.clauses : reading.standard.clauses.slice(0, 0);
    for (const { heading, text: of } of printed) {
      expect(text).toContain(heading);
      for (const line of of.split('\n').filter((l) => l.trim())) expect(text).toContain(plain(line.replace(/^- /, '')));
    }
  });

  it('set colons and semicolons as the language does', async () => {
    expect(await textIn(format, paper('fr'))).toMatch(/Critères\s: [^:]+\s; /);
    expect(await textIn(format, paper('es'))).toMatch(/Criterios: [^:]+\S; /);
  });

  it('say that nobody has proposed them, and that nothing leaves the standard', async () => {
    const text = await textIn(format, { ...paper('en', null), reporting: [] });
    expect(text).toContain('Not yet proposed made from version 1 of the standard terms');
    expect(text).not.toContain('Who holds the roles');
    expect(text).toContain('Serve as technical secretary to the coordination committee');
    const bare = readTerms({ ...subject, content: {} }, FIRST_TERMS, names);
    expect(await textIn(format, { ...paper('es', null), reading: bare })).toContain('Nada se aparta del texto tipo.');
  });

  it('take nothing for mark-up, and leave out signs that nobody can read', async () => {
    const hostile = '#panic() *x* $y$ <w:p> & "q" \' ]]> #read("/etc/passwd")';
    const version = adapted((clauses) => [
      ...clauses,
      {
        key: 'added.9',
        heading: hostile,
        text: `${hostile}\n- حقوق\u0001\uFFFF\n  - ${hostile}`,
        criteria: [],
        results: [hostile],
      },
    ]);
    const text = await textIn(format, paper('en', version));
    expect(text.split(hostile).length - 1).toBeGreaterThanOrEqual(4);
  });

  it('has a name that tells versions and languages apart', () => {
    const { reading } = paper('fr');
    expect(termsFileName(reading, adapted(), 'fr', format)).toBe(`HRA-2027-014-terms-of-reference-v3-fr.${format}`);
    expect(termsFileName(reading, null, 'en', format)).toBe(`HRA-2027-014-terms-of-reference-draft-en.${format}`);
  });
});

describe('each format', () => {
  it('Word: headings, points, page numbers and marked words, each part well-formed', async () => {
    const file = await termsDocument(paper('es'), 'docx');
    const [body, footer, styles] = await Promise.all(
      ['word/document.xml', 'word/footer1.xml', 'word/styles.xml'].map((part) => partOfDocx(file, part)),
    );
    for (const part of [body!, footer!, styles!]) expect(faultOfXml(part)).toBeNull();
    for (const mark of ['w:val="Heading1"', 'w:val="Heading3"', '<w:numId', '<w:strike', '<w:u ', '<w:tblHeader'])
      expect(body).toContain(mark);
    expect(footer).toMatch(/PAGE.*NUMPAGES/s);
    expect(footer).toContain('HRA-2027-014. Versión 3');
    expect(styles).toContain('w:val="es-ES"');
  });

  it('PDF: its language, its pages', async () => {
    const pdf = await termsDocument(paper('fr'), 'pdf');
    expect(pdf.toString('latin1')).toMatch(/\/Lang \(fr/);
    const pages = /Page 1 \/ (\d+)/.exec(textOfPdf(pdf))?.[1];
    expect(Number(pages)).toBeGreaterThan(3);
  });

  it('the check of XML finds what is wrong', () => {
    for (const wrong of ['<a>', '<a></b>', '<a>&x</a>', '<a b=c/>', '<a>\u0001</a>', '<a>x</a>y<'])
      expect(faultOfXml(wrong)).not.toBeNull();
    expect(faultOfXml('<?xml version="1.0"?><a b="c"><d/>x &amp; y</a>')).toBeNull();
  });
});
