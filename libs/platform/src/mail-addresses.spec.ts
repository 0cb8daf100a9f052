import { describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { readTag, ReturnAddresses, signedTag } from './mail-addresses.js';

const KEY = randomBytes(32);
const addresses = new ReturnAddresses(KEY, 'reply.hra.example');

describe('an address that comes back', () => {
  it('says again what it was made for, however a mail server spells it', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        for (const spell of [(a: string) => a, (a: string) => a.toUpperCase()]) {
          expect(addresses.read(spell(addresses.bounceTo(id)))).toEqual({ use: 'bounce', id });
          expect(addresses.read(spell(addresses.replyTo(id)))).toEqual({ use: 'reply', id });
        }
      }),
    );
  });

  it('fits the local part of an address', () => {
    expect(addresses.bounceTo(randomUUID()).split('@')[0]!.length).toBeLessThanOrEqual(64);
  });

  it('is not believed when a letter differs, for another use, of another key or domain', () => {
    const id = randomUUID();
    const tag = signedTag(KEY, 'reply', id);
    for (let i = 0; i < tag.length; i += 1) {
      const other = tag[i] === 'a' ? 'b' : 'a';
      expect(readTag(KEY, 'reply', tag.slice(0, i) + other + tag.slice(i + 1))).toBeNull();
    }
    expect(addresses.read(`bounce+${tag}@reply.hra.example`)).toBeNull();
    expect(new ReturnAddresses(randomBytes(32), 'reply.hra.example').read(addresses.replyTo(id))).toBeNull();
    expect(addresses.read(`reply+${tag}@elsewhere.example`)).toBeNull();
    expect([addresses.read('reply+@reply.hra.example'), addresses.read('bounce@reply.hra.example')]).toEqual([
      null,
      null,
    ]);
  });
});
