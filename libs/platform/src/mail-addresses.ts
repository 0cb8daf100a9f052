import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an address of ours is for: where undelivered mail comes back to, where a reader replies to, and where their calendar does. */
export type AddressUse = 'bounce' | 'reply' | 'panel';
/** `seen` is no address but a link: its reader says that the mail is there. */
type TagUse = AddressUse | 'seen';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BYTES = 16;
const MAC_BYTES = 10;
const TAG = /^[a-z2-7]{42}$/;
const UUID = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/;

/** Base 32 in lower case: mail servers may fold the case of an address. */
function encoded(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
function decoded(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

const macOf = (key: Buffer, use: TagUse, id: Buffer): Buffer =>
  createHmac('sha256', key).update(use).update(id).digest().subarray(0, MAC_BYTES);

/** Signs the name of a recipient of a mail for one use, so that nobody can make up another. */
export function signedTag(key: Buffer, use: TagUse, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (!UUID.test(id)) throw new Error(`${id} is no UUID.`);
  return encoded(Buffer.concat([bytes, macOf(key, use, bytes)]));
}

/** The name that a tag was signed for, or null: for what was not made here, or for another use. */
export function readTag(key: Buffer, use: TagUse, tag: string): string | null {
  const text = tag.toLowerCase();
  if (!TAG.test(text)) return null;
  const bytes = decoded(text);
  const [id, mac] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES, ID_BYTES + MAC_BYTES)];
  // The last letter holds two bits of nothing: one tag has one spelling.
  if (encoded(bytes) !== text || !timingSafeEqual(mac, macOf(key, use, id))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What an address of ours says: for which use, and of which recipient of which mail. */
export interface ReadAddress {
  use: AddressUse;
  id: string;
}

/** The addresses that come back to this system, each of one recipient of one mail. */
export class ReturnAddresses {
  constructor(
    private readonly key: Buffer,
    readonly domain: string,
  ) {}

  /** Where the calendar program of this person answers invitations: the same for all of them, since an entry keeps its organizer. */
  panelTo = (person: string): string => this.address('panel', person);
  bounceTo = (id: string): string => this.address('bounce', id);
  replyTo = (id: string): string => this.address('reply', id);

  /** What stands in the link by which a reader says that a mail is there. */
  seenTag = (id: string): string => signedTag(this.key, 'seen', id);

  /** Whether an address is at the domain at all. */
  isOurs = (address: string): boolean => address.toLowerCase().endsWith(`@${this.domain.toLowerCase()}`);

  /** What an address says; null for one that was not made here. */
  read(address: string): ReadAddress | null {
    if (!this.isOurs(address)) return null;
    const [, use, tag] = /^(bounce|reply|panel)\+([^@]+)@/i.exec(address) ?? [];
    if (!use || !tag) return null;
    const id = readTag(this.key, use.toLowerCase() as AddressUse, tag);
    return id ? { use: use.toLowerCase() as AddressUse, id } : null;
  }

  private address = (use: AddressUse, id: string): string => `${use}+${signedTag(this.key, use, id)}@${this.domain}`;
}
