import type { Page } from 'playwright-core';

/** What somebody fills in for a regional option. */
export interface Proposal {
  name: string;
  form: string;
  host: string;
  city: string;
  start: [day: string, month: string, year: string];
  months: string;
  days: Record<string, string>;
  why: string;
}
export interface Costs {
  adviser: Record<string, string>;
  travel: Record<string, Record<string, string>>;
  alone: Record<string, string>;
  payers: [name: string, source: string, part: string][];
}

/** The pages on which a region works out one adviser for several countries. */
export class Building {
  constructor(readonly page: Page) {}

  async choosesCountries(...names: string[]): Promise<void> {
    await this.page.goto('/deployments/options');
    await this.page.getByRole('button', { name: 'Start an option' }).click();
    for (const name of names) await this.page.getByLabel(name, { exact: true }).check();
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async proposes({ name, form, host, city, start, months, days, why }: Proposal): Promise<void> {
    await this.page.getByLabel('Name of the option').fill(name);
    await this.page.getByLabel(form, { exact: true }).check();
    await this.page.getByLabel('Country of the duty station').selectOption({ label: host });
    await this.page.getByLabel('Duty station', { exact: true }).fill(city);
    for (const [i, part] of (['Day', 'Month', 'Year'] as const).entries())
      await this.page.getByLabel(part, { exact: true }).fill(start[i]!);
    await this.page.getByLabel('For how many months?').fill(months);
    await this.gives(days);
    await this.page.getByLabel('Why does it serve better, or what does it add?').fill(why);
    await this.saves();
  }

  async gives(days: Record<string, string>): Promise<void> {
    const group = this.page.getByRole('group', { name: 'How many days a month in each country?' });
    for (const [country, n] of Object.entries(days)) await group.getByLabel(country, { exact: true }).fill(n);
  }

  async saves(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save and go on to costs' }).click();
  }

  async costs({ adviser, travel, alone, payers }: Costs): Promise<void> {
    const group = (name: string) => this.page.getByRole('group', { name, exact: true });
    for (const [year, amount] of Object.entries(adviser))
      await group('The adviser, by year').getByLabel(year).fill(amount);
    for (const [country, years] of Object.entries(travel))
      for (const [year, amount] of Object.entries(years))
        await group(`Travel: ${country}`).getByLabel(year).fill(amount);
    for (const [country, amount] of Object.entries(alone))
      await group('What would an adviser for the country alone cost a year?').getByLabel(country).fill(amount);
    for (const [i, [name, source, part]] of payers.entries()) {
      await group(`Payer ${i + 1}`)
        .getByLabel('Who pays')
        .fill(name);
      await group(`Payer ${i + 1}`)
        .getByLabel('What kind of source')
        .selectOption({ label: source });
      await group(`Payer ${i + 1}`)
        .getByLabel('Part: % or US$')
        .fill(part);
    }
    await this.page.getByRole('button', { name: 'Save the costs' }).click();
  }
}
