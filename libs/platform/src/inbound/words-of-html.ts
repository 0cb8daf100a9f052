/** The named signs of HTML that stand for one character of Latin-1, in its order from 160. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** What programs that write mail use beside these. */
const OTHERS =
  'quot:" amp:& apos:\' lt:< gt:> OElig:Œ oelig:œ Scaron:Š scaron:š Yuml:Ÿ ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ bull:• hellip:… lsaquo:‹ rsaquo:› euro:€ trade:™ larr:← rarr:→ minus:− ne:≠ le:≤ ge:≥ zwnj:\u200c zwj:\u200d lrm:\u200e rlm:\u200f';
const NAMED = new Map<string, string>([
  ...LATIN.map((name, i): [string, string] => [name, String.fromCodePoint(160 + i)]),
  ...OTHERS.split(' ').map((pair): [string, string] => [
    pair.slice(0, pair.indexOf(':')),
    pair.slice(pair.indexOf(':') + 1),
  ]),
  ['nbsp', ' '],
]);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi;

function decoded(text: string): string {
  return text.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED.get(name) ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    const shown = code === 160 ? 32 : code;
    return shown > 8 && shown <= 0x10ffff && !(shown >= 0xd800 && shown <= 0xdfff) ? String.fromCodePoint(shown) : all;
  });
}

const MARK = /(<[^<>]*>)/;
const UNSHOWN = /^<(style|script|head)\b/i;
const LINE_END = /^<(br|\/(p|div|li|tr|h\d|blockquote)|blockquote)\b/i;
const QUOTE = /^<(\/?)blockquote\b/i;
/** Lines of a page with how deep in quotations each stands. */
interface Line {
  depth: number;
  text: string;
}

/** Takes a page apart in one pass, whatever somebody sends. */
function linesOf(html: string): Line[] {
  const lines: Line[] = [{ depth: 0, text: '' }];
  let unshown: string | null = null;
  for (const piece of html.split(MARK)) {
    const last = lines.at(-1)!;
    if (unshown !== null) {
      const name = /^<\/?([a-z]+)/i.exec(piece)?.[1]?.toLowerCase();
      if (name === 'body' || (name === unshown && piece.startsWith('</'))) unshown = null;
    } else if (piece.startsWith('<') && piece.endsWith('>')) {
      unshown = UNSHOWN.exec(piece)?.[1]?.toLowerCase() ?? null;
      const [quote, closing] = QUOTE.exec(piece) ?? [];
      const depth = Math.max(0, last.depth + (quote ? (closing ? -1 : 1) : 0));
      if (LINE_END.test(piece)) lines.push({ depth, text: '' });
    } else last.text += piece.replace(/\s+/g, ' ');
  }
  return lines;
}

/** The words of a page without its marks, for mails that bring no plain text; what it quotes is marked as in plain text. */
export function wordsOfHtml(html: string): string {
  return linesOf(html)
    .map(({ depth, text }) => {
      const words = decoded(text).trim();
      return depth && words ? `> ${words}` : words;
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
