import { beforeAll, describe, expect, it } from '@jest/globals';
import { UnsubscribeLinks } from '#casework';
import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { reportTitle } from '../../apps/web/src/deployment/adviser-words.js';
import { postAt, type PostStage } from '../support/held-post.js';
import { aFewDeliveries } from '../support/delivered.js';
import { keepOption } from '../support/options.js';
import { aFewPosts } from '../support/posts.js';
import { useProduct } from '../support/product.js';
import { useWeb } from '../support/web.js';
import { ADDRESSES, INBOUND_ID, TYPICAL_ADDRESSES, type Address } from './pages/addresses.js';
import { goesThroughByTab, isSound } from './pages/inspection.js';
import { OPTION_ID } from './pages/option-addresses.js';
import { tanzaniaAt, type Stage } from './tanzania-at.js';

const LARGEST_PAGE = 15 * 1024;
const FIRST_VISIT = 100 * 1024;
const MOST_REQUESTS = 8;
/** What each kind of a page's parts may weigh; letters beyond Latin 1 come in a font of their own where a name needs them. */
const PARTS: Record<string, number> = {
  stylesheet: 25 * 1024,
  // What every page has is 4; where a request is written, another 4 see that nothing is lost. With their headers a little more.
  script: 8.5 * 1024,
  image: 8 * 1024,
  font: 60 * 1024,
};
/** How the parts of an address read that stand in it as they are. */
const PARTS_OF_ADDRESSES: [RegExp, string][] = [
  [/:(?:number|version)\b/g, '\\d+'],
  [/:(?:step|kind)\b/g, '[a-z-]+'],
  [/:language\b/g, '(en|fr|es)'],
  [/:round\b/g, '\\d{4}-[12]'],
  [/:code\b/g, '[A-Z]{3}'],
];
/** What a browser is sent that is no page of ours to look at; the pages behind links are looked at in the journeys of a consultation and of endorsing. */
const NO_PAGE =
  /^\/(api|assets|calendar|health|metrics)\b|^\/sign-in\/|\/documents\/:id$|\/files\/:number$|\/source$|\.(pdf|docx)$|\/score\/form$|\/form\/accept$|\/signatures\/documents$|^\/notices\/:id$|^\/(consulted|endorse|received)\//;

const product = useProduct({ worker: false });
const web = useWeb(product.db);
const refs = new Map<Stage, string>();
/** What stands for the parts of an address of a post. */
const posts = new Map<PostStage, Record<string, string>>();
/** Who stands for `:person`. */
const people = new Map<string, string>();
/** The link at the foot of a mail by which its reader ends mails of its kind. */
let ending = '';
let stranger: Page;

beforeAll(async () => {
  for (const stage of new Set(ADDRESSES.flatMap((address) => address.stage ?? [])))
    refs.set(stage, await tanzaniaAt(product.db, stage));
  for (const stage of new Set(ADDRESSES.flatMap((address) => address.post ?? []))) {
    const { ref, facts } = await postAt(product.db, stage);
    const { reports, obligations } = (await facts()).incumbencies.at(-1)!;
    const [filed, due] = [reports[0], obligations.find((o) => o.reportId === null)!];
    posts.set(stage, {
      ':ref': ref,
      ':due-title': reportTitle(due),
      ':due': due.id,
      ...(filed ? { ':id-title': reportTitle(filed), ':id': filed.id } : {}),
    });
  }
  for (const key of new Set(ADDRESSES.flatMap(({ person }) => person ?? [])))
    people.set(key, (await product.db.person(key)).id);
  await product.db.pool.query(
    `INSERT INTO inbound_mail (id, message_key, recipient, sender, source, received_at, state, from_address, subject, text, reason)
     VALUES ($1, 'x', 'reply@reply.hra.example', 'a@b.example', 'Subject: A question', now(), 'tray', 'a@b.example', 'A question', 'Hello.', 'Its address belongs to no mail.')`,
    [INBOUND_ID],
  );
  await aFewDeliveries(product.db.pool, (await product.db.person('do-esa')).id);
  await aFewPosts(product.db);
  await keepOption(product.db, {}, OPTION_ID);
  const links = new UnsubscribeLinks(product.db.pool);
  ending = (await links.make((await product.db.person('rt-esa')).id, 'requests'))!;
  stranger = await product.visit();
});

const written = ({ stage, post, id, person }: Address, text: string): string =>
  Object.entries({
    ':token': ending,
    ...(id ? { ':id': id } : {}),
    ...(person ? { ':person': people.get(person)! } : {}),
    ...(post ? posts.get(post)! : { ':ref': stage ? refs.get(stage)! : '' }),
  }).reduce((said, [name, value]) => said.replace(name, value), text);
const pageOf = async ({ who }: Address): Promise<Page> => (who ? product.as(who) : stranger);
const named = (addresses: Address[]) =>
  addresses.map((address) => ({
    name: `${address.path}${address.stage || address.post ? ` (${address.stage ?? address.post})` : ''}, ${address.who ?? 'signed out'}`,
    address,
  }));

it('none is left out', () => {
  const patterns = web.routes.filter(({ method, url }) => method === 'GET' && !NO_PAGE.test(url)).map(({ url }) => url);
  const isLookedAt = (pattern: string) => {
    const shape = PARTS_OF_ADDRESSES.reduce((text, [part, form]) => text.replace(part, form), pattern);
    return ADDRESSES.some(({ path }) => new RegExp(`^${shape}(\\?|$)`).test(path));
  };
  expect(patterns.length).toBeGreaterThan(40);
  expect(patterns.filter((pattern) => !isLookedAt(pattern))).toEqual([]);
});

describe.each(named(ADDRESSES))('$name', ({ address }) => {
  let page: Page;

  it('is there, with its title, one heading, and no more than it needs', async () => {
    page = await pageOf(address);
    const answer = (await page.goto(written(address, address.path)))!;
    expect([answer.status(), await page.title()]).toEqual([
      address.status ?? 200,
      `${written(address, address.title)} – Human Rights Advisers`,
    ]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(gzipSync(await answer.body()).length).toBeLessThanOrEqual(address.largest ?? LARGEST_PAGE);
  });

  it('can be read and used at every width', async () => {
    await isSound(page);
  });
});

describe.each(named(TYPICAL_ADDRESSES))('$name', ({ address }) => {
  it('leads by Tab to everything that can be used, and shows where one is', async () => {
    const page = await pageOf(address);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(written(address, address.path));
    const { stops, missed, unseen } = await goesThroughByTab(page);
    expect({ missed, unseen }).toEqual({ missed: [], unseen: [] });
    expect(stops).toBeGreaterThan(8);
  });

  it('comes to a browser that was never here in few pieces and few bytes', async () => {
    const { cookies, origins } = await (await pageOf(address)).context().storageState();
    const cold = await product.visit({ storageState: { cookies, origins } });
    const requests: Request[] = [];
    cold.on('request', (request) => requests.push(request));
    await cold.goto(written(address, address.path));
    await cold.evaluate('document.fonts.ready.then(() => null)');
    const sizes = await Promise.all(requests.map((request) => request.sizes()));
    const weight = sizes.map(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
    const of = (part: string) =>
      requests.reduce((sum, request, i) => sum + (request.resourceType() === part ? weight[i]! : 0), 0);
    const heavy = Object.keys(PARTS).filter((part) => of(part) > PARTS[part]!);
    const bytes = weight.reduce((sum, one) => sum + one, 0);
    await cold.context().close();
    expect(requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(bytes).toBeLessThanOrEqual(FIRST_VISIT);
    expect(heavy).toEqual([]);
  });
});
