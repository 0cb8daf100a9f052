import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** Binds the port for a moment; 0 asks the system for any. Resolves to the port, or to undefined when it cannot be had. */
function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** Returns the first of the wanted loopback ports that is free, else any free one. */
export async function freePort(...wanted: readonly number[]): Promise<number> {
  for (const port of [...wanted, 0]) {
    const bound = await bind(port);
    if (bound !== undefined) return bound;
  }
  throw new Error(`No free port was found on ${LOOPBACK}.`);
}
