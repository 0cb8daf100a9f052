// The way to the server. What was sent once is sent again, the same under the same key, until it is answered.

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;
const PATIENCE = 60_000;
const WORTH_PACKING = 800;

async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

async function call(address, text) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  const packs = text.length > WORTH_PACKING && 'CompressionStream' in globalThis;
  if (packs) headers['content-encoding'] = 'gzip';
  const body = packs ? await packed(text) : text;
  const signal = AbortSignal.timeout(PATIENCE);
  // What is short enough goes out even while the page closes.
  const keepalive = text.length < 30_000;
  const answer = await fetch(address, { method: 'POST', headers, body, signal, keepalive, redirect: 'manual' });
  const told = answer.headers.get('content-type')?.includes('json') ? await answer.json() : {};
  return { status: answer.status, told };
}

export class Line {
  wait = FIRST_WAIT;

  constructor(address) {
    this.address = address;
  }

  /** Sends a text once; null where no answer came. */
  async send(text) {
    const answer = await call(this.address, text).catch(() => null);
    const reached = answer !== null && answer.status < 500 && answer.status !== 0;
    this.wait = reached ? FIRST_WAIT : Math.min(this.wait * 2, LONGEST_WAIT);
    return reached ? answer : null;
  }
}
