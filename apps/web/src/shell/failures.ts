import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Environment } from '#platform';
import { errorPage } from './error-pages.js';
import { isApi } from './entrance.js';
import type { Exchange, Reply } from './exchange.js';
import type { KnownPaths } from './known-paths.js';
import type { Pages } from './pages.js';
import { paths } from './paths.js';
import { Fault, problem, Refused, statusOf } from './refusals.js';
import { writtenIn } from './written.js';

interface Failure {
  status: number;
  code: string;
  message: string;
  fields?: { path: string; message: string }[] | undefined;
  revision?: number | undefined;
}

/** Errors of Fastify and its parsers that are the sender's; everything else is ours. */
const SENT: Record<string, [number, string, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'tooLarge', 'What was sent is larger than this address takes.'],
  FST_REQ_FILE_TOO_LARGE: [413, 'tooLarge', 'The file is larger than this address takes.'],
  FST_FILES_LIMIT: [413, 'tooManyFiles', 'Send at most ten files at once.'],
  FST_PARTS_LIMIT: [413, 'tooManyParts', 'The form has more fields than this address takes.'],
  FST_FIELDS_LIMIT: [413, 'tooManyParts', 'The form has more fields than this address takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'mediaType',
    'Send JSON (“Content-Type: application/json”), or documents in a multipart form.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'unreadable', 'The body is not as long as it says.'],
  FST_ERR_BAD_URL: [400, 'unreadable', 'The address cannot be read.'],
  FST_ERR_MAX_PARAM_LENGTH: [404, 'notFound', 'There is nothing at this address.'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [400, 'unreadable', 'The form cannot be read.'],
  FST_PROTO_VIOLATION: [400, 'unreadable', 'The form has a field with a name that cannot be taken.'],
  FST_INVALID_JSON_FIELD_ERROR: [400, 'unreadable', 'A field of the form says that it is JSON and is not.'],
  FST_MP_PREMATURE_CLOSE: [400, 'unreadable', 'The form breaks off.'],
};

/** The database is away, restarts or has no place left: trying again later helps. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '08006', '57P01', '57P02', '57P03', '53300']);

/** What a failure is by its status alone. The framework's own words are for who builds with it, never for who calls. */
const BY_STATUS: Record<number, [code: string, message: string]> = {
  404: ['notFound', 'There is nothing at this address.'],
  413: ['tooLarge', 'What was sent is larger than this address takes.'],
};
const UNREADABLE: [code: string, message: string] = ['unreadable', 'What was sent cannot be read.'];

const statusIn = (error: unknown): number | undefined =>
  error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;

function failureOf(thrown: unknown): Failure | null {
  // The framework wraps what its server threw.
  const error = thrown instanceof HttpException ? (thrown.cause ?? thrown) : thrown;
  if (error instanceof Refused) {
    const { code, message, fields, revision } = error.refusal;
    return { status: statusOf(error.refusal), code, message, fields, revision };
  }
  if (error instanceof Fault) return { status: error.status, code: error.code, message: error.message, ...error.more };
  const code = (error as { code?: unknown } | null)?.code;
  const sent = typeof code === 'string' ? SENT[code] : undefined;
  if (sent) return { status: sent[0], code: sent[1], message: sent[2] };
  if (typeof code === 'string' && AWAY.has(code))
    return { status: 503, code: 'away', message: 'The service is not available just now. Try again in a few minutes.' };
  // The reader of forms names these by nothing but their words.
  if (error instanceof Error && /end of multipart data|^Multipart: Boundary/.test(error.message))
    return { status: 400, code: 'unreadable', message: 'The form breaks off, or is not what it says it is.' };
  const status = statusIn(error);
  if (status === undefined || status < 400 || status >= 500) return null;
  const [known, message] = BY_STATUS[status] ?? UNREADABLE;
  return { status, code: known, message };
}

/** From a page of a case that is refused to somebody who may open the case, back to the case. */
function backToCase(status: number, path: string) {
  const [href, kind] = /^\/(requests|deployments)\/[A-Z]+-\d{4}-\d+(?=\/)/.exec(path) ?? [];
  if (!href || (status !== 403 && status !== 409)) return {};
  return { back: { text: kind === 'requests' ? 'Back to the request' : 'Back to the post', href } };
}

/** Behind a link of a mail: whoever holds it may have no account, and no assignment that it could be part of. */
const LINKS = /^\/(endorse|consulted|received)\//;

/** Every failure ends here: expected ones with their reason, unexpected ones logged once, under a number that the person sees. */
@Catch()
export class Failures implements ExceptionFilter {
  constructor(
    private readonly environment: Environment,
    private readonly pages: () => Pages,
    private readonly known: KnownPaths,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<Exchange>(), host.switchToHttp().getResponse<Reply>());
  }

  answer(error: unknown, request: Exchange, reply: Reply): void {
    if (reply.sent) return;
    const failure = failureOf(error);
    if (!failure || failure.status >= 500) request.log.error({ err: error }, 'unexpected failure');
    if (failure && isApi(request.url)) this.asProgramsExpect(failure, request, reply);
    const { status, code, message, fields, revision } = failure ?? {
      status: 500,
      code: 'unexpected',
      message: 'Something went wrong on our side. It has been recorded.',
      fields: undefined,
      revision: undefined,
    };
    const reference = failure ? undefined : String(request.id);
    if (isApi(request.url)) {
      const body = problem(status, code, message, { fields, revision, ...(reference ? { reference } : {}) });
      return void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
    }
    const limit = `${Math.round(this.environment.uploadMaxBytes / 1024 / 1024)} MB`;
    const path = request.url.split('?')[0]!;
    const detail = {
      limit,
      kept: writtenIn(request.body),
      reading: request.method === 'GET',
      ...(failure && (status !== 404 || LINKS.test(path)) ? { reason: message } : {}),
      ...(reference ? { reference } : {}),
      ...backToCase(status, path),
      ...(LINKS.test(path) && !request.signedIn ? { back: { text: 'Go to the start page', href: '/' } } : {}),
      ...(status === 401 ? { back: { text: 'Sign in and go back to the page', href: paths.signIn(path) } } : {}),
    };
    const html = this.pages().html(request, 'shell/error.njk', { ...errorPage(status, detail) });
    void reply.status(status).header('content-type', 'text/html; charset=utf-8').send(html);
  }

  /** What HTTP itself has to say besides: how to sign in, and what an address takes instead. */
  private asProgramsExpect(failure: Failure, request: Exchange, reply: Reply): void {
    if (failure.status === 401) void reply.header('www-authenticate', 'Bearer realm="hra"');
    const takes = failure.status === 404 ? this.known.methodsAt(request.url.split('?')[0]!) : [];
    if (takes.length === 0 || takes.includes(request.method)) return;
    const allow = takes.join(', ');
    void reply.header('allow', allow);
    Object.assign(failure, { status: 405, code: 'method', message: `This address takes ${allow}.` });
  }
}
