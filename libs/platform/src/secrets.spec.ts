import { hashToken, newToken, sameSecret } from './secrets.js';

describe('secrets', () => {
  it('are long, opaque and never the same', () => {
    const tokens = Array.from({ length: 2_000 }, newToken);
    expect(new Set(tokens).size).toBe(2_000);
    for (const token of tokens) expect(token).toMatch(/^\w[\w-]{42}$/);
  });

  it('are stored as their SHA-256', () => {
    expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('compare whatever their lengths', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(sameSecret('', 'é')).toBe(false);
  });
});
