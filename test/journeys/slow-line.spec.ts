import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { sampleStory } from '#casework';
import { isRefusal, SECTIONS, valueAt, type RequestContent } from '#domain';
import { SlowLine } from '../support/slow-line.js';
import { useProduct } from '../support/product.js';
import { Checking } from './pages/checking.js';
import { forgiveTheLine } from './pages/line.js';
import { Writing } from './pages/writing.js';

const product = useProduct({ worker: false });
const LARGEST_PAGE = 15 * 1024;
/** Of a hundred calls, five are lost. */
const LOSS = { share: 0.05, seed: 85 };

let content: RequestContent;
let page: Page;
let ref: string;

/** The request of Tanzania with one row in each of its tables: a row more is a page more, and time. */
function shortened(whole: RequestContent): RequestContent {
  const years = whole.sections!.costAndHosting!.years!.slice(0, 1).map((y) => ({ ...y, items: y.items.slice(0, 1) }));
  return {
    ...whole,
    endorsements: whole.endorsements!.slice(0, 1),
    mechanismRecommendations: whole.mechanismRecommendations!.slice(0, 1),
    sections: { ...whole.sections, costAndHosting: { ...whole.sections!.costAndHosting, years } },
  };
}

beforeAll(async () => {
  content = shortened(sampleStory('01', product.db.reference.regionOf).content);
  page = await product.as('rc-tza');
  const { title, language, type, track, modality, countries, requestedStart, durationMonths } = content;
  const details = {
    title,
    language,
    type,
    track,
    modality,
    countries,
    requestedStart,
    durationMonths,
  } as RequestContent;
  const opened = await product.db.casework.open(product.db.cast.coordinator, details);
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
  ref = opened.ref;
  // They were here before: what every page needs is on the device already.
  await new Writing(page, ref).opensSection(1);
});

/** Does what leads to a page; where the line swallows the page itself, the browser is asked for it again. */
async function until(arrives: string, act: () => Promise<void>, again: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await act().catch(() => undefined);
    const outcome = await Promise.race([
      page.waitForURL(arrives).then(() => 'there'),
      page.waitForURL('chrome-error://**').then(() => 'lost'),
    ]).catch(() => 'nowhere');
    if (outcome === 'there') return;
    await again().catch(() => undefined);
  }
  throw new Error(`${arrives} was not reached from ${page.url()}.`);
}

describe('the whole form on a line of 64 kbit/s, 800 ms and 5 % loss', () => {
  forgiveTheLine(product);

  it('is filled in and submitted, without losing a word and in light pages', async () => {
    const pages: number[] = [];
    page.on('response', (answer) => {
      if (answer.request().isNavigationRequest() && answer.status() === 200)
        void answer.body().then(
          (body) => pages.push(gzipSync(body).length),
          () => undefined,
        );
    });
    const line = await SlowLine.under(page, LOSS);
    const writing = new Writing(page, ref);
    for (let number = 1; number <= 9; number += 1) {
      await writing.answersSection(number, content);
      const next = number < 9 ? `**/sections/${number + 1}` : '**/check';
      await until(
        next,
        () => writing.continues(),
        () => writing.opensSection(number),
      );
    }
    const checking = new Checking(page, ref);
    await checking.scoresItself(content.selfAssessment!);
    const save = () => page.getByRole('button', { name: /^Save and/ }).click();
    await until('**/submit', save, () => checking.opensSubmission());
    await checking.declares();
    await until(
      '**/submitted',
      () => checking.submits(),
      () => page.goto(`/requests/${ref}/submitted`),
    );

    const { rows } = await product.db.pool.query<{ content: RequestContent }>(
      'SELECT v.content FROM request_version v JOIN request r ON r.id = v.request_id WHERE r.ref = $1 AND v.number = 1',
      [ref],
    );
    const paths = SECTIONS.flatMap((s) => s.questions.map((q) => q.path)).filter(
      (p) => valueAt(content, p) !== undefined,
    );
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) expect([path, valueAt(rows[0]!.content, path)]).toEqual([path, valueAt(content, path)]);
    await line.ends();
    expect(line.losses.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...pages)).toBeLessThanOrEqual(LARGEST_PAGE);
  });
});
