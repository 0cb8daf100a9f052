import { beforeAll, describe, expect, it } from '@jest/globals';
import { useDatabase } from '../support/database.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useWeb, type Answer, type Program } from '../support/web.js';
import { zip } from '../support/zip.js';
import { Visitor } from '../support/visitor.js';
import { changed, partsOf } from '../support/word.js';
import { refused } from './refused.js';

const OFFICE = 'z.kileo-marchetti@rc-tanzania.example';
const db = useDatabase();
const web = useWeb(db);
let office: Program;
let it1: CaseInDatabase;
beforeAll(async () => {
  office = await web.program(db.cast.office.id);
  it1 = await aCaseAt(db, (s) => s.returned());
});

async function form(of: CaseInDatabase = it1): Promise<Buffer> {
  const answer = await fetch(`${web.url}/api/v1/requests/${of.ref}/form.docx`, {
    headers: { authorization: `Bearer ${office.token}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
const brings = (bytes: Buffer, name = 'form.docx', of: CaseInDatabase = it1): Promise<Answer> => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)]), name);
  return office.send('PUT', `/requests/${of.ref}/form`, { form: body });
};
interface Read {
  fields: { field: string; path: string; outcome: string; value: unknown; problems: object[] }[];
  patch: Record<string, unknown>;
  outside: string[];
  notes: string[];
}
const read = (answer: Answer): Read => {
  expect([answer.status, answer.json.detail]).toEqual([200, undefined]);
  return answer.json as unknown as Read;
};
const outcomes = ({ fields }: Read) => new Set(fields.map((f) => f.outcome));
const fieldOf = ({ fields }: Read, code: string) => fields.find((f) => f.field === code)!;
/** A paragraph of text, as Word writes it. */
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const LAST = '</w:body>';
/** The answer of this fixture to every question in words. */
const ANSWER = 'The country team has discussed this and agreed on it.';
/** The document with the first answer after a code changed. */
const answered = (xml: string, code: string, text: string): string => {
  const at = xml.indexOf(ANSWER, xml.indexOf(`>${code}</w:t>`));
  return xml.slice(0, at) + text + xml.slice(at + ANSWER.length);
};

describe('a form that comes back', () => {
  it('unchanged changes nothing', async () => {
    const { revision } = await it1.row();
    const answer = await brings(await form());
    expect(answer.json).toMatchObject({
      ref: it1.ref,
      madeFrom: revision,
      revision,
      kept: false,
      patch: {},
      outside: [],
      notes: [],
    });
    expect(outcomes(read(answer))).toEqual(new Set(['same']));
  });

  it('says what it changes before anything is kept, and the change can be sent as it is', async () => {
    const { revision } = await it1.row();
    const bytes = await changed(await form(), (xml) =>
      answered(xml, '2.3', 'كتبت الوزارة في ٣ مارس.</w:t><w:br/><w:t>L’équipe 👩‍👩‍👧 d’accord'),
    );
    const got = read(await brings(bytes));
    const text = 'كتبت الوزارة في ٣ مارس.\nL’équipe 👩‍👩‍👧 d’accord';
    expect(fieldOf(got, '2.3')).toEqual({
      field: '2.3',
      path: 'sections.ownership.governmentConsulted',
      outcome: 'brought',
      value: text,
      problems: [],
    });
    expect(got.patch).toEqual({ sections: { ownership: { governmentConsulted: text } } });
    expect((await it1.row()).revision).toBe(revision);
    const headers = { 'if-match': `"${revision}"` };
    expect((await office.send('PATCH', `/requests/${it1.ref}`, { json: got.patch, headers })).status).toBe(200);
    expect(outcomes(read(await brings(bytes)))).toEqual(new Set(['same']));
  });

  it('made from an earlier text takes nobody’s later answers away', async () => {
    const before = await form();
    await it1.send('office', {
      type: 'EDIT',
      patch: { sections: { ownership: { whoAskedFirst: 'Here only.', agenciesInvolved: 'Here.' } } },
    });
    const got = read(await brings(await changed(before, (xml) => answered(xml, '2.2', 'There.'))));
    expect([fieldOf(got, '2.1').outcome, fieldOf(got, '2.2').outcome]).toEqual(['stored', 'both']);
    expect(got.patch).toEqual({});
    expect(got.notes.join(' ')).toContain('changed after this form was downloaded');
  });

  it('with an answer left empty, or a value that is none, says so and offers no such change', async () => {
    const bytes = await changed(await form(), (xml) =>
      answered(xml, '3.1', '')
        .replace(/256,000/, 'plenty')
        .replace('>24<', '>two years<'),
    );
    const got = read(await brings(bytes));
    expect([fieldOf(got, '3.1').outcome, fieldOf(got, '3.1').value]).toEqual(['emptied', '']);
    expect(fieldOf(got, '8.1').problems).toHaveLength(1);
    expect(fieldOf(got, '0.4').problems).toEqual([
      { path: 'durationMonths', message: 'Enter a number of months from 1 to 60' },
    ]);
    expect(got.patch).toEqual({});
  });
});

describe('a form that people have edited', () => {
  it('with tracked changes is read as accepted, and says so', async () => {
    const tracked = `</w:t></w:r><w:ins w:id="1" w:author="A" w:date="2027-01-01T00:00:00Z"><w:r><w:t>Added. </w:t></w:r></w:ins><w:del w:id="2" w:author="A" w:date="2027-01-01T00:00:00Z"><w:r><w:delText>Taken out.</w:delText></w:r></w:del><w:r><w:t>Kept.`;
    const got = read(await brings(await changed(await form(), (xml) => answered(xml, '4.1', tracked))));
    expect(fieldOf(got, '4.1').value).toBe('Added. Kept.');
    expect(got.notes).toEqual(['Changes were tracked in this document. It is read as if all of them were accepted.']);
  });

  it('with a field taken out keeps what is stored for it', async () => {
    const bytes = await changed(await form(), (xml) => {
      const at = xml.indexOf('>5.2</w:t>');
      const [from, to] = [xml.lastIndexOf('<w:tbl>', at), xml.indexOf('</w:tbl>', at) + '</w:tbl>'.length];
      return xml.slice(0, from) + xml.slice(to);
    });
    const got = read(await brings(bytes));
    expect([fieldOf(got, '5.2').outcome, fieldOf(got, '5.2').value]).toEqual(['missing', null]);
    expect(got.notes).toEqual(['One field is not in the document (5.2). What is stored for it stays.']);
    expect(got.patch).toEqual({});
  });

  it('loses nothing that was written elsewhere: beside the fields, under a question, or in a copy of a field', async () => {
    const bytes = await changed(await form(), (xml) => {
      const at = xml.indexOf('>2.4</w:t>');
      const [from, to] = [xml.lastIndexOf('<w:tbl>', at), xml.indexOf('</w:tbl>', at) + '</w:tbl>'.length];
      const copy = answered(xml.slice(from, to), '2.4', 'The copy says this.');
      const question = 'Milestones towards the exit</w:t></w:r></w:p>';
      return xml
        .replace(LAST, `${copy}${paragraph('A note to myself.')}${LAST}`)
        .replace(question, `${question}${paragraph('Ask Amina first.')}`);
    });
    const got = read(await brings(bytes));
    expect(got.outside.sort()).toEqual(['A note to myself.', 'Ask Amina first.', 'The copy says this.']);
    expect(got.notes.join(' ')).toContain('Field 2.4 stands twice');
    expect(fieldOf(got, '2.4').outcome).toBe('same');
  });

  it('in which tables were joined, runs split and lists made is found all the same', async () => {
    const bytes = await changed(await form(), (xml) =>
      // What is between two tables is gone, as when somebody deletes the line between them.
      answered(
        xml,
        '6.1',
        '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>Split</w:t></w:r><w:r><w:t xml:space="preserve"> run.',
      )
        .replace(/(<\/w:tbl>)<w:p>(?:(?!<\/w:p>).)*<\/w:p>(<w:tbl>)/g, '$1$2')
        .replace(/<\/w:tbl><w:tbl><w:tblPr>.*?<\/w:tblGrid>/g, ''),
    );
    const got = read(await brings(bytes));
    expect(fieldOf(got, '6.1').value).toBe('Split run.');
    expect(got.fields.filter((f) => f.outcome !== 'same').map((f) => f.field)).toEqual(['6.1']);
  });

  it('with comments and pictures says that they are not taken over', async () => {
    const parts = await partsOf(await form());
    const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="A">${paragraph('Really?')}</w:comment></w:comments>`;
    const got = read(await brings(zip({ ...parts, 'word/comments.xml': comments })));
    expect(got.notes).toEqual(['One comment is in the document. Comments are not taken over.']);
    expect(JSON.stringify(got)).not.toContain('Really?');
  });
});

describe('what is no form of this request', () => {
  it('is refused in a sentence, and nothing is kept', async () => {
    const good = await form();
    const parts = await partsOf(good);
    const other = await aCaseAt(db, (s) => s.returned());
    const { revision } = await it1.row();
    const document = parts['word/document.xml']!.toString();
    // Half of it in words that differ, or it would be taken for something that is made to burst.
    const words = (of: number) =>
      Array.from({ length: 200 }, (_, i) => ((of * 200 + i) * 2654435761).toString(36)).join(' ');
    const pages = Array.from({ length: 900 }, (_, i) => paragraph('word '.repeat(1_800) + words(i))).join('');
    const long = document.replace(LAST, pages + LAST);
    const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    const cases: [Buffer, string, RegExp][] = [
      [
        await form(other),
        'form.docx',
        new RegExp(`form of another request: it says ${other.ref}, and this is ${it1.ref}`),
      ],
      [zip({ ...parts, 'word/vbaProject.bin': 'Sub' }), 'form.docx', /contains macros/],
      [good, 'form.docm', /no Word document/],
      [Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'form.pdf', /no Word document/],
      [Buffer.concat([cfb, Buffer.from('EncryptedPackage', 'utf16le')]), 'form.docx', /protected with a password/],
      [cfb, 'form.doc', /older format/],
      [zip({ ...parts, 'word/document.xml': long }), 'form.docx', /about 300 pages/],
      [zip({ ...parts, 'word/more.xml': Buffer.alloc(60 * 1024 * 1024) }), 'form.docx', /unpacks to far more/],
      [good.subarray(0, good.length - 400), 'form.docx', /damaged/],
      [zip({ ...parts, 'word/document.xml': '<w:document' }), 'form.docx', /cannot be read/],
      [
        zip({ ...parts, 'word/document.xml': document.replace(/<w:tbl>.*<\/w:tbl>/, '') }),
        'letter.docx',
        /no form of a request/,
      ],
      [
        await changed(good, (xml) => xml.replace(/(HRA-[\d-]+) \/ \d+ \/ \d+/, '$1')),
        'form.docx',
        /does not say which request/,
      ],
      [
        await changed(good, (xml) => xml.replace(/(HRA-[\d-]+ \/) \d+ \//, '$1 99 /')),
        'form.docx',
        /made from step 99/,
      ],
      [
        await changed(good, (xml) => xml.replace(/(HRA-[\d-]+ \/ \d+ \/) \d+/, '$1 77')),
        'form.docx',
        /earlier edition/,
      ],
    ];
    for (const [bytes, name, sentence] of cases) {
      const answer = await brings(bytes, name);
      expect([name, answer.status, answer.json.detail]).toEqual([name, 422, expect.stringMatching(sentence)]);
      refused(answer, 422, 'file');
    }
    refused(await office.send('PUT', `/requests/${it1.ref}/form`, { json: {} }), 415);
    expect((await it1.row()).revision).toBe(revision);
  });
});

it('what was chosen on the page outlives a session that ends, and nothing of it is kept by that', async () => {
  const draft = await aCaseAt(db);
  const path = `/requests/${draft.ref}/form/accept`;
  const visitor = new Visitor();
  await visitor.go(`${web.url}/sign-in`, { person: OFFICE });
  await visitor.go(`${web.url}/sign-out`, {});
  const cookie = [...visitor.cookies(web.url)].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = new FormData();
  const place = 'sections.ownership.whoAskedFirst';
  for (const [name, value] of [
    ['made', '1'],
    ['of', place],
    [place, 'Written on the plane.'],
    ['outside', 'A note.'],
  ] as const)
    body.append(name, value);
  const late = await web.send('POST', path, { form: body, headers: { cookie } });
  expect(late.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`${path}?kept=1`)}`);
  const back = await visitor.go(`${web.url}/sign-in`, { person: OFFICE, next: `${path}?kept=1` });
  expect(back.text).toContain('Your session had ended.');
  expect(back.text).toContain('Written on the plane.');
  expect(back.text).toContain('A note.');
  expect((await draft.row()).revision).toBe(1);
});

it('the check says what there is for each criterion, and what is missing', async () => {
  const { json } = await office.send('GET', `/requests/${it1.ref}/check`);
  const criteria = json.criteria as { criterion: string; standing: string; missing: object[] }[];
  expect(criteria.map((c) => c.criterion)[4]).toBe('commitment');
  expect(criteria[0]!.missing).toContainEqual({ kind: 'ownScore', path: 'selfAssessment.ownership.score', section: 2 });
});
