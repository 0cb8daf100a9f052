import type { Locator, Page } from 'playwright-core';

/** A line of the work plan as somebody types it. */
export interface Line {
  text: string;
  criterion: string;
  condition?: string;
  outcome: string;
  indicator: string;
}

/** The adviser's desk: work plan, reports, notes and the thread. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(tab: string): Promise<void> {
    await this.page.goto(`/deployments/${this.ref}`);
    await this.page
      .getByRole('navigation', { name: 'This post' })
      .getByRole('link', { name: tab, exact: true })
      .click();
  }

  line = (number: number): Locator => this.page.getByRole('group', { name: `Line ${number}`, exact: true });

  async writes(number: number, line: Line): Promise<void> {
    const own = this.line(number);
    await own.getByLabel('What will be done?').fill(line.text);
    await own.getByLabel('Which criterion does it serve?').selectOption(line.criterion);
    if (line.condition) await own.getByLabel('Which condition of the approval').selectOption({ label: line.condition });
    await own.getByLabel('Outcome or output').fill(line.outcome);
    await own.getByLabel('Indicator').fill(line.indicator);
  }

  async saves(): Promise<void> {
    // The first button of that name is for the Enter key and hidden from everybody.
    await this.page.getByRole('button', { name: 'Save the work plan' }).last().click();
  }

  async agrees(): Promise<void> {
    await this.opens('Work plan');
    await this.page.getByRole('button', { name: /^Agree to version/ }).click();
    await this.page.getByRole('button', { name: 'Agree to the work plan' }).click();
  }

  /** What is asked about one line of the plan on the form of a report. */
  result = (text: string): Locator => this.page.getByRole('group', { name: text, exact: true });

  async reportsOn(text: string, progress: string, words: string): Promise<void> {
    const own = this.result(text);
    await own.getByRole('radio', { name: progress, exact: true }).check();
    await own.getByLabel('What came of it?').fill(words);
  }

  async reads(report: RegExp): Promise<void> {
    await this.opens('Reports');
    await this.page.getByRole('table', { name: 'Filed reports' }).getByRole('link', { name: report }).click();
  }
}
