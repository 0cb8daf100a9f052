import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK } from '#casework';
import { freePort, hashToken, newToken, readEnvironment, type ShiftedClock } from '#platform';
import { boot } from '../../apps/web/src/boot.js';
import type { TestDatabase } from './database.js';

/** A way in of the app, as the server knows it. */
export interface Route {
  method: string;
  url: string;
}
export type Json = Record<string, unknown>;
/** What came back: the body as JSON where it is JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}
type Fields = Record<string, string>;
export interface Sending {
  headers?: Fields;
  json?: unknown;
  form?: Record<string, string | string[]> | FormData;
  /** Sent as it is. */
  raw?: string | Uint8Array<ArrayBuffer>;
}

/** Environment variables; those that depend on where the app will be are told it. */
export type Settings = Fields | ((url: string) => Promise<Fields>);

const DAY_MS = 86_400_000;
/** How a token of a test differs from the one that “hra token” makes. */
export interface TokenTerms {
  days?: number;
  scopes?: string[];
}

/** The web app of a spec file: the real one, in this process, on a port of its own. */
export class Web {
  app!: NestFastifyApplication;
  url!: string;
  readonly routes: Route[] = [];
  readonly files = mkdtempSync(join(tmpdir(), 'web-spec-'));

  constructor(readonly db: TestDatabase) {}

  async open(settings: Settings): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const given = typeof settings === 'function' ? await settings(this.url) : settings;
    const environment = readEnvironment({
      NODE_ENV: 'test',
      DEMO: '1',
      DATABASE_URL: this.db.url,
      FILES_DIR: this.files,
      BASE_URL: this.url,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...given,
    });
    this.app = await boot(environment, ({ method, url }) => {
      for (const one of [method].flat()) this.routes.push({ method: one, url });
    });
    this.at(this.db.clock.now());
    await this.app.listen(port, '127.0.0.1');
  }

  /** Moves the clock of the app, which runs on from there. */
  at(when: Date): void {
    this.app.get<ShiftedClock>(CLOCK).offsetMs = when.getTime() - Date.now();
  }

  /** Real time passes: whoever is signed in now, by session or token, is not any more. */
  async everybodysTimeEnds(): Promise<void> {
    await this.db.pool.query(`UPDATE credential SET expires_at = now() - interval '1 minute'`);
  }

  async close(): Promise<void> {
    await this.app?.close();
    rmSync(this.files, { recursive: true, force: true });
  }

  /** Sends one call; redirects are not followed. */
  async send(method: string, path: string, { headers, json, form, raw }: Sending = {}): Promise<Answer> {
    const fields = form instanceof FormData || form === undefined ? form : new URLSearchParams(pairs(form));
    const body = json === undefined ? (fields ?? raw) : JSON.stringify(json);
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      // Not compressed: to press what is read in the same process at once is work for nothing.
      headers: {
        'accept-encoding': 'identity',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson && text ? JSON.parse(text) : {}) as Json,
    };
  }

  /** A personal token of somebody. */
  async token(personId: string, { days = 30, scopes = ['everything'] }: TokenTerms = {}): Promise<string> {
    return this.credential(personId, 'token', days, scopes);
  }

  /** A session of somebody, as the cookie that a browser sends. */
  async session(personId: string, days = 0.5): Promise<Fields> {
    return { cookie: `hra_session=${await this.credential(personId, 'session', days, ['everything'])}` };
  }

  private async credential(personId: string, kind: 'session' | 'token', days: number, scopes: string[]) {
    const token = newToken();
    await this.db.people.grant(hashToken(token), personId, { kind, label: 'spec', scopes, validForMs: days * DAY_MS });
    return token;
  }

  /** The API as somebody uses it by a token. */
  async program(personId: string, terms: TokenTerms = {}): Promise<Program> {
    return new Program(this, await this.token(personId, terms));
  }
}

const pairs = (form: Record<string, string | string[]>): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));

/** Somebody's program: the API with a token. */
export class Program {
  constructor(
    readonly web: Web,
    readonly token: string,
  ) {}

  send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}`, ...sending.headers };
    return this.web.send(method, `/api/v1${path}`, { ...sending, headers });
  }
  get = (path: string): Promise<Answer> => this.send('GET', path);
  /** Sends JSON with the revision that was read. */
  write(method: string, path: string, json: unknown, revision: number | string, headers: Fields = {}): Promise<Answer> {
    return this.send(method, path, { json, headers: { 'if-match': `"${revision}"`, ...headers } });
  }
  /** Takes a step at whatever revision the request is. */
  async step(ref: string, event: Json, headers: Fields = {}): Promise<Answer> {
    const { json } = await this.get(`/requests/${ref}/actions`);
    return this.write('POST', `/requests/${ref}/events`, event, Number(json.revision), headers);
  }
}

/** Gives a spec file the web app on its database. */
export function useWeb(db: TestDatabase, settings: Settings = {}): Web {
  const web = new Web(db);
  beforeAll(() => web.open(settings));
  afterAll(() => web.close());
  return web;
}
