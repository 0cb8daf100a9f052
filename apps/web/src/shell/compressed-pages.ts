import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this a page fits into one packet anyhow. */
const WORTH_IT = 1_200;
/** Four times as quick as the best there is, and a few per cent larger. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};

const WAYS = ['br', 'gzip'] as const;
type Way = (typeof WAYS)[number];

/** The best way that a browser says it can read; none when it says neither. */
function wayFor(accepted = ''): Way | undefined {
  const readable = accepted.split(',').map((part) => part.trim().split(/\s*;\s*q=/));
  return WAYS.find((way) => readable.some(([name, weight = '1']) => name === way && Number(weight) > 0));
}

/** Sends pages compressed: many of those who read them are on slow lines. Pages hold no secret that a guess could be measured against. */
export function compressPages(server: FastifyInstance): void {
  // A callback, not a promise: every answer passes here, and few are pages.
  server.addHook('onSend', (request, reply, payload, done) => {
    const isPage = String(reply.getHeader('content-type') ?? '').startsWith('text/html');
    if (!isPage || typeof payload !== 'string' || payload.length < WORTH_IT) return done(null, payload);
    void reply.header('vary', 'Accept-Encoding');
    const way = wayFor(request.headers['accept-encoding']);
    if (!way) return done(null, payload);
    void reply.header('content-encoding', way).removeHeader('content-length');
    if (way === 'br') brotliCompress(payload, BROTLI, done);
    else gzip(payload, done);
  });
}
