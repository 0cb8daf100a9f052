import type { Page } from 'playwright-core';
import type { AdvicePosition } from '#domain';

/** The page on which a region gives its advice. */
export class Advising {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async advises(position: AdvicePosition, reasons: string, conditions: string[] = []): Promise<void> {
    await this.page.goto(`/advice/${this.ref}`);
    const label = position.charAt(0).toUpperCase() + position.slice(1);
    await this.page.getByRole('group', { name: 'What is your advice?' }).getByLabel(label, { exact: true }).check();
    await this.page.getByLabel('Reasons', { exact: true }).fill(reasons);
    await this.page.getByLabel('Conditions (optional)').fill(conditions.join('\n'));
    await this.page.getByRole('button', { name: 'Give advice' }).click();
  }
}
