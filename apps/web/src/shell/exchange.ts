import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person, SignedIn } from '#casework';
import type { InspectedUpload, ReceivedUpload } from '#platform';

/** A file that came with a form: inspected, on disk until the exchange ends. */
export interface Upload {
  field: string;
  name: string;
  file: ReceivedUpload;
  inspected: InspectedUpload | { ok: false; reason: string };
  /** Its name was longer than is kept. */
  shortened?: true;
}

/** What the shell adds to a Fastify request before a controller sees it. */
export interface Exchange extends FastifyRequest {
  signedIn: SignedIn | null;
  /** Whose session has run out. */
  wasSignedIn: Person | null;
  /** Text of this address that was kept when a session ended; shown once. */
  kept: Record<string, unknown> | null;
  uploads: Upload[];
  /** How many of the person’s notices are unread. */
  unread: number;
}
export type Reply = FastifyReply;
/** A form as it arrives: names to texts. */
export type Form = Record<string, string | string[] | undefined>;

/** The signed-in person; the sign-in hook has refused everybody else before. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<Exchange>();
  if (!signedIn) throw new Error('A controller was reached without sign-in.');
  return signedIn;
});

/** The form of an exchange; whatever else a program may have sent is an empty one. */
export const formOf = ({ body }: Pick<FastifyRequest, 'body'>): Form =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Form) : {};

/** What a sender put under a name, as far as it is text: a program may have sent anything. */
const texts = (form: Form, name: string): string[] => {
  const value: unknown = form[name];
  return (Array.isArray(value) ? value : [value])
    .filter((v): v is string => typeof v === 'string')
    .map((v) => v.trim());
};
/** One text of a form, trimmed; empty when it was not sent. */
export const one = (form: Form, name: string): string => texts(form, name)[0] ?? '';
/** Digits as they are written in Arabic or Persian, read as the same digits. */
export const inPlainDigits = (typed: string): string =>
  typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
/** The three fields of a date, as they were typed. */
export const dateTyped = (form: Form, name: string): { day: string; month: string; year: string } => ({
  day: inPlainDigits(one(form, `${name}-day`)),
  month: inPlainDigits(one(form, `${name}-month`)),
  year: inPlainDigits(one(form, `${name}-year`)),
});
/** Every text under a name. */
export const many = (form: Form, name: string): string[] => texts(form, name).filter(Boolean);
/** The lines of a text field, without empty ones. */
export const lines = (form: Form, name: string): string[] =>
  one(form, name)
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter(Boolean);
/** Browsers send line ends as CR LF; the record keeps LF. */
export const text = (form: Form, name: string): string => one(form, name).replace(/\r\n/g, '\n');
