// Subsets of the typefaces, made once and kept by the hash of what went into them.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3';
const SERIF = '@fontsource/source-serif-4/files/source-serif-4';
const PLEX = '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic';

const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131],
  [0x152, 0x153],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026],
  [0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac],
  [0x2190, 0x2193],
  [0x2212],
  [0x2215],
];
const LATIN_EXT = [
  [0x100, 0x130],
  [0x132, 0x151],
  [0x154, 0x17f],
  [0x18f],
  [0x192],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1c4, 0x1dc],
  [0x1e6, 0x1e7],
  [0x1f4, 0x1f5],
  [0x218, 0x21b],
  [0x237],
  [0x259],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  [0x300, 0x304],
  [0x306, 0x30c],
  [0x323],
  [0x327, 0x328],
  [0x1e80, 0x1e85],
  [0x1e9e],
  [0x1ef2, 0x1ef3],
];
const ARABIC = [
  [0x20],
  [0x60c],
  [0x61b],
  [0x61f],
  [0x621, 0x63a],
  [0x640, 0x655],
  [0x660, 0x669],
  [0x66a, 0x66c],
  [0x670, 0x671],
  [0x67e],
  [0x686],
  [0x698],
  [0x6a4],
  [0x6a9],
  [0x6af],
  [0x6cc],
  [0x6f0, 0x6f9],
  [0x200c, 0x200f],
];

const LATIN_FEATURES = ['kern', 'liga', 'lnum', 'tnum', 'mark', 'mkmk', 'ccmp', 'locl', 'case'];
const variable = { variationAxes: { wght: { min: 400, max: 600 } }, keepFeatures: LATIN_FEATURES };
const fixed = { keepFeatures: LATIN_FEATURES };

const FONTS = [
  { name: 'source-sans-3', file: `${SANS}-latin-wght-normal.woff2`, ranges: LATIN, options: variable },
  { name: 'source-sans-3-ext', file: `${SANS}-latin-ext-wght-normal.woff2`, ranges: LATIN_EXT, options: variable },
  { name: 'source-serif-4', file: `${SERIF}-latin-600-normal.woff2`, ranges: LATIN, options: fixed },
  { name: 'source-serif-4-ext', file: `${SERIF}-latin-ext-600-normal.woff2`, ranges: LATIN_EXT, options: fixed },
  { name: 'plex-arabic-400', file: `${PLEX}-400-normal.woff2`, ranges: ARABIC, options: {} },
  { name: 'plex-arabic-600', file: `${PLEX}-600-normal.woff2`, ranges: ARABIC, options: {} },
];

function characters(ranges) {
  return ranges
    .flatMap(([from, to = from]) =>
      Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)),
    )
    .join('');
}

async function subset({ file, ranges, options }, cache) {
  const source = await readFile(require.resolve(file));
  const key = createHash('sha256')
    .update(source)
    .update(JSON.stringify([ranges, options]))
    .digest('hex')
    .slice(0, 16);
  const kept = join(cache, `${key}.woff2`);
  if (existsSync(kept)) return readFile(kept);
  const font = await subsetFont(source, characters(ranges), { targetFormat: 'woff2', noHinting: true, ...options });
  await mkdir(cache, { recursive: true });
  await writeFile(kept, font);
  return font;
}

/** All subsets as `{ name, content }`; those that were made before are read from the cache folder. */
export async function subsetFonts(cache) {
  const made = [];
  for (const font of FONTS) made.push({ name: `${font.name}.woff2`, content: await subset(font, cache) });
  return made;
}
