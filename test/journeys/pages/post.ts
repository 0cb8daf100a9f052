import type { Locator, Page } from 'playwright-core';
import type { Day } from '#domain';
import { isTold } from './told.js';

/** The points of the two checklists. */
export const OFFICE_LIST = [
  'Who carries the work on is named and briefed',
  'Equipment, passes and accounts are returned',
  'The performance appraisal is finished',
  'Government and partners are informed',
];
export const ADVISER_LIST = [
  'Files and contacts are handed over',
  'Open commitments to partners are listed',
  'The end-of-assignment report is filed',
  'Sensitive information is secured or deleted',
];

/** One post: its pages, and the steps that are taken on pages of their own. */
export class PostPages {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(tab = 'Summary'): Promise<void> {
    await this.page.goto(`/deployments/${this.ref}`);
    if (tab === 'Summary') return;
    const tabs = this.page.getByRole('navigation', { name: 'This post' });
    await tabs.getByRole('link', { name: tab, exact: true }).click();
    await this.page.getByRole('link', { name: tab, exact: true }).and(this.page.locator('[aria-current]')).waitFor();
  }

  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });

  async picks(question: string, day: Day): Promise<void> {
    const date = this.page.getByRole('group', { name: question });
    await date.getByLabel('Day').fill(String(Number(day.slice(8))));
    await date.getByLabel('Month').fill(String(Number(day.slice(5, 7))));
    await date.getByLabel('Year').fill(day.slice(0, 4));
  }

  /** Goes from a page of the post to a step, answers what it asks, and takes it. */
  async takes(tab: string, step: string, answers: () => Promise<void>, { final = false } = {}): Promise<void> {
    await this.opens(tab);
    await this.page
      .getByRole('main')
      .locator('a')
      .filter({ hasText: new RegExp(`^\\s*${step}\\s*$`) })
      .first()
      .click();
    await answers();
    await this.page.getByRole('main').locator('form button').first().click();
    if (final) {
      await this.page.getByRole('heading', { name: 'What happens' }).waitFor();
      await this.page.getByRole('main').locator('form button[value="yes"]').click();
    }
    await isTold(this.page, 'It is recorded');
  }

  async filesTheEndReport(words: string): Promise<void> {
    await this.opens('Reports');
    const due = this.page.locator('a[href*="/reports/new"]');
    await due.filter({ hasText: 'End-of-assignment report' }).click();
    await this.page.getByLabel('What was done?').fill(words);
    await this.button('File the report').click();
    await isTold(this.page, 'The report is filed.');
  }

  private list = (side: string): Locator => this.page.getByRole('region', { name: side });
  /** Ticks points of the own checklist and says that it is finished. */
  async finishes(side: string, points: readonly string[]): Promise<void> {
    await this.opens('Handover');
    for (const point of points) await this.list(side).getByLabel(point).check();
    await this.button('Save and finish the list').click();
  }
}
