// Puts in the place of the compiled web process the same program in one file with all that it loads at its start: to find
// three thousand small files takes longer than to run them.
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { oneForEachLine } from './line-map.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PROGRAM = join(ROOT, 'dist/apps/web/src/main.js');

/** What we load late stays a package of its own; so do those that other packages load only where somebody has them. */
const WHERE_PRESENT = ['ioredis', 'chokidar', 'pg-native'];
const lateApart = {
  name: 'late apart',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#/]/ }, ({ kind }) => (kind === 'dynamic-import' ? { external: true } : undefined));
  },
};

/** A letter beyond ASCII, which only patterns still have, would make every letter of the file take two bytes of memory. */
const narrow = (code) =>
  code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const { outputFiles } = await build({
  entryPoints: [PROGRAM],
  outfile: PROGRAM,
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // The framework, the tables and the description of the API go by the names of classes.
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  external: WHERE_PRESENT,
  plugins: [lateApart],
  alias: Object.fromEntries(
    ['domain', 'casework', 'platform'].map((lib) => [`#${lib}`, join(ROOT, `dist/libs/${lib}/src/index.js`)]),
  ),
  banner: { js: "import { createRequire as from } from 'node:module'; const require = from(import.meta.url);" },
  logLevel: 'error',
});
for (const { path, text } of outputFiles) {
  await writeFile(`${path}.new`, path.endsWith('.js') ? narrow(text) : oneForEachLine(text, /\/node_modules\//));
  await rename(`${path}.new`, path);
}
