import type { Page } from 'playwright-core';

/** Conflicts of interest, as those who have one say so themselves. */
export class Conflicted {
  constructor(readonly page: Page) {}

  /** With a country, before any request of it is looked at. */
  async registers(country: string, kind: string): Promise<void> {
    await this.page.goto('/conflicts');
    await this.page.getByLabel('Country', { exact: true }).selectOption(country);
    await this.page.getByLabel(kind).check();
    for (const [part, value] of Object.entries({ day: '1', month: '1', year: '2020' }))
      await this.page.locator(`#from-${part}`).fill(value);
    await this.page.getByRole('button', { name: 'Register' }).click();
  }

  /** With one request, in whatever part they have in it. */
  async records(ref: string, kind: string, sentence: string): Promise<void> {
    await this.page.goto(`/requests/${ref}/reviewers`);
    await this.page.getByRole('link', { name: 'Record a conflict of interest of your own' }).click();
    await this.page.getByLabel(kind).check();
    await this.page.getByLabel('Say it in a sentence').fill(sentence);
    await this.page.getByRole('button', { name: 'Record the conflict' }).click();
  }
}
