import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;

/** Makes an opaque token that cannot be guessed: 256 random bits in 43 URL-safe characters, of which the first is no hyphen. */
export function newToken(): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  // A command takes what begins with a hyphen for one of its options: such a token could not be taken back.
  return token.startsWith('-') ? newToken() : token;
}

/**
 * Returns the SHA-256 of a token, which is all that is ever stored of it.
 * A slow password hash would add nothing: the token has 256 bits of its own.
 */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** Compares two secrets in a time that does not tell where, or in what length, they differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(hashToken(one), hashToken(other));
}
