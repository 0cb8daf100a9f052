import type { Locator, Page } from 'playwright-core';

/** The arrangements of a request: three parts at once, each with its own page. */
export class Arranging {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/arrangements`);
  }

  part(title: string): Locator {
    return this.page.getByRole('region', { name: title });
  }

  async proposesTerms(): Promise<void> {
    await this.opens();
    await this.page.getByRole('button', { name: 'Go to the terms of reference' }).click();
    await this.page.getByRole('button', { name: 'Propose these terms' }).click();
  }

  async signs(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/terms`);
    await this.page.getByRole('button', { name: /^Sign version/ }).click();
    await this.page.getByRole('button', { name: /^Sign version/ }).click();
  }

  async confirmsShares(...references: string[]): Promise<void> {
    await this.opens();
    await this.page.getByRole('button', { name: 'Confirm the cost sharing' }).click();
    const fields = this.page.getByRole('textbox');
    for (const [i, reference] of references.entries()) await fields.nth(i).fill(reference);
    await this.page.getByRole('button', { name: 'Confirm the cost sharing' }).click();
  }

  async confirmsHosting(answers: Record<string, { given: boolean; words: string }>): Promise<void> {
    await this.opens();
    await this.page.getByRole('button', { name: 'Confirm the hosting' }).click();
    for (const [item, { given, words }] of Object.entries(answers)) {
      await this.page
        .getByRole('group', { name: item, exact: true })
        .getByLabel(given ? 'Yes' : 'No')
        .check();
      await this.page.getByLabel(`What is given, or why not: ${item.toLowerCase()}`).fill(words);
    }
    await this.page.getByRole('button', { name: 'Confirm the hosting' }).click();
  }
}
