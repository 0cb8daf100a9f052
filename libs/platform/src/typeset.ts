import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The faces that templates may name: Source Serif 4, Source Sans 3, and IBM Plex Sans Arabic for names and quotes. */
const FACES = {
  'source-serif-4': ['400Regular', '600SemiBold'],
  'source-sans-3': ['400Regular', '400Regular_Italic', '600SemiBold'],
  'ibm-plex-sans-arabic': ['400Regular', '600SemiBold'],
};
/** How many documents ago something was last needed before the compiler forgets it. */
const FORGET_AFTER = 10;

const require = createRequire(import.meta.url);
const compilers = new Map<string, NodeCompiler>();

function fontFolders(): string[] {
  return Object.entries(FACES).flatMap(([family, faces]) => {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return faces.map((face) => join(folder, face));
  });
}

/** One compiler for each folder of templates: a template may read what lies beside it, and nothing else. */
async function compilerFor(folder: string): Promise<NodeCompiler> {
  const known = compilers.get(folder);
  if (known) return known;
  // Loaded when first needed: most processes never make a document.
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = typst.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders() }] });
  compilers.set(folder, compiler);
  return compiler;
}

/**
 * Typesets a Typst template, given by its path, as PDF. The data reach it as JSON in `sys.inputs.data`, so that no text
 * that somebody wrote can be taken for markup.
 */
export async function typeset(template: string, data: unknown): Promise<Buffer> {
  const compiler = await compilerFor(dirname(template));
  const result = compiler.compile({ mainFilePath: template, inputs: { data: JSON.stringify(data) } });
  const made = result.result;
  if (!made) {
    const error = result.takeError();
    const found = error ? compiler.fetchDiagnostics(error) : [];
    throw new Error(`The document could not be typeset: ${JSON.stringify(found)}`);
  }
  const pdf = compiler.pdf(made);
  compiler.evictCache(FORGET_AFTER);
  return pdf;
}
