import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The form in Word: taken from the page of a draft, and brought back filled in. */
export class WordForm {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  /** Downloads it; answers its name and what is in it. */
  async takes(): Promise<{ name: string; file: Buffer }> {
    await this.page.goto(`/requests/${this.ref}`);
    const downloaded = this.page.waitForEvent('download');
    await this.page.getByRole('link', { name: 'download as Word' }).click();
    const download = await downloaded;
    return { name: download.suggestedFilename(), file: readFileSync(await download.path()) };
  }

  async brings(buffer: Buffer, name = 'form.docx', mimeType = WORD): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/form`);
    await this.page.getByLabel('The form that you filled in').setInputFiles({ name, mimeType, buffer });
    await this.page.getByRole('button', { name: 'Read the form' }).click();
  }

  async keepsWhatIsChosen(): Promise<void> {
    await this.page.getByRole('button', { name: 'Keep what is chosen' }).click();
  }
}
