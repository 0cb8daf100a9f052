import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { inspectUpload } from './inspect-upload.js';
import { UPLOAD_TYPES } from './upload-types.js';

interface Part {
  name: string;
  content: Buffer | string;
  /** What the directory says instead of the truth. */
  claims?: number;
  /** Reads the bytes of the first part again, as the bombs with overlapping parts do. */
  again?: boolean;
}

interface Written {
  name: Buffer;
  data: Buffer;
  crc: number;
  size: number;
  offset: number;
}

function header(part: Written, signature: number, central: boolean): Buffer {
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(signature, 0);
  const at = central ? 6 : 4;
  bytes.writeUInt16LE(20, at);
  bytes.writeUInt16LE(8, at + 4);
  bytes.writeUInt32LE(part.crc, at + 10);
  bytes.writeUInt32LE(part.data.length, at + 14);
  bytes.writeUInt32LE(part.size, at + 18);
  bytes.writeUInt16LE(part.name.length, at + 22);
  if (central) bytes.writeUInt32LE(part.offset, 42);
  return Buffer.concat([bytes, part.name]);
}

/** Writes a ZIP file byte by byte, because honest libraries do not write dishonest ones. */
function zip(parts: readonly Part[]): Buffer {
  const body: Buffer[] = [];
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const entry: Written = {
      name: Buffer.from(part.name),
      data: deflateRawSync(content),
      crc: crc32(content),
      size: part.claims ?? content.length,
      offset,
    };
    const first = written[0];
    if (part.again && first) {
      written.push({ ...first, name: entry.name });
      continue;
    }
    const local = header(entry, 0x04034b50, false);
    body.push(local, entry.data);
    offset += local.length + entry.data.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map((entry) => header(entry, 0x02014b50, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, directory, end]);
}

function contentTypes(main: string): Part {
  return {
    name: '[Content_Types].xml',
    content: `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/${main}"/></Types>`,
  };
}

const WORD = 'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const EXCEL = 'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const POWERPOINT = 'vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const docx = (...more: Part[]): Buffer =>
  zip([contentTypes(WORD), { name: 'word/document.xml', content: '<w/>' }, ...more]);
const odt = zip([
  { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
  { name: 'content.xml', content: '<office/>' },
]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const zeros = Buffer.alloc(60 * 1024 * 1024);

function program(): Buffer {
  const exe = Buffer.alloc(512);
  exe.write('MZ');
  exe.writeUInt32LE(128, 60);
  exe.write('PE\0\0', 128);
  return exe;
}

describe('an upload that is taken', () => {
  it.each([
    ['Terms.docx', docx(), 'docx'],
    ['Budget.xlsx', zip([contentTypes(EXCEL)]), 'xlsx'],
    ['Slides.pptx', zip([contentTypes(POWERPOINT)]), 'pptx'],
    ['Note.odt', odt, 'odt'],
    ['Locked.pdf', pdf, 'pdf'],
    ['logo.png', png, 'png'],
    ['photo.JPEG', jpeg, 'jpg'],
    ['notes.txt', Buffer.from('Naïve café, 日本語, עברית 👩‍👧\n'), 'txt'],
    ['table.csv', Buffer.from('\ufeffa;b\r\n"1";"é"\r\n'), 'csv'],
    ['from excel.txt', Buffer.from('\ufeffa\tb\r\n', 'utf16le'), 'txt'],
    ['old.csv', Buffer.from('caf\xe9;\x80\r\n', 'latin1'), 'csv'],
    ['addresses.txt', Buffer.from('<anna@example.org>, <b@example.org>, <pending>'), 'txt'],
    ['no ending', Buffer.from('a < b and b > a'), 'txt'],
  ] as const)('%s', async (name, file, extension) => {
    expect(await inspectUpload(file, name)).toEqual({
      ok: true,
      type: UPLOAD_TYPES[extension],
      extension,
      size: file.length,
      sha256: createHash('sha256').update(file).digest('hex'),
      name,
    });
  });

  it('is known by its content, whichever of our endings its name has', async () => {
    expect(await inspectUpload(pdf, '../../photo.png')).toMatchObject({
      ok: true,
      extension: 'pdf',
      name: '../../photo.png',
    });
  });

  it('may hold the workbook behind a chart and old drawings', async () => {
    const chart = { name: 'word/embeddings/Microsoft_Excel_Worksheet.xlsx', content: zip([contentTypes(EXCEL)]) };
    const drawing = { name: 'word/media/image1.emz', content: Buffer.from('1f8b0800', 'hex') };
    expect(await inspectUpload(docx(chart, drawing), 'a.docx')).toMatchObject({ ok: true, extension: 'docx' });
  });

  it('can be a file on disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'inspect-'));
    for (const [name, file] of [
      ['a.docx', docx()],
      ['b.txt', Buffer.alloc(200_000, 'word ')],
    ] as const) {
      await writeFile(join(folder, name), file);
      expect(await inspectUpload(join(folder, name), name)).toMatchObject({ ok: true, size: file.length });
    }
    await rm(folder, { recursive: true });
  });
});

describe('an upload that is refused', () => {
  const macro = zip([contentTypes('vnd.ms-word.document.macroEnabled.main+xml')]);
  it.each([
    ['nothing', 'a.pdf', Buffer.alloc(0), 'empty'],
    ['a program', 'a.pdf', program(), 'wrongType'],
    ['a Linux program', 'a.txt', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0', 'latin1'), 'wrongType'],
    ['a page', 'a.txt', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>'), 'active'],
    ['a page after a mark', 'a.txt', Buffer.from('\ufeff<html>', 'utf16le'), 'active'],
    [
      'a drawing with script',
      'a.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'wrongType',
    ],
    ['XML', 'a.csv', Buffer.from('<?xml version="1.0"?><svg/>'), 'wrongType'],
    ['a shell script', 'a.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'active'],
    ['text under the name of a script', 'run.bat', Buffer.from('del *.*'), 'wrongType'],
    ['a PDF under the name of an application', 'a.hta', pdf, 'wrongType'],
    ['a NUL byte in a text', 'a.txt', Buffer.from('a\0b'), 'wrongType'],
    ['random bytes', 'a.txt', createHash('sha512').update('x').digest(), 'wrongType'],
    ['a GIF', 'a.png', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'wrongType'],
    ['an old Word file', 'a.docx', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1100, '0'), 'hex'), 'wrongType'],
    ['any other ZIP', 'a.docx', zip([{ name: 'readme.txt', content: 'x' }]), 'wrongType'],
    [
      'a template',
      'a.docx',
      zip([contentTypes('vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml')]),
      'wrongType',
    ],
    ['a document with macros', 'a.docx', macro, 'macros'],
    ['hidden macros', 'a.docx', docx({ name: 'word/vbaProject.bin', content: 'x' }), 'macros'],
    [
      'macros of the old kind',
      'a.xlsx',
      zip([contentTypes(EXCEL), { name: 'xl/macrosheets/sheet1.xml', content: 'x' }]),
      'macros',
    ],
    ['an archive inside', 'a.docx', docx({ name: 'word/media/more.zip', content: 'x' }), 'archiveInside'],
    [
      'an archive inside under another name',
      'a.docx',
      docx({ name: 'word/media/image1.png', content: docx() }),
      'archiveInside',
    ],
    ['a program inside', 'a.docx', docx({ name: 'word/media/image1.png', content: program() }), 'archiveInside'],
    ['half a document', 'a.docx', docx().subarray(0, 100), 'damaged'],
    ['a path out of the archive', 'a.docx', docx({ name: '../../evil', content: 'x' }), 'damaged'],
  ] as const)('%s', async (_what, name, file, code) => {
    const result = await inspectUpload(file, name);
    expect(result).toMatchObject({ ok: false, code });
    expect((result as { reason: string }).reason).toContain(`“${name}”`);
  });

  it('for its size', async () => {
    expect(await inspectUpload(Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'a.txt')).toEqual({
      ok: false,
      code: 'tooLarge',
      reason: '“a.txt” must be 5 MB or smaller.',
    });
    expect(await inspectUpload(Buffer.alloc(11, 'a'), 'a.txt', { maxBytes: 10 })).toMatchObject({ code: 'tooLarge' });
  });
});

describe('a bomb', () => {
  const bombs: readonly (readonly [string, Buffer])[] = [
    ['of zeros', docx({ name: 'word/a.xml', content: zeros })],
    ['of many zeros', docx(...'abcd'.split('').map((name) => ({ name: `word/${name}.xml`, content: zeros })))],
    [
      'that reads the same bytes again and again',
      zip([
        { name: 'word/a.xml', content: zeros.subarray(0, 1024 * 1024) },
        ...Array.from({ length: 300 }, (_, n) => ({ name: `word/${n}.xml`, content: '', again: true })),
      ]),
    ],
    ['of too many parts', docx(...Array.from({ length: 5_001 }, (_, n) => ({ name: `word/${n}`, content: '' })))],
    ['that claims to be larger than any disk', docx({ name: 'word/a.xml', content: 'x', claims: 0xfffffff0 })],
  ];

  it.each(bombs)('%s is refused', async (_what, file) => {
    expect(file.length).toBeLessThan(5 * 1024 * 1024);
    expect(await inspectUpload(file, 'a.docx')).toMatchObject({ ok: false, code: 'bomb' });
  });

  it('that lies about its size is found out before it has unpacked', async () => {
    const liar = docx({ name: 'word/a.xml', content: zeros, claims: 1000 });
    expect(await inspectUpload(liar, 'a.docx')).toMatchObject({ ok: false, code: 'damaged' });
  });
});
