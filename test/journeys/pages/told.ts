import type { Page } from 'playwright-core';

/** Waits until a page says, at its head, that something was done. */
export const isTold = (page: Page, words: string): Promise<void> =>
  page.locator('.govuk-notification-banner').getByText(words).waitFor();

/** Waits until a page says, at its head, what stands in the way. */
export const isRefused = (page: Page, words: string): Promise<void> =>
  page.locator('.govuk-error-summary').getByText(words).waitFor();
