import { inflateSync } from 'node:zlib';

/** Enough of PDF to read the words of the documents that this product makes: glyphs back to text through their maps. */
type Glyphs = Map<string, string>;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The streams of a document by the number of their object, unpacked. */
function streamsOf(file: string): Map<string, string> {
  const streams = new Map<string, string>();
  for (const found of file.matchAll(/(\d+) 0 obj\s*<<((?:(?!endobj)[^])*?)>>\s*stream\r?\n/g)) {
    const [all, number, head] = found as unknown as [string, string, string];
    const from = found.index + all.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = Buffer.from(file.slice(from, from + length), 'latin1');
    streams.set(number, head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1'));
  }
  return streams;
}

function glyphsOf(map: string): Glyphs {
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return new Map([...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g)].map(([, glyph, hex]) => [glyph!, text(hex!)]));
}

/** The fonts by the names under which pages know them. */
function fontsOf(file: string, streams: Map<string, string>): Map<string, Glyphs> {
  const names = [...file.matchAll(/\/(F\d+) (\d+) 0 R/g)];
  return new Map(
    names.map(([, name, object]) => {
      const unicode = new RegExp(`\\n${object} 0 obj\\s*<<[^]*?/ToUnicode (\\d+) 0 R`).exec(file);
      return [name!, glyphsOf(streams.get(unicode?.[1] ?? '') ?? '')];
    }),
  );
}

const unescaped = (text: string): string =>
  text.replace(/\\(\d{3}|[^])/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );

/** A string as it is written: with brackets in it that belong together, or a stroke before each that does not. */
const stringWithin = (inner: string): string => `\\((?:\\\\[^]|[^\\\\()]|${inner})*\\)`;
const STRING = stringWithin(stringWithin(stringWithin('(?!)')));

function wordsOf(shown: string, glyphs: Glyphs): string {
  const parts = [...shown.matchAll(new RegExp(STRING, 'g'))].map(([part]) => unescaped(part.slice(1, -1)));
  const hex = Buffer.from(parts.join(''), 'latin1').toString('hex').toUpperCase();
  return (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph) ?? '\uFFFD').join('');
}

/** The words of a PDF, in the order in which they are drawn, with single spaces. */
export function textOfPdf(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  const streams = streamsOf(file);
  const fonts = fontsOf(file, streams);
  const pages = [...file.matchAll(/\/Contents (\d+) 0 R/g)].map(([, number]) => streams.get(number!) ?? '');
  const lines: string[] = [];
  let font: Glyphs = new Map();
  const marks = new RegExp(`/(F\\d+) [\\d.]+ Tf|(\\[(?:${STRING}|[^\\](])*\\]) TJ`, 'g');
  for (const [, name, shown] of pages.join('\n').matchAll(marks)) {
    if (name) font = fonts.get(name) ?? font;
    else lines.push(wordsOf(shown!, font));
  }
  return lines.join(' ').replace(/\s+/g, ' ');
}
