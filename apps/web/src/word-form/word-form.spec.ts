import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical, CRITERIA, digest, mergePatch, valueAt, type RequestContent } from '#domain';
import { readWordDocument } from '#platform';
import { faultOfXml, partOfDocx } from '../../../../libs/casework/test/docx-text.js';
import { contentWith } from '../../../../libs/domain/test/content.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { anyAnswers, OF_TWO_COUNTRIES } from '../../../../test/support/any-answers.js';
import { names } from '../../../../test/support/seen.js';
import { patchOf } from '../request/answers.js';
import { formDocx } from './form-docx.js';
import { EDITION, formFields } from './form-fields.js';
import { headLines } from './form-head.js';
import { findForm, leanText, originText, type FoundForm } from './form-read.js';
import { answersInForm, asForm, written } from './form-texts.js';

const TIERS = new Set(['case', 'risk']);
const ORIGIN = { ref: 'HRA-2027-001', revision: 14 };
const fieldsOf = (content: RequestContent) => formFields(content, names, TIERS);

async function bytesOf(content: RequestContent): Promise<Buffer> {
  const fields = fieldsOf(content);
  const language = content.language ?? 'en';
  const texts = Object.fromEntries(fields.map((f) => [f.path, written(f, content, language)]));
  const about = ['Malawi', ...headLines(content, 'Malawi', language)];
  return formDocx({ language, origin: originText(ORIGIN), about, fields, texts, guides: {}, footer: '' });
}
async function readBack(content: RequestContent, bytes: Buffer): Promise<FoundForm> {
  const folder = mkdtempSync(join(tmpdir(), 'word-form-'));
  try {
    writeFileSync(join(folder, 'form'), bytes);
    const read = await readWordDocument(join(folder, 'form'), 'form.docx');
    if (!read.ok) throw new Error(read.reason);
    const found = findForm(read.document, fieldsOf(content), []);
    if (typeof found === 'string') throw new Error(found);
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
async function back(content: RequestContent) {
  const found = await readBack(content, await bytesOf(content));
  const answers = answersInForm(asForm(fieldsOf(content), found.texts));
  return { found, answers };
}
/** Nothing, an empty text and an empty list are the same answer. */
const orNone = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

describe('the head of the form', () => {
  it('says what is chosen of the request and not written in it, and where that is changed, in its language', () => {
    const content = { type: 'succession', modality: 'national', track: 'urgent', language: 'fr' } as RequestContent;
    expect(headLines(content, 'Niger', 'fr')).toEqual([
      'Ce qui est demandé\u00a0: Succession',
      'Forme d’appui\u00a0: Conseiller ou administrateur national',
      'Pays\u00a0: Niger',
      'Voie\u00a0: Urgente',
      'Langue\u00a0: Français',
      'Ces cinq points ne sont pas lus dans ce fichier. Modifiez-les sous « Details » de la demande.',
    ]);
  });
});

describe('the form of a request in Word', () => {
  it.each(samples().map(({ content }) => [content.title!, content] as const))(
    'comes back as it went: %s',
    async (_, content) => {
      const { found, answers } = await back(content);
      expect(found).toMatchObject({ origin: ORIGIN, outside: [], twice: [] });
      for (const { path } of fieldsOf(content))
        expect([path, orNone(answers[path])]).toEqual([path, orNone(valueAt(content, path))]);
      // Everything that it asks for, taken back into an empty request, is that request again.
      const again = mergePatch({ language: content.language } as RequestContent, patchOf(answers, {}));
      for (const key of ['sections', 'endorsements', 'mechanismRecommendations', 'selfAssessment'] as const)
        expect(canonical(again[key])).toBe(canonical(content[key]));
    },
  );

  it('comes back as it went, whatever was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, fc.constantFrom('en', 'fr', 'es'), async (given, language) => {
        const content = mergePatch({ ...OF_TWO_COUNTRIES, language } as RequestContent, patchOf(given, {}));
        const { answers } = await back(content);
        const fields = fieldsOf(content);
        const expected = answersInForm(
          asForm(fields, Object.fromEntries(fields.map((f) => [f.path, written(f, content, language as 'en')]))),
        );
        expect(answers).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('says in its cells everything that an answer says', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('en', 'fr', 'es'), (given, language) => {
        const content = mergePatch({ ...OF_TWO_COUNTRIES, language } as RequestContent, patchOf(given, {}));
        const fields = fieldsOf(content);
        const texts = Object.fromEntries(fields.map((f) => [f.path, written(f, content, language as 'en')]));
        const answers = answersInForm(asForm(fields, texts));
        for (const [path, value] of Object.entries(given))
          expect([path, orNone(answers[path])]).toEqual([path, orNone(value)]);
      }),
    );
  });
  it('joins the blocks of a year that stands twice, and loses none of its items', () => {
    const item = (label: string) => ({ label, amountUSD: 1_000, paidBy: 'Fund', kind: 'cash' });
    const years = [{ year: 2027, months: 12, items: [item('A')] }];
    years.push({ year: 2027, months: 12, items: [item('B')] });
    const content = contentWith('sections.costAndHosting.years', years, OF_TWO_COUNTRIES);
    const fields = fieldsOf(content);
    const texts = Object.fromEntries(fields.map((f) => [f.path, written(f, content, 'en')]));
    expect(answersInForm(asForm(fields, texts))['sections.costAndHosting.years']).toEqual([
      { year: 2027, months: 12, items: [item('A'), item('B')] },
    ]);
  });
  it('reads amounts, numbers, days and choices as people of three languages write them', () => {
    const fields = fieldsOf(OF_TWO_COUNTRIES);
    const answers = answersInForm(
      asForm(fields, {
        requestedStart: '1er avril 2027',
        durationMonths: '٢٤',
        'sections.costAndHosting.years': [
          ['2027', '12', 'Conseiller', '128\u202f000,50', 'Fonds', 'en espèces'],
          ['', '', 'Oficina', 'US$ 9.500', 'PNUD', 'En especie'],
          ['٢٠٢٨', '٦', 'مستشار', '١٢٨٠٠٠', 'الصندوق', 'In cash'],
          ['2029', '', 'Car', 'about 5', '', 'by bus'],
          ['', '', '', '', '', ''],
        ],
        endorsements: [['OMS', 'Mme A', 'N’appuie pas', '', '', '']],
        'sections.coveragePlan': [['kenya', '90', '', '']],
      }),
    );
    expect(answers).toMatchObject({ requestedStart: '2027-04-01', durationMonths: 24 });
    expect(answers['sections.costAndHosting.years']).toEqual([
      {
        year: 2027,
        months: 12,
        items: [
          { label: 'Conseiller', amountUSD: 128_000.5, paidBy: 'Fonds', kind: 'cash' },
          { label: 'Oficina', amountUSD: 9_500, paidBy: 'PNUD', kind: 'in-kind' },
        ],
      },
      { year: 2028, months: 6, items: [{ label: 'مستشار', amountUSD: 128_000, paidBy: 'الصندوق', kind: 'cash' }] },
      // What cannot be read stays what was typed, and the domain says what is wrong with it.
      { year: 2029, months: '', items: [{ label: 'Car', amountUSD: 'about 5', paidBy: '', kind: 'by bus' }] },
    ]);
    expect(answers.endorsements).toEqual([
      { agency: 'OMS', name: 'Mme A', position: 'declines', contribution: { kind: 'none', text: '', amountUSD: 0 } },
    ]);
    expect(answers['sections.coveragePlan']).toEqual([{ country: 'KEN', daysPerYear: 90 }]);
  });

  it('is a sound document, whatever stands in the answers', async () => {
    const context = 'a\u0001b\u000bc\u001fd\ufffee <w:p> &amp; ]]> \t\ttab \u2028line\u0085';
    const content: RequestContent = { ...OF_TWO_COUNTRIES, sections: { context } };
    const bytes = await bytesOf(content);
    expect(faultOfXml(await partOfDocx(bytes, 'word/document.xml'))).toBeNull();
    const { texts } = await readBack(content, bytes);
    expect(leanText(texts['sections.context'] as string)).toBe(
      leanText(context.replace(/[\u0001\u000b\u001f\ufffe]/g, '')),
    );
  });

  it('is of another edition once a number stands for another question', () => {
    const content: RequestContent = { ...OF_TWO_COUNTRIES };
    const numbers = fieldsOf(content).map(({ code, path }) => `${code} ${path}`);
    // Raise EDITION with every change here: forms that are out there would be read wrong.
    expect([EDITION, digest(numbers.join('\n'))]).toEqual([1, 'a70d4bee2ff7f805']);
  });

  it('has a field for every criterion', () => {
    expect(fieldsOf({}).filter((f) => f.part === 10).length).toBe(CRITERIA.length);
  });
});
