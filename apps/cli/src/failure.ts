/** Something that the person at the keyboard can mend: said in a sentence, without a trace. */
export class Failed extends Error {}

const DATABASE: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer. Is the system still running?',
  ENOTFOUND: 'The host of DATABASE_URL is not known.',
  '28P01': 'The database refuses the password of DATABASE_URL.',
  '3D000': 'The database of DATABASE_URL does not exist.',
  '42P01': 'The database is not prepared yet: run “hra migrate” first.',
};

/** What went wrong, in words. */
export function sentenceOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && DATABASE[code]) return DATABASE[code];
  return error instanceof Error && error.message ? error.message : String(error);
}
