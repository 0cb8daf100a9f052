import type { Locator, Page } from 'playwright-core';

/** The approver's page: what is decided, and the letter before it goes. */
export class Deciding {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/decisions/${this.ref}`);
  }

  async chooses(action: string, reasons: string): Promise<void> {
    await this.page.getByRole('group', { name: 'What do you decide?' }).getByLabel(action, { exact: true }).check();
    await this.page.getByLabel('Reasons', { exact: true }).fill(reasons);
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  /** Declines, on stated grounds. */
  async declines(grounds: readonly string[], reasons: string): Promise<void> {
    const choice = this.page.getByRole('group', { name: 'What do you decide?' });
    await choice.getByLabel('Decline', { exact: true }).check();
    for (const ground of grounds) await this.page.getByRole('group', { name: 'Grounds' }).getByLabel(ground).check();
    await this.chooses('Decline', reasons);
  }

  get letter(): Locator {
    return this.page.locator('.hra-letter');
  }

  async confirms(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }
}
