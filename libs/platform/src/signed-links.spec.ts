import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readLink, signLink } from './signed-links.js';

const key = randomBytes(32);

it('a link says what it was signed for, for its one purpose and with its key', () => {
  const token = signLink(key, 'unsubscribe', 'somebody posts');
  expect(token).toMatch(/^[\w-]+\.[\w-]{22}$/);
  expect(readLink(key, 'unsubscribe', token)).toBe('somebody posts');
  expect(readLink(key, 'sign-in', token)).toBeNull();
  expect(readLink(randomBytes(32), 'unsubscribe', token)).toBeNull();
});

it('a link that was changed anywhere says nothing', () => {
  const token = signLink(key, 'unsubscribe', 'somebody posts');
  for (let i = 0; i < token.length; i += 1) {
    const changed = `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`;
    // Of the last letter, some bits mean nothing.
    if (i < token.length - 1) expect(readLink(key, 'unsubscribe', changed)).toBeNull();
  }
  for (const nonsense of ['', '.', 'a', `${token}x`, token.slice(1), 'ä.b'])
    expect(readLink(key, 'unsubscribe', nonsense)).toBeNull();
});
