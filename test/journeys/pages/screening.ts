import type { Page } from 'playwright-core';

/** The desk officer's pages: completeness check and appointment. */
export class Screening {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async accepts(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/screening`);
    await this.page.getByRole('button', { name: 'Accept as complete' }).click();
  }

  async appoints(...names: string[]): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/reviewers`);
    for (const name of names) await this.page.getByLabel(name).check();
    await this.page.getByRole('button', { name: 'Appoint', exact: true }).click();
  }
}
