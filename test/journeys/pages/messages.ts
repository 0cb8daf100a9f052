import type { Page } from 'playwright-core';

/** Questions to the country office, and its answers. */
export class Messages {
  constructor(
    readonly page: Page,
    readonly ref: string,
  ) {}

  async asks(question: string, { mayChange = false } = {}): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/messages`);
    if (mayChange) await this.page.getByLabel('The office may change the request to answer this').check();
    await this.page.getByLabel('Your question').fill(question);
    await this.page.getByRole('button', { name: 'Send the question' }).click();
  }

  async answers(answer: string): Promise<void> {
    await this.page.goto(`/requests/${this.ref}/messages`);
    await this.page.getByLabel('Your answer').fill(answer);
    await this.page.getByRole('button', { name: 'Send the answer' }).click();
  }
}
