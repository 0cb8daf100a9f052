/** Bytes that no text has: control characters other than tab, line feed, form feed, carriage return and escape. */
const CONTROL = new Set([...Array(32).keys(), 127].filter((byte) => ![9, 10, 12, 13, 27].includes(byte)));

/** What browsers and systems would run if they were let: pages, drawings, XML, scripts. */
const TAGS =
  'html|head|body|script|svg|iframe|title|style|meta|link|base|table|div|font|img|br|p|a|b|h1|object|embed|form|job|package';
const ACTIVE = new RegExp(String.raw`^<(!doctype|!--|\?|(${TAGS})[\s/>])|^#!`, 'i');

function bomEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

function hasControl(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (CONTROL.has(byte)) return true;
  return false;
}

/** Returns whether the beginning of a text is that of a page, a drawing or a script. */
export function looksActive(head: Buffer): boolean {
  const text = new TextDecoder(bomEncoding(head) ?? 'utf-8').decode(head);
  return ACTIVE.test(text.trimStart());
}

/** Returns whether all of it is text: UTF-8, UTF-16 with its mark, or one of the older one-byte encodings. */
export async function isPlainText(head: Buffer, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<boolean> {
  const encoding = bomEncoding(head);
  const decoder = encoding && new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunks) {
      // Characters of UTF-16 hold zero bytes, so they are looked at as characters.
      const bytes = decoder ? new TextEncoder().encode(decoder.decode(chunk, { stream: true })) : chunk;
      if (hasControl(bytes)) return false;
    }
    decoder?.decode();
    return true;
  } catch {
    return false;
  }
}
