import type { Page } from 'playwright-core';
import { MODALITIES, REQUEST_TYPES, TRACKS, type Day, type RequestContent } from '#domain';

/** The first page of a request: what is asked for, where and when. */
export class Details {
  constructor(readonly page: Page) {}

  async answers(content: RequestContent, start: Day): Promise<void> {
    await this.chooses('What do you ask for?', REQUEST_TYPES[content.type!]);
    await this.chooses('Which form of support?', MODALITIES[content.modality!]);
    await this.page.getByLabel('Title of the request').fill(content.title!);
    await this.page.getByLabel('Where would the adviser be posted?').fill(content.dutyStation!);
    const [year, month, day] = start.split('-') as [string, string, string];
    const date = this.page.getByRole('group', { name: 'When should the adviser start?' });
    await date.getByLabel('Day').fill(day);
    await date.getByLabel('Month').fill(month);
    await date.getByLabel('Year').fill(year);
    await this.page.getByLabel('For how many months?').fill(String(content.durationMonths));
    await this.chooses('On which track?', TRACKS[content.track!]);
  }

  private async chooses(question: string, answer: string): Promise<void> {
    await this.page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
  }

  /** Opens the draft; answers its reference. */
  async opensDraft(): Promise<string> {
    await this.page.getByRole('button', { name: 'Open the draft' }).click();
    await this.page.waitForURL(/\/requests\/HRA-/);
    return new URL(this.page.url()).pathname.split('/')[2]!;
  }
}
