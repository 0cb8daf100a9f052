import type { Locator, Page } from 'playwright-core';
import { CRITERION_NAMES, type Criterion, type ScoreSheet } from '#domain';

/** The request beside the five criteria, as a reviewer scores it. */
export class Scoring {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/reviews/${this.ref}`);
  }

  /** The running total, which is announced when it changes. */
  get total(): Locator {
    return this.page.locator('output');
  }

  /** One criterion, with its summary and what is under it. */
  criterion(criterion: Criterion): Locator {
    return this.page.locator('details[data-weight]').filter({ hasText: CRITERION_NAMES[criterion] }).first();
  }

  async scores(criterion: Criterion, score: number | null, reason: string): Promise<void> {
    const place = this.criterion(criterion);
    if ((await place.getAttribute('open')) === null) await place.locator('summary').first().click();
    const level = score === null ? /^Cannot assess/ : new RegExp(`^${score} `);
    await place.getByRole('radio', { name: level }).check();
    await place.getByLabel('Reason for this score').fill(reason);
  }

  async scoresAll(sheet: ScoreSheet): Promise<void> {
    for (const [criterion, { score, reason }] of Object.entries(sheet))
      await this.scores(criterion as Criterion, score, reason);
  }

  async saves(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save scores' }).click();
  }

  async finishes(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save and finish' }).click();
  }
}
