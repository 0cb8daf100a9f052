import type { Locator, Page } from 'playwright-core';
import type { Product } from '../../support/product.js';

export interface HeadOfAgency {
  agency: string;
  name: string;
  title: string;
  email: string;
}

/** The page of those who endorse, as the office uses it. */
export class Endorsing {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/endorsements`);
  }

  /** Waits until the page says this of an agency. */
  async is(agency: string, state: string): Promise<void> {
    await this.opens();
    const one = this.page
      .locator('.hra-given__one')
      .filter({ has: this.page.getByRole('heading', { name: new RegExp(`^${agency}:`) }) });
    await one.getByText(state, { exact: true }).first().waitFor();
  }

  async form(title: string): Promise<Locator> {
    const fold = this.page.locator('details').filter({ has: this.page.getByText(title, { exact: true }) });
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    return fold;
  }

  /** Names several heads of agency, a row each. */
  async asks(heads: HeadOfAgency[]): Promise<void> {
    await this.opens();
    for (const [i, head] of heads.entries()) {
      if (i > 0)
        await (await this.form('Ask heads of agency')).getByRole('button', { name: 'Add another head' }).click();
      const form = await this.form('Ask heads of agency');
      await form.getByLabel('Agency', { exact: true }).nth(i).selectOption(head.agency);
      await form.getByLabel('Head of agency').nth(i).fill(head.name);
      await form.getByLabel('Position').nth(i).fill(head.title);
      await form.getByLabel('E-mail address').nth(i).fill(head.email);
    }
    await (await this.form('Ask heads of agency')).getByRole('button', { name: 'Send the links' }).click();
  }

  /** Asks all those again whose endorsement a change made void. */
  async asksVoidAgain(button: string): Promise<void> {
    await this.opens();
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** The head of an agency has changed. */
  async replaces(agency: RegExp, { name, title, email }: HeadOfAgency, reason: string): Promise<void> {
    await this.opens();
    const form = await this.form('The head of an agency has changed');
    const options = await form.getByLabel('Who is replaced?').locator('option').allTextContents();
    await form.getByLabel('Who is replaced?').selectOption({ label: options.find((o) => agency.test(o))! });
    await form.getByLabel('Head of agency').fill(name);
    await form.getByLabel('Position').fill(title);
    await form.getByLabel('E-mail address').fill(email);
    await form.getByLabel('Why?').fill(reason);
    await form.getByRole('button', { name: 'Ask the new head' }).click();
  }

  async asksAgain(agency: RegExp, email = ''): Promise<void> {
    await this.opens();
    const form = await this.form('Ask again, or send a mail again');
    for (const box of await form.getByRole('checkbox').all()) await box.uncheck();
    await form.getByRole('checkbox', { name: agency }).check();
    if (email) await form.getByLabel('Corrected address').fill(email);
    await form.getByRole('button', { name: 'Ask again' }).click();
  }
}

/** The page behind the link of a head of agency. */
export class EndorsementLink {
  constructor(readonly page: Page) {}

  async opens(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole('button', { name: /^(Open the request|See what you answered)$/ }).click();
    await this.page.getByRole('heading', { name: 'The request', exact: true }).waitFor();
  }

  async endorses(amount = '', what = ''): Promise<void> {
    await this.page.getByRole('radio', { name: /^I am / }).check();
    await this.page.getByLabel('Yes, it endorses it').check();
    await this.page.getByLabel(amount ? 'In cash' : 'Nothing', { exact: true }).check();
    if (amount) {
      await this.page.getByLabel('Amount or value').fill(amount);
      await this.page.getByLabel('What is given').fill(what);
    }
    await this.send();
  }

  async declines(word: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^I am / }).check();
    await this.page.getByLabel('No, it declines').check();
    await this.page.getByRole('textbox', { name: /^A word/ }).fill(word);
    await this.send();
  }

  private async send(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Send|Change) the answer$/ }).click();
    await this.page.getByText('You answered on').waitFor();
  }
}

/** A head of agency without an account. */
export const headOf = (agency: string, name: string): HeadOfAgency => ({
  agency,
  name,
  title: 'Representative',
  email: `${agency.toLowerCase().replace(' ', '')}@un.example`,
});

/** The link in the last mail to an address. */
export async function mailedLink(product: Product, email: string): Promise<string> {
  await product.allIsSent();
  const mail = product.mailbox.for(email).at(-1)!;
  return /https?:\/\/\S+\/endorse\/[\w-]+/.exec(mail.email.text ?? '')![0];
}
