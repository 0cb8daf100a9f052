import { createHash } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import {
  canonical,
  CRITERION_NAMES,
  refuse,
  refuseFields,
  type FieldProblem,
  type Refusal,
  type RequestContent,
  type RequestEvent,
} from '#domain';
import { contentOf, type AdvanceOptions } from '#casework';
import type { Exchange } from '../shell/exchange.js';
import { Fault } from '../shell/refusals.js';
import { EVENT_SHAPES, SheetShape } from './events.dto.js';

const unknownField = (error: ValidationError): string =>
  error.target instanceof SheetShape
    ? `“${error.property.slice(0, 60)}” is not one of the five criteria: ${Object.keys(CRITERION_NAMES).join(', ')}`
    : `“${error.property.slice(0, 60)}” is not a field of this step`;

function problemsOf(errors: ValidationError[], above = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = above ? `${above}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {})
      .slice(0, 1)
      .map(([rule, message]) => ({
        path,
        message:
          rule === 'whitelistValidation'
            ? unknownField(error)
            : rule === 'nestedValidation'
              ? 'Enter an object with named values'
              : message,
      }));
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}

/** Nothing that is sent here goes deeper; much deeper, and whoever walks through it runs out of stack. */
const DEEPEST = 20;
const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => deeperThan(inner, levels - 1)));

/** A field of this name is taken for the class of what it stands in by those who look through it. */
const CLASS_OF = 'constructor';
const namesClass = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, CLASS_OF) || Object.values(value).some(namesClass));
const invalid = (message: string): Fault =>
  new Fault(422, 'invalid', `${message}.`, { fields: [{ path: '', message }] });

/** The body of a call, which has to be JSON: a form of a browser is none. */
export function jsonOf(request: Exchange): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    throw new Fault(415, 'mediaType', 'Send JSON: “Content-Type: application/json”.');
  if (deeperThan(request.body, DEEPEST)) throw invalid(`Nest values ${DEEPEST} levels deep or less`);
  if (namesClass(request.body)) throw invalid(`Leave out “${CLASS_OF}”: no field is called that`);
  return request.body;
}

type Shapes = Record<string, new () => object>;

/** A step as a program sends it, checked against its shape; or every problem of it, with paths. */
export function parseStep<E extends { type: string }>(body: unknown, shapes: Shapes): E | Refusal {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refuse('invalid', 'Send an object with a “type”.', [{ path: '', message: 'Send an object with a “type”' }]);
  const { type, ...rest } = body as { type?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) {
    const message = `“type” has to be one of: ${Object.keys(shapes).join(', ')}`;
    return refuse('invalid', `${message}.`, [{ path: 'type', message }]);
  }
  return checked(rest, shapes[type]!) ?? ({ ...rest, type } as unknown as E);
}

/** What stands against a body, by its shape. What a shape does not name is refused, so that a misspelt field never goes unnoticed. */
function checked(body: object, shape: new () => object): Refusal | null {
  const errors = validateSync(plainToInstance(shape, body), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  return refuseFields(problemsOf(errors));
}

/** An object as a program sends it, checked against its shape; or every problem of it, with paths. */
export function parseShape<T>(body: unknown, shape: new () => object): T | Refusal {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return checked(body, shape) ?? (body as T);
  return refuse('invalid', 'Send an object.', [{ path: '', message: 'Send an object' }]);
}

/** Steps that have an address of their own. */
const ELSEWHERE: Record<string, string> = {
  ATTACH: 'Documents are sent to /files of the request',
  DETACH: 'Documents are sent to /files of the request',
  CREATE: 'A request is started with POST /api/v1/requests',
};

/** A step of a request as a program sends it. */
export function parseEvent(body: unknown): RequestEvent | Refusal {
  const type = (body as { type?: unknown } | null)?.type;
  if (typeof type === 'string' && Object.hasOwn(ELSEWHERE, type))
    return refuse('invalid', `${ELSEWHERE[type]!}.`, [{ path: 'type', message: ELSEWHERE[type]! }]);
  return parseStep<RequestEvent>(body, EVENT_SHAPES);
}

/** Content as a program sends it. A sample file can be posted as it is: what belongs to the file and not to the request is left aside. */
export function parseContent(body: unknown): RequestContent | Refusal {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refuse('invalid', 'Send the content of the request as an object.', [
      { path: '', message: 'Send the content of the request as an object' },
    ]);
  return contentOf(body as Record<string, unknown>);
}

/** The key under which a step is done once, bound to who sends it and to what. */
export function onceOf(request: Exchange): AdvanceOptions['once'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Fault(400, 'idempotencyKey', 'Idempotency-Key has to be 1 to 200 printable characters.');
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${canonical(request.body ?? null)}`)
    .digest('hex');
  return { key, fingerprint };
}

/** The revision that the sender has read. Needed with every write of a case; `*` only for a step of the sender's own part. */
export function revisionOf(request: Exchange, ownPart: boolean): number | 'latest' {
  const header = request.headers['if-match'];
  if (header === undefined)
    throw new Fault(
      428,
      'revisionNeeded',
      'Send If-Match with the revision that you have read, such as If-Match: "7".',
    );
  if (header.trim() === '*' && ownPart) return 'latest';
  const revision = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (revision === undefined)
    throw new Fault(400, 'revisionUnreadable', 'If-Match has to be a revision in quotation marks, such as "7".');
  return Number(revision);
}
