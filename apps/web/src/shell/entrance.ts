import multipart from '@fastify/multipart';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { People, type OwnNotices } from '#casework';
import { hashToken, type Environment } from '#platform';
import type { Exchange, Reply } from './exchange.js';
import { readJsonBodies } from './json-body.js';
import { MULTIPART_LIMITS, readMultipart, TEXT_LIMIT } from './multipart.js';
import { readPackedForms } from './packed-forms.js';
import { paths } from './paths.js';
import { protectionOf } from './protection.js';
import { Fault } from './refusals.js';
import { STATIC_PAGES } from './static-pages.js';
import { writtenIn } from './written.js';

export const SESSION_COOKIE = 'hra_session';
/** What the session cookie becomes at sign-out: it opens nothing, and tells whose text another tab still sends. */
export const ENDED_COOKIE = 'hra_ended';

/** Where it does not matter who asks. */
const NOBODYS = ['/assets/', '/health/', '/metrics', '/api/static/'];
/** Pages that need no sign-in. */
const isPublic = (path: string): boolean =>
  path === '/sign-in' ||
  path.startsWith('/sign-in/') ||
  path === '/sign-out' ||
  path.startsWith('/assets/') ||
  // The secret in the address of a calendar says who reads.
  path.startsWith('/calendar/') ||
  // And so does the one of a link by which somebody answers who has no account.
  path.startsWith('/consulted/') ||
  path.startsWith('/api/v1/consulted/') ||
  path.startsWith('/endorse/') ||
  // A link that ends mails of one kind does nothing else.
  path.startsWith('/unsubscribe/') ||
  path.startsWith('/received/') ||
  path.startsWith('/health/') ||
  path === '/metrics' ||
  path === '/favicon.ico' ||
  Object.hasOwn(STATIC_PAGES, path) ||
  path === '/api' ||
  path === '/api/' ||
  path.startsWith('/api/static/') ||
  /^\/api\/[\w.-]+\.(js|css|png|map|yaml)$/.test(path) ||
  path === '/api/openapi.json';
/** Where a page saves by itself while somebody writes. */
const isAutosave = (path: string): boolean => path.endsWith('/autosave');
export const isApi = (url: string): boolean => url.startsWith('/api/');

/** What kinds of body are read, and up to what size. */
async function openParsers(server: FastifyInstance, environment: Environment): Promise<void> {
  await server.register(formbody, { bodyLimit: TEXT_LIMIT });
  const limits = { ...MULTIPART_LIMITS, fileSize: environment.uploadMaxBytes };
  // A name is shown as it was given; it is never a path here. A file that is too large is refused beside the text of its form, which is taken.
  await server.register(multipart, { limits, throwFileSizeLimit: false, preservePath: true });
  // What has no parser is refused: a text is neither a form nor JSON.
  server.removeContentTypeParser('text/plain');
  readJsonBodies(server);
  readPackedForms(server);
}

/** Everything that a call passes before a controller sees it, in order. */
export async function openEntrance(
  server: FastifyInstance,
  environment: Environment,
  { people, notices }: { people: People; notices: Pick<OwnNotices, 'unread'> },
): Promise<void> {
  const protection = protectionOf(environment);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(protection);
    done();
  });
  await server.register(cookie);
  await openParsers(server, environment);
  server.decorateRequest('signedIn', null);
  server.decorateRequest('wasSignedIn', null);
  server.decorateRequest('kept', null);
  server.decorateRequest('uploads', null as never);
  server.decorateRequest('unread', 0);
  server.addHook('onRequest', async (request, reply) => {
    (request as Exchange).uploads = [];
    refuseOtherSites(request as Exchange, environment);
    await identify(request as Exchange, reply, people);
  });
  server.addHook('preValidation', async (request, reply) => {
    await readMultipart(request as Exchange, environment);
    await sendToSignIn(request as Exchange, reply, people);
    await countUnread(request as Exchange, notices);
  });
  server.addHook('onResponse', (request, _reply, done) => {
    const { uploads } = request as Exchange;
    if (uploads.length === 0) return done();
    void Promise.all(uploads.map((u) => u.file.remove())).then(() => done(), done);
  });
}

/** A form of another site must not act in the name of who is signed in here. Browsers say where a call comes from. */
function refuseOtherSites(request: Exchange, environment: Environment): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return;
  // A mail program in a browser ends mails from its own page (RFC 8058): the link says whose, and nobody who is signed in acts.
  if (request.url.startsWith('/unsubscribe/')) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const own =
    origin === undefined ||
    origin === environment.baseUrl ||
    (origin !== 'null' && URL.canParse(origin) && new URL(origin).host === request.headers.host);
  if (site === 'cross-site' || site === 'same-site' || !own)
    throw new Fault(403, 'crossSite', 'This form was sent from another site. Open the page here and try again.');
}

/** Finds out who it is: a bearer token, else the session cookie. A program without one goes no further. */
async function identify(request: Exchange, reply: Reply, people: People): Promise<void> {
  const path = request.url.split('?')[0]!;
  if (NOBODYS.some((place) => path.startsWith(place))) return;
  const { authorization } = request.headers;
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? '')?.[1];
  const token = bearer ?? (authorization ? undefined : request.cookies[SESSION_COOKIE]);
  const known = token ? await people.byCredential(hashToken(token)) : null;
  if (known && 'expired' in known) request.wasSignedIn = known.expired;
  if (!token && request.cookies[ENDED_COOKIE] && request.method === 'POST') await findWhoLeft(request, people);
  if (known && 'signedIn' in known && known.signedIn.kind === (bearer ? 'token' : 'session')) {
    request.signedIn = known.signedIn;
    refuseWrites(request);
    if (!isApi(path) && request.method === 'GET' && request.query && 'kept' in (request.query as object))
      request.kept = await people.takeForm(known.signedIn.id, path);
  }
  if (!isApi(path) || isPublic(path)) return;
  void reply.header('cache-control', 'private, no-store');
  if (!request.signedIn)
    throw new Fault(
      401,
      'signInNeeded',
      token || authorization
        ? 'This token is not valid, or it has ended. Ask for a new one with “hra token”.'
        : 'Send a personal token: “Authorization: Bearer …”.',
    );
}

/** To save a section costs three statements, and leads to a page that counts. */
const isSave = ({ method, url }: Exchange): boolean =>
  method === 'POST' && /^\/requests\/[^/]+\/sections\/\d+$/.test(url.split('?')[0]!);

/** Every page says how many notices are unread; what is no page does not. */
async function countUnread(request: Exchange, notices: Pick<OwnNotices, 'unread'>): Promise<void> {
  const path = request.url.split('?')[0]!;
  if (request.signedIn && !isApi(path) && !isAutosave(path) && !isSave(request) && !/\.\w+$/.test(path))
    request.unread = await notices.unread(request.signedIn);
}

/** Somebody signed out in another tab: what this one sends is kept for them. */
async function findWhoLeft(request: Exchange, people: People): Promise<void> {
  const left = await people.byCredential(hashToken(request.cookies[ENDED_COOKIE]!));
  if (left && 'expired' in left) request.wasSignedIn = left.expired;
}

/** A token that was made for reading changes nothing. */
function refuseWrites({ method, signedIn }: Exchange): void {
  if (method === 'GET' || method === 'HEAD' || signedIn?.scopes.includes('everything')) return;
  throw new Fault(
    403,
    'readOnly',
    'This token was made for reading only. Make one without --read to change something.',
  );
}

/** Somebody who is not signed in goes to the sign-in page first; the text of whose session just ended is kept. */
async function sendToSignIn(request: Exchange, reply: Reply, people: People): Promise<void> {
  const path = request.url.split('?')[0]!;
  if (request.signedIn || isPublic(path)) return;
  if (request.method === 'GET' || request.method === 'HEAD')
    return void reply.status(303).redirect(paths.signIn(request.url));
  // The page itself says so, keeps the text, and sends its whole form when the person asks to sign in.
  if (isAutosave(path)) return void reply.status(401).send({ refused: 'Your session has ended.' });
  const keeps = request.wasSignedIn && request.body && typeof request.body === 'object';
  if (keeps) await people.keepForm(request.wasSignedIn!.id, path, request.body);
  // Nobody knows any more whose text it is: it goes back to who sent it.
  else if (writtenIn(request.body).length > 0)
    throw new Fault(401, 'signedOut', 'You were signed out before this was sent, so it is not saved.');
  return void reply.status(303).redirect(paths.signIn(keeps ? `${path}?kept=1` : path));
}
