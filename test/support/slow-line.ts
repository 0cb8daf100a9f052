import type { CDPSession, Page } from 'playwright-core';

/** A line of 64 kbit/s that answers after 800 ms, as an office far away has it. */
const SLOW = { offline: false, latency: 800, downloadThroughput: 8_000, uploadThroughput: 8_000 };

/** What became of a call on the line. */
export interface Loss {
  url: string;
  method: string;
  /** Whether the call itself was lost, or the answer to one that had arrived. */
  lost: 'call' | 'answer';
}

/** Numbers from a seed, the same in every run: which calls the line swallows is no matter of luck. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Puts a page on a slow line that loses a share of calls: half of them on their way, half on the way back. */
export class SlowLine {
  readonly losses: Loss[] = [];
  calls = 0;

  private constructor(private readonly client: CDPSession) {}

  static async under(page: Page, { share, seed }: { share: number; seed: number }): Promise<SlowLine> {
    const client = await page.context().newCDPSession(page);
    const line = new SlowLine(client);
    const next = numbersFrom(seed);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', SLOW);
    const urlPattern = '*/requests/*';
    await client.send('Fetch.enable', {
      patterns: [
        { urlPattern, requestStage: 'Request' },
        { urlPattern, requestStage: 'Response' },
      ],
    });
    client.on('Fetch.requestPaused', ({ requestId, request, responseStatusCode }) => {
      const back = responseStatusCode !== undefined;
      if (!back) line.calls += 1;
      const lost = next() < share / 2;
      if (lost) line.losses.push({ url: request.url, method: request.method, lost: back ? 'answer' : 'call' });
      const done = lost
        ? client.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' })
        : client.send('Fetch.continueRequest', { requestId });
      // The page may have gone on meanwhile.
      done.catch(() => undefined);
    });
    return line;
  }

  async ends(): Promise<void> {
    await this.client.detach();
  }
}
