/** What can stand in the way of a start, by the code of the error; each is mended outside of the program. */
const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at the address',
  ENOTFOUND: 'the name of a host is not known',
  EAI_AGAIN: 'the name of a host cannot be looked up now',
  ETIMEDOUT: 'nothing answers in time at the address',
  '28P01': 'the database refuses the password',
  '28000': 'the database refuses the user',
  '3D000': 'the database does not exist',
  '42P01': 'the database is not prepared yet (run “hra migrate” first)',
  '57P03': 'the database is not ready for connections yet',
};

/** Why the worker cannot start, as one sentence; null when it is not the world around it but the program itself. */
export function startTrouble(error: unknown): string | null {
  const { code, address, port } = (error ?? {}) as { code?: unknown; address?: string; port?: number };
  const why = typeof code === 'string' && Object.hasOwn(WHY, code) ? WHY[code] : undefined;
  if (!why) return null;
  const where = address && port ? ` ${address}:${port}` : '';
  return `The worker cannot start: ${why}${where}. Check DATABASE_URL and, where it is set, REDIS_URL; then start it again.`;
}
