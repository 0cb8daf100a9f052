import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Attachment } from 'postal-mime';
import type { Answering } from './answering.js';
import { framedHtml, listPage, messagePage, missingPage, sizeOf } from './inbox-pages.js';
import { STYLE } from './inbox-style.js';
import type { MailStore, StoredMail } from './mail-store.js';

const PER_PAGE = 50;
const HTML = 'text/html; charset=utf-8';
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; " +
  "frame-ancestors 'self'";

interface Answer {
  status?: number;
  type: string;
  body: string | Uint8Array;
  policy?: string;
  headers?: Record<string, string>;
}

function json(value: unknown, status = 200): Answer {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(value, null, 2)}\n`,
    policy: "default-src 'none'",
  };
}

function list(store: MailStore, query: URLSearchParams): Answer {
  const text = query.get('q') ?? '';
  const found = store.list(text);
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1));
  const mails = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return { type: HTML, body: listPage({ mails, text, page, pages, total: found.length }) };
}

function apiList(store: MailStore, query: URLSearchParams): Answer {
  const found = store.list(query.get('q') ?? '');
  const limit = Number.parseInt(query.get('limit') ?? '', 10) || found.length;
  return json({ total: found.length, messages: found.slice(0, limit) });
}

function apiMail({ email, source: _source, ...summary }: StoredMail): Answer {
  const { html, text, messageId, date, attachments } = email;
  const headers = email.headers.map(({ originalKey, value }) => ({ name: originalKey, value }));
  const files = attachments.map((file, index) => ({
    filename: file.filename,
    mimeType: file.mimeType,
    size: sizeOf(file),
    url: `/messages/${summary.id}/attachments/${index}`,
  }));
  return json({ ...summary, attachments: files, messageId, date, headers, text, html });
}

function attachment(file: Attachment): Answer {
  const body = typeof file.content === 'string' ? file.content : new Uint8Array(file.content);
  const name = encodeURIComponent(file.filename ?? 'attachment').replace(/['()*]/g, escape);
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${name}` };
  return { type: file.mimeType.replace(/[^\w.+/-]/g, ''), body, headers, policy: "sandbox; default-src 'none'" };
}

const SAID: Record<string, string> = {
  answered: 'The system has taken it.',
  failed: 'The system did not take it. Is the worker running?',
};
function part(mail: StoredMail, path: string, answers: boolean, query: URLSearchParams): Answer | undefined {
  const said = Object.keys(SAID).find((word) => query.has(word));
  if (path === '') return { type: HTML, body: messagePage(mail, answers, said ? SAID[said] : '') };
  if (path === '/html') return { type: HTML, body: framedHtml(mail), policy: MAIL_POLICY };
  if (path === '/source') return { type: 'text/plain; charset=utf-8', body: mail.source, policy: "default-src 'none'" };
  const file = mail.email.attachments[Number(/^\/attachments\/(\d+)$/.exec(path)?.[1] ?? -1)];
  return file && attachment(file);
}

async function answer(store: MailStore, url: URL, answers: boolean): Promise<Answer> {
  const { pathname, searchParams } = url;
  if (pathname === '/') return list(store, searchParams);
  if (pathname === '/style.css') return { type: 'text/css; charset=utf-8', body: STYLE };
  if (pathname === '/health/ready') return json({ status: 'ok' });
  if (pathname === '/api/messages') return apiList(store, searchParams);
  const [, api, id, rest = ''] = /^(\/api)?\/messages\/(\d{1,12})(\/.*)?$/.exec(pathname) ?? [];
  const mail = await store.get(Number(id ?? 0));
  if (api) return mail && rest === '' ? apiMail(mail) : json({ status: 404, title: 'This mail is not here.' }, 404);
  return (mail && part(mail, rest, answers, searchParams)) ?? { status: 404, type: HTML, body: missingPage() };
}

const MOST_BODY = 64 * 1024;
async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BODY) throw new Error('The answer is too long.');
    pieces.push(piece);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
}

/** Sends what was typed below a mail, or returns the mail; then the page says what became of that. */
async function post(
  store: MailStore,
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
): Promise<void> {
  const [, id] = /^\/messages\/(\d{1,12})\/(reply)$/.exec(new URL(request.url ?? '/', 'http://inbox').pathname) ?? [];
  const mail = await store.get(Number(id ?? 0));
  const own = request.headers['sec-fetch-site'] ?? 'same-origin';
  if (!mail || own !== 'same-origin') return void response.writeHead(404).end();
  const form = await bodyOf(request);
  const done = await answering(mail, form.get('do') === 'bounce' ? null : (form.get('text') ?? ''));
  response.writeHead(303, { location: `/messages/${mail.id}?${done ? 'answered' : 'failed'}=1` }).end();
}

async function serve(
  store: MailStore,
  answering: Answering | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST' && answering) return post(store, request, response, answering);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const {
    status = 200,
    type,
    body,
    policy = PAGE_POLICY,
    headers,
  } = await answer(store, new URL(request.url ?? '/', 'http://inbox'), answering !== null);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Makes the web server of the inbox: pages for people, /api/messages for programs. */
export function inboxServer(store: MailStore, answering: Answering | null = null): Server {
  return createServer((request, response) => {
    serve(store, answering, request, response).catch((error: Error) => {
      console.error(error.message);
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This page could not be shown.\n');
    });
  });
}
