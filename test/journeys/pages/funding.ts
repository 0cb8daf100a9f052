import type { Locator, Page } from 'playwright-core';
import type { Day } from '#domain';

/** What a fund manager enters. */
export interface Entry {
  what: 'Allocation' | 'Commitment of cost share';
  source: string;
  name: string;
  amount: string;
  reference: string;
  inKind?: boolean;
}

/** The page of the money of a request. */
export class Funding {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/funding`);
  }

  get declares(): Locator {
    return this.page.getByRole('button', { name: 'Declare the first period covered' });
  }

  async enters({ what, source, name, amount, reference, inKind }: Entry): Promise<void> {
    const { page } = this;
    await page.getByLabel(what, { exact: true }).check();
    await page.getByLabel('Where does it come from?').selectOption(source);
    await page.getByLabel('Who pays, by name?').fill(name);
    if (inKind) await page.getByLabel('Given in kind').check();
    await page.getByLabel('How much?').fill(amount);
    await page.getByLabel('Reference of the decision or the agreement').fill(reference);
    await page.getByRole('button', { name: 'Add an entry' }).click();
  }

  async corrects(name: string, amount: string): Promise<void> {
    await this.page.getByRole('link', { name: `Correct ${name}` }).click();
    await this.page.getByLabel('What is the right amount?').fill(amount);
    await this.page.getByRole('button', { name: 'Correct an entry' }).click();
  }

  /** The last day for which an entry is, as the form proposes it. */
  async lastDay(): Promise<Day> {
    const date = this.page.getByRole('group', { name: 'To which day?' });
    const part = (label: string) => date.getByLabel(label).inputValue();
    return `${await part('Year')}-${(await part('Month')).padStart(2, '0')}-${(await part('Day')).padStart(2, '0')}`;
  }
}
