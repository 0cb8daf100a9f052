import type { Page } from 'playwright-core';
import type { Day } from '#domain';

/** Who acts for somebody who is away, as that person settles it. */
export class Delegating {
  constructor(readonly page: Page) {}

  /** Lets a colleague act for one day. */
  async lets(name: string, on: Day): Promise<void> {
    await this.page.goto('/delegation');
    const deputy = this.page.getByRole('option', { name: new RegExp(name) });
    await this.page.getByLabel('Who acts for you?').selectOption((await deputy.getAttribute('value'))!);
    const [year, month, day] = on.split('-') as [string, string, string];
    for (const end of ['from', 'until'])
      for (const [part, value] of Object.entries({ day, month, year }))
        await this.page.locator(`#${end}-${part}`).fill(value);
    await this.page.getByRole('button', { name: 'Let them act for you' }).click();
    await this.ending(name).waitFor();
  }

  /** Is back before it would end by itself. */
  async ends(name: string): Promise<void> {
    await this.page.goto('/delegation');
    await this.ending(name).click();
    await this.ending(name).waitFor({ state: 'detached' });
  }

  private ending(name: string) {
    return this.page.getByRole('button', { name: `End this for ${name}` });
  }
}
