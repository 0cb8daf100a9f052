import { lookup as resolve } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What another system answered; of its words no more than the first. */
export interface OutsideAnswer {
  status: number;
  body: string;
}
export interface OutsideCall {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** In a demonstration a program on this machine may be told. */
  loopback: boolean;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const MOST_ANSWER = 1_000;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Networks that are not the public internet, or lead back to one that is not. */
const PRIVATE = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.ipv4.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.ipv6.addSubnet(network, bits, 'ipv6');

type Family = 'ipv4' | 'ipv6';
const familyOf = (address: string): Family => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
const isLoopbackAddress = (address: string): boolean => LOOPBACK.check(address, familyOf(address));
// A list for each family: one with the mapped addresses in it would hold every address of the older kind.
const allowed = (address: string, loopback: boolean): boolean =>
  !PRIVATE[familyOf(address)].check(address, familyOf(address)) || (loopback && isLoopbackAddress(address));

/** Thrown where an address leads into a private network. */
export class NotOutside extends Error {
  override readonly name = 'NotOutside';

  constructor(host: string) {
    super(`${host} is not an address on the public internet, and is not called.`);
  }
}

/** What is wrong with an address to which something is to be sent, in a sentence; null when nothing is. */
export function outsideProblem(address: string, loopback: boolean): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol)) return 'Enter an address that begins with https://';
  if (url.username || url.password) return 'Leave out the name and password: the signature says who sends';
  const host = hostOf(url);
  const here = host === 'localhost' || (isIP(host) > 0 && isLoopbackAddress(host));
  if (here) return loopback ? null : 'Enter an address on the public internet';
  if (url.protocol === 'http:') return 'Enter an address that begins with https://';
  if (isIP(host) && !allowed(host, false)) return 'Enter an address on the public internet';
  return null;
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Resolves a name for one connection, and gives only addresses that may be called: what was checked is what is connected to. */
const guarded =
  (loopback: boolean): LookupFunction =>
  (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !allowed(address, loopback))) return done(new NotOutside(host), '');
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });

/** Sends a text to another system. It follows no redirect, calls nothing in a private network, and waits only so long. */
export function postOutside({
  url: address,
  headers,
  body,
  loopback,
  timeoutMs = TIMEOUT_MS,
}: OutsideCall): Promise<OutsideAnswer> {
  const url = new URL(address);
  const host = hostOf(url);
  if (outsideProblem(address, loopback) || (isIP(host) && !allowed(host, loopback)))
    return Promise.reject(new NotOutside(host));
  return new Promise((answered, failed) => {
    const call = (url.protocol === 'https:' ? secure : plain)(url, {
      method: 'POST',
      // A connection that is kept would be used again without asking where the name leads by then.
      agent: false,
      lookup: guarded(loopback),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    call.on('error', (error) =>
      failed(
        error.name === 'AbortError' || error.name === 'TimeoutError'
          ? new Error(`No answer came within ${timeoutMs / 1_000} seconds.`)
          : error,
      ),
    );
    call.on('response', (response) => {
      let text = '';
      const end = (): void => answered({ status: response.statusCode ?? 0, body: text.slice(0, MOST_ANSWER) });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        // What it says at length nobody reads.
        if (text.length > MOST_ANSWER) response.destroy();
      });
      response.on('close', end);
      response.on('error', end);
    });
    call.end(body);
  });
}
