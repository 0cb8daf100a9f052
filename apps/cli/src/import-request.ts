import type { Command } from 'commander';
import type { Refusal } from '#domain';
import { Failed } from './failure.js';
import { personNamed, textOf, withSystem } from './system.js';

/** What a refusal says, with each field on a line of its own. */
export function refusalText({ message, fields }: Refusal): string {
  return [message, ...(fields ?? []).map((f) => `  ${f.path || 'the file'}: ${f.message}`)].join('\n');
}

function parsed(file: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below: what is wrong with it is the same to whoever made it.
  }
  throw new Failed(`“${file}” is not a request in JSON.`);
}

/** hra import request */
export function importRequest(imports: Command): void {
  imports
    .command('request')
    .description('open a draft from a file in the shape of the JSON API, and print its reference')
    .argument('<file>', 'a JSON file')
    .requiredOption('--as <email>', 'who opens it: somebody of a Resident Coordinator’s Office')
    .action(async (file: string, options: { as: string }) => {
      const content = parsed(file, await textOf(file));
      const { contentOf } = await import('#casework');
      const { isRefusal } = await import('#domain');
      await withSystem(async (system) => {
        const person = await personNamed(options.as, system.people);
        const { casework } = await system.casework();
        const opened = await casework.open(person, contentOf(content));
        if (isRefusal(opened)) throw new Failed(refusalText(opened));
        console.log(opened.ref);
      });
    });
}
