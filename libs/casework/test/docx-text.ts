import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** One part of a Word document, unpacked. */
export function partOfDocx(file: Buffer, part: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const take = (zip: ZipFile, entry: Entry): void =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      });
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: Entry) => (entry.fileName === part ? take(zip, entry) : zip.readEntry()));
      zip.on('end', () => reject(new Error(`There is no ${part}`)));
      zip.readEntry();
    });
  });
}

const NAME = '[\\w:.-]+';
const ATTRIBUTES = `(?:\\s+${NAME}="[^"<]*")*`;
const TOKEN = new RegExp(`<(/?)(${NAME})(${ATTRIBUTES})\\s*(/?)>|<\\?[^>]*\\?>|([^<]+)`, 'gu');
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;

/** Why a text is no well-formed XML; null when it is. */
export function faultOfXml(xml: string): string | null {
  const open: string[] = [];
  let at = 0;
  for (const token of xml.matchAll(TOKEN)) {
    if (token.index !== at) return `No mark-up at ${at}: ${xml.slice(at, at + 40)}`;
    at += token[0].length;
    const [, ends, name, , alone, text] = token;
    if (FORBIDDEN.test(text ?? token[3] ?? '')) return `A sign that is not allowed before ${at}`;
    if (!name) continue;
    if (ends && open.pop() !== name) return `</${name}> closes nothing at ${at}`;
    if (!ends && !alone) open.push(name);
  }
  return at === xml.length && open.length === 0 ? null : `Ends within ${open.join(' ')} at ${at}`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of a Word document, paragraph by paragraph. */
export async function textOfDocx(file: Buffer): Promise<string> {
  const xml = await partOfDocx(file, 'word/document.xml');
  const fault = faultOfXml(xml);
  if (fault) throw new Error(fault);
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '');
}
