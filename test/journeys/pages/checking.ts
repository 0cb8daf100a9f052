import type { Locator, Page } from 'playwright-core';
import { CRITERION_NAMES, LEVEL_NAMES, type Criterion, type RequestContent } from '#domain';

/** The check against the five criteria, and the submission that follows it. */
export class Checking {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opensCheck(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/check`);
  }

  criterion(criterion: Criterion): Locator {
    return this.page.getByRole('region', { name: CRITERION_NAMES[criterion] });
  }

  async scoresItself(own: NonNullable<RequestContent['selfAssessment']>): Promise<void> {
    for (const [criterion, given] of Object.entries(own)) {
      const place = this.criterion(criterion as Criterion);
      const level = `${given.score} ${LEVEL_NAMES[given.score as keyof typeof LEVEL_NAMES]}`;
      await place.getByLabel(level, { exact: true }).check();
      await place.getByLabel('Why?').fill(given.reason ?? '');
    }
  }

  async opensSubmission(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/submit`);
  }

  async declares(): Promise<void> {
    await this.page.getByRole('checkbox').check();
  }

  get submitButton(): Locator {
    return this.page.getByRole('button', { name: 'Sign and submit' });
  }

  async submits(): Promise<void> {
    await this.submitButton.click();
  }
}
