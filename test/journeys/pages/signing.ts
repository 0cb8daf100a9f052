import type { Page } from 'playwright-core';

/** The countries of a regional request and their signatures, as an office uses the page. */
export class Signing {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/signatures`);
  }

  async writesPart(days: string, share: string, words: string): Promise<void> {
    await this.page.getByLabel('How many days a year').fill(days);
    await this.page.getByLabel('What does it pay of the cost').fill(share);
    await this.page.getByLabel('What does the adviser do there first').fill(words);
    await this.page.getByRole('button', { name: 'Save this part' }).click();
  }

  async signs(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^I confirm that this request/ }).check();
    await this.page.getByRole('button', { name: 'Sign', exact: true }).click();
  }

  /** Waits until the row of a country says so. */
  async says(country: string, signature: string | RegExp): Promise<void> {
    const table = this.page.getByRole('table', { name: 'Each country with its part' });
    await table.getByRole('row').filter({ hasText: country }).getByText(signature).waitFor();
  }
}
