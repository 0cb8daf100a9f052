import type { Locator, Page } from 'playwright-core';
import { CRITERION_NAMES, type Criterion, type Outcome, type ScoreSheet } from '#domain';

const OUTCOME_LABELS: Record<Outcome, string> = {
  approve: 'Approve',
  'approve with conditions': 'Approve with conditions',
  'offer regional option': 'Offer a regional option',
  defer: 'Defer',
  decline: 'Decline',
};

/** The reviews after all are in, and what the panel makes of them. */
export class Panel {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async opens(): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/reviews`);
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: 'Scores by reviewer and criterion' });
  }

  async reveals(): Promise<void> {
    await this.opens();
    await this.page.getByRole('button', { name: 'Reveal the scores' }).click();
  }

  /** A reviewer sees one criterion differently, and says why. */
  async revises(criterion: Criterion, score: number, reason: string): Promise<void> {
    await this.opens();
    const place = this.page.locator('form details').filter({ hasText: CRITERION_NAMES[criterion] });
    await place.locator('summary').click();
    await place.getByRole('radio', { name: String(score), exact: true }).check();
    await place.getByLabel('Why you see it differently now').fill(reason);
    await this.page.getByRole('button', { name: 'Save your revision' }).click();
  }

  /** Says something of one criterion, to those who are chosen before it is said. */
  async says(criterion: Criterion, audience: 'The panel' | 'OHCHR', text: string): Promise<void> {
    await this.opens();
    const place = this.page.getByRole('region', { name: CRITERION_NAMES[criterion] });
    await place.getByRole('link', { name: 'Discuss this criterion' }).click();
    await this.page.getByRole('radio', { name: audience, exact: true }).check();
    await this.page.getByLabel('What you want to say').fill(text);
    await this.page.getByRole('button', { name: 'Add to the discussion' }).click();
  }

  /** What the page of the reviews says now. */
  async text(): Promise<string> {
    await this.opens();
    return this.page.locator('main').innerText();
  }

  async settles(sheet: ScoreSheet, note = ''): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/settle`);
    for (const [criterion, { score, reason }] of Object.entries(sheet)) {
      const place = this.page.getByRole('region', { name: CRITERION_NAMES[criterion as Criterion] });
      await place.getByRole('radio', { name: score === null ? 'Cannot assess' : String(score), exact: true }).check();
      await place.getByLabel('Reason').fill(reason ?? '');
    }
    if (note) await this.page.getByLabel('Note of the moderation').fill(note);
    await this.page.getByRole('button', { name: 'Settle the scores' }).click();
  }

  async recommends(outcome: Outcome, reasons: string, conditions: string[]): Promise<void> {
    await this.writesRecommendation(outcome, reasons, conditions);
    await this.page.getByRole('button', { name: 'Recommend', exact: true }).click();
  }

  /** Keeps a recommendation ready, to be sent with the others of the round. */
  async prepares(outcome: Outcome, reasons: string, conditions: string[], takenOver: string[] = []): Promise<void> {
    await this.writesRecommendation(outcome, reasons, conditions);
    for (const condition of takenOver)
      await this.page.getByRole('group', { name: condition }).getByLabel('Take it over').check();
    await this.page.getByRole('button', { name: 'Keep it prepared for the round' }).click();
  }

  private async writesRecommendation(outcome: Outcome, reasons: string, conditions: string[]): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/recommendation`);
    await this.page.getByLabel(OUTCOME_LABELS[outcome], { exact: true }).check();
    await this.page.getByRole('textbox', { name: /^Conditions/ }).fill(conditions.join('\n'));
    await this.page.getByLabel('Reasons', { exact: true }).fill(reasons);
    await this.answersTheAdvice();
  }

  /** Says of each condition of the advice that the recommendation has it in words of its own. */
  private async answersTheAdvice(): Promise<void> {
    const leave = this.page.getByLabel('Leave it out');
    const words = this.page.getByLabel('If it is left out, why (optional)');
    for (let i = 0; i < (await leave.count()); i += 1) {
      await leave.nth(i).check();
      await words.nth(i).fill('Said in other words.');
    }
  }
}
