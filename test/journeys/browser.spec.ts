import { expect, it } from '@jest/globals';
import { axe, useBrowser } from '../support/browser.js';

const browser = useBrowser();
const document = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;

it('shows a page, with and without scripts', async () => {
  const script = '<p id="told">no</p><script>document.getElementById("told").textContent = "yes"</script>';
  for (const [javaScriptEnabled, told] of [
    [true, 'yes'],
    [false, 'no'],
  ] as const) {
    const page = await browser.visit({ javaScriptEnabled });
    await page.setContent(document(script));
    expect(await page.textContent('#told')).toBe(told);
    await page.context().close();
  }
});

it('finds what stands in the way of people, and nothing on a page that is clean', async () => {
  const page = await browser.visit();
  await page.setContent(document('<label for="a">Name</label><input id="a">'));
  expect(await axe(page)).toEqual([]);
  await page.setContent(document('<input id="a"><img src="data:,">'));
  expect((await axe(page)).map(({ rule }) => rule).sort()).toEqual(['image-alt', 'label']);
});
