import type { Page } from 'playwright-core';
import { CONFLICT_KINDS, type ConflictKind } from '#domain';

/** The declaration of interests, before a reviewer is shown anything. */
export class Declaring {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async declaresNone(): Promise<void> {
    await this.declares('No, I have none', '');
  }

  async declaresConflict(kind: ConflictKind, reason: string): Promise<void> {
    await this.declares(CONFLICT_KINDS[kind], reason);
  }

  private async declares(answer: string, reason: string): Promise<void> {
    await this.page.goto(`/reviews/${this.ref}/declaration`);
    await this.page.getByLabel(answer, { exact: true }).check();
    await this.page.getByLabel('If you have one, say in a sentence what it is').fill(reason);
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }
}
