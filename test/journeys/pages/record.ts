import type { Page } from 'playwright-core';

/** What a request keeps of how it came to be: its history, and every text that was saved. */
export class Record {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  /** The history as it is read, oldest first: what was done, by whom, and what is told of it. */
  async history(): Promise<string[]> {
    await this.page.goto(`/requests/${this.ref}/history`);
    const items = await this.page.locator('.hra-timeline__item').all();
    const told = items.map(async (item) => {
      const title = await item.locator('.hra-timeline__title').innerText();
      const text = await item.locator('.hra-timeline__text').allInnerTexts();
      return [title, ...text].join(': ').replace(/\s+/g, ' ').trim();
    });
    return (await Promise.all(told)).reverse();
  }

  /** The texts of the draft that were saved, oldest first: what was written and by whom, and where it is read. */
  async earlierTexts(): Promise<{ what: string; href: string }[]> {
    await this.page.goto(`/requests/${this.ref}/versions`);
    await this.page.getByRole('link', { name: 'Earlier texts of the draft' }).click();
    await this.page.getByRole('table', { name: 'Texts that were saved' }).waitFor();
    const rows = await this.page.locator('tbody tr').all();
    const told = rows.map(async (row) => {
      const link = row.getByRole('link');
      const by = (await row.locator('td').last().innerText()).replace(/\s+/g, ' ').trim();
      return { what: `${await link.innerText()} by ${by}`, href: (await link.getAttribute('href'))! };
    });
    return (await Promise.all(told)).reverse();
  }

  /** Everything that stands on the page of an earlier text. */
  async reads(href: string): Promise<string> {
    await this.page.goto(href);
    await this.page.getByRole('heading', { name: /^The text of / }).waitFor();
    return (await this.page.getByRole('main').innerText()).replace(/\s+/g, ' ');
  }
}
