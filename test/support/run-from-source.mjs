// Lets plain Node import the TypeScript of this project as it stands, so that preparing the tests needs no build.
import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const settings = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

const isOurs = (url) => url?.startsWith('file:') && !url.includes('/node_modules/');

function resolve(specifier, context, next) {
  if (!isOurs(context.parentURL)) return next(specifier, context);
  if (specifier.startsWith('#')) return next(specifier, { ...context, conditions: ['source', ...context.conditions] });
  if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
  try {
    return next(specifier.replace(/\.js$/, '.ts'), context);
  } catch {
    return next(specifier, context);
  }
}

function load(url, context, next) {
  if (!isOurs(url) || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, filename });
  return { format: 'module', source: code, shortCircuit: true };
}

/** Does something for which TypeScript can be imported; afterwards Node is as it was. */
export async function fromSource(work) {
  const hooks = registerHooks({ resolve, load });
  try {
    return await work();
  } finally {
    hooks.deregister();
  }
}
