import type { Locator, Page } from 'playwright-core';

/** The page of those who are asked for advice, as the desk officer uses it. */
export class Consulting {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/consultation`);
  }

  /** What the page says of one party. */
  party(name: string | RegExp): Locator {
    return this.page.locator('.hra-given__one').filter({ has: this.page.getByRole('heading', { name }) });
  }

  /** Waits until a party is so far. */
  async is(name: string | RegExp, state: string): Promise<void> {
    await this.opens();
    await this.party(name).getByText(state, { exact: true }).first().waitFor();
  }

  private async form(title: string): Promise<Locator> {
    await this.opens();
    const fold = this.page.locator('details').filter({ has: this.page.getByText(title, { exact: true }) });
    await fold.locator('summary').click();
    return fold;
  }

  async asks(who: { name: string; organisation: string; email: string; question: string }): Promise<void> {
    const form = await this.form('Ask somebody else by name');
    await form.getByLabel('Name', { exact: true }).fill(who.name);
    await form.getByLabel('Organisation').fill(who.organisation);
    await form.getByLabel('E-mail address').fill(who.email);
    await form.getByLabel('What do you want to know?').fill(who.question);
    await form.getByRole('button', { name: 'Send the question' }).click();
  }

  async givesTime(party: RegExp, day: string, reason: string): Promise<void> {
    const form = await this.form('Give more time');
    const options = await form.getByLabel('Who needs more time?').locator('option').allTextContents();
    await form.getByLabel('Who needs more time?').selectOption({ label: options.find((o) => party.test(o))! });
    const [year, month, date] = day.split('-') as [string, string, string];
    await form.getByLabel('Day', { exact: true }).fill(date);
    await form.getByLabel('Month', { exact: true }).fill(month);
    await form.getByLabel('Year', { exact: true }).fill(year);
    await form.getByLabel('Why?').fill(reason);
    await form.getByRole('button', { name: 'Give more time' }).click();
  }

  async asksAgain(party: RegExp, reason: string): Promise<void> {
    const form = await this.form('Ask again');
    await form.getByRole('checkbox', { name: party }).check();
    await form.getByLabel('What has changed?').fill(reason);
    await form.getByRole('button', { name: 'Ask again' }).click();
  }
}
