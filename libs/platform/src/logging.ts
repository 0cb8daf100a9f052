import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { PinoLoggerOptions } from 'fastify/types/logger.js';

export type Log = FastifyBaseLogger;

export interface LogSettings {
  /** The name of the process, on every line. */
  name: string;
  level: string;
}

/** Values of these query parameters open doors, so they never reach a log. */
const SECRET_PARAMETERS = /([?&](?:code|state|token|id_token|id_token_hint|access_token|session_state)=)[^&#]*/gi;

const REDACTED = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'password',
  '*.authorization',
  '*.cookie',
  '*.token',
  '*.secret',
  '*.password',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

interface LoggedRequest {
  method?: string;
  url?: string;
  ip?: string;
}

/** Returns an address as it may be logged. */
export function loggableUrl(url: string): string {
  return url.replace(SECRET_PARAMETERS, '$1…');
}

/** Builds the options of Fastify's own logger (pino, one JSON object a line). */
export function loggerOptions(settings: LogSettings): PinoLoggerOptions {
  return {
    name: settings.name,
    level: settings.level,
    // Milliseconds since 1970 are for machines only; a person who reads a log wants a date.
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[hidden]' },
    serializers: {
      req: (request: LoggedRequest) => ({
        method: request.method,
        url: loggableUrl(request.url ?? ''),
        remoteAddress: request.ip,
      }),
    },
  };
}

const REQUEST_ID = /^[\w.-]{8,64}$/;

/**
 * Keeps the identifier that a proxy gave to an HTTP exchange when it is harmless to log, else makes one;
 * fits Fastify's `genReqId`, with `requestIdHeader: false`.
 */
export function exchangeId(raw: { headers: Record<string, string | string[] | undefined> }): string {
  const given = raw.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Opens the same log for a process that serves no HTTP. */
export async function openLog(settings: LogSettings): Promise<Log> {
  // The logger that Fastify itself brings, without the whole of Fastify around it.
  const { createRequire } = await import('node:module');
  const pino = createRequire(import.meta.resolve('fastify'))('pino') as (options: PinoLoggerOptions) => Log;
  return pino(loggerOptions(settings));
}
