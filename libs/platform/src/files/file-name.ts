const LONGEST = 200;
const LONGEST_EXTENSION = 20;
const NAMELESS = 'file';

/** Control characters (NUL and line breaks among them), halves of surrogate pairs, Unicode's line separators, BOM. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;
/** Embeddings, overrides and isolates: with them "exe.pdf" can be made to look like "fdp.exe". Plain marks stay. */
const BIDI_OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Shortens to whole characters as a reader sees them, so that no emoji or accent is cut in two. */
function shorten(name: string, length: number): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (short.length + segment.length > length) break;
    short += segment;
  }
  return short;
}

const lastPartOf = (name: string): string => name.split(/[/\\]/).at(-1)!.trim();

/** Returns the ending of a name in lower case and without its dot, or an empty string. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/**
 * Returns a name as it is shown: as given, in any script, with the folders that a sender put before it,
 * but one line, without tricks of direction or more than 200 characters. It is never used as a path.
 */
export function shownFileName(given: string): string {
  const name = given.replace(CONTROL, '').replace(BIDI_OVERRIDES, '').normalize('NFC').trim();
  if (name === '') return NAMELESS;
  if (name.length <= LONGEST) return name;
  // Where not all of it can stay, the folders are what nobody misses.
  const last = lastPartOf(name) || NAMELESS;
  const extension = extensionOf(last);
  if (extension === '' || extension.length > LONGEST_EXTENSION) return shorten(last, LONGEST);
  const ending = last.slice(-extension.length - 1);
  return shorten(last.slice(0, -ending.length), LONGEST - ending.length).trimEnd() + ending;
}

/** Whether a name is longer than is kept, so that what is shown is not all of it. */
export const shortens = (given: string): boolean => given.normalize('NFC').trim().length > LONGEST;

/** Returns a name as it is offered for download: as it is shown, without folders. */
export function safeFileName(given: string): string {
  const name = lastPartOf(shownFileName(given));
  return /^\.*$/.test(name) ? NAMELESS : name;
}

/** Percent-encodes what RFC 8187 does not allow bare, which is more than encodeURIComponent does. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Builds a Content-Disposition header (RFC 6266) that gives the name in full, and in ASCII to old programs. */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const safe = safeFileName(name);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const full = ascii === safe ? '' : `; filename*=UTF-8''${encoded(safe)}`;
  return `${kind}; filename="${ascii}"${full}`;
}
