import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { TEXT_LIMIT } from './multipart.js';
import { Fault } from './refusals.js';

/** Names with which a body could reach into the language itself. */
const FORBIDDEN = 'A body cannot have a value named “__proto__”, or “constructor” with a “prototype”.';

/** Why a text that was sent as JSON is not taken. It comes to this once in a while: then it may be read a second time. */
function reasonFor(text: string): Fault {
  try {
    JSON.parse(text);
    return new Fault(400, 'forbiddenName', FORBIDDEN);
  } catch (error) {
    const at = /line (\d+) column (\d+)/.exec(String(error));
    const where = at ? `: it cannot be read from line ${at[1]}, character ${at[2]}` : ': it breaks off';
    return new Fault(400, 'unreadable', `The body is not valid JSON${where}.`);
  }
}

/** Reads bodies of JSON and of merge patches, and says in our own words what is wrong with one. */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer', bodyLimit: TEXT_LIMIT },
    (request, bytes, done) => {
      if (bytes.length === 0)
        return done(new Fault(400, 'unreadable', 'The body is empty, but it says that it is JSON.'));
      // Read as it comes, broken characters would be replaced, and the record would hold what nobody wrote.
      if (!isUtf8(bytes)) return done(new Fault(400, 'unreadable', 'The body is not valid UTF-8. Send JSON in UTF-8.'));
      const text = bytes.toString('utf8');
      void parse(request, text, (error, body) => done(error && reasonFor(text), body));
    },
  );
}
