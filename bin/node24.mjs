// Runs a script under Node 24.9 or newer: the Node at hand when it is new enough, else the one npm installed.
// usage: node bin/node24.mjs [node options] script.js [arguments]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

export function node24() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 9)) return process.execPath;
  try {
    return createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    console.error(`Node 24.9 or newer is needed (this is ${process.version}). Install it, or run "npm ci" first.`);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const script = process.argv.slice(2).find((argument) => argument.startsWith('dist/'));
  if (script && !existsSync(script)) {
    console.error('This is not built yet: run "npm start" or "npm run build" first.');
    process.exit(1);
  }
  const child = spawn(node24(), process.argv.slice(2), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + ({ SIGINT: 2, SIGTERM: 15 }[signal] ?? 0)));
}
