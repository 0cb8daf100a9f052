import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Returns the folder of the clone, whether this code runs from its sources or from dist. */
export function projectRoot(): string {
  for (let folder = HERE; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error(`No package.json was found in ${HERE} or above it.`);
  }
}

/** Returns where something lies that is read while the code runs: its copy in dist, or among the sources where they run themselves. */
export function besideCode(path: string): string {
  const root = projectRoot();
  return join(root, relative(root, HERE).split(sep)[0] === 'dist' ? 'dist' : '', path);
}
