import { expect } from '@jest/globals';
import { sampleStory, type SampleId, type Story } from '#casework';
import { addDays, dayOf, type Day, type RequestContent } from '#domain';
import type { Product } from '../../support/product.js';
import { Web } from '../../support/web.js';
import { EndorsementLink, mailedLink } from '../pages/endorsing.js';
import { Record } from '../pages/record.js';
import { Writing } from '../pages/writing.js';

/** A request as it is written: whose page is opened next. */
export class Written {
  ref!: string;
  story!: Story;

  constructor(
    readonly product: Product,
    private readonly sample: SampleId,
  ) {}

  begins(): void {
    this.story = sampleStory(this.sample, this.product.db.reference.regionOf);
  }

  get content(): RequestContent {
    return this.story.content;
  }

  /** A day that is early enough to ask for. */
  start = (): Day => addDays(dayOf(this.product.db.clock.now().toISOString()), 200);

  writing = async (key: string): Promise<Writing> => new Writing(await this.product.as(key), this.ref);
  record = async (key: string): Promise<Record> => new Record(await this.product.as(key), this.ref);

  /** What nobody types here is put in by a program of the office. */
  async putIn(key: string, patch: RequestContent): Promise<void> {
    const web = new Web(this.product.db);
    web.url = this.product.url;
    const program = await web.program((await this.product.db.person(key)).id);
    const { json } = await program.get(`/requests/${this.ref}/actions`);
    const { status, text } = await program.write('PATCH', `/requests/${this.ref}`, patch, Number(json.revision));
    expect([status, text]).toEqual([200, expect.anything()]);
    await web.close();
  }

  /** A head of agency opens the link of the last mail, on a telephone. */
  async linkOf(email: string): Promise<EndorsementLink> {
    const opened = new EndorsementLink(await this.product.visit({ viewport: { width: 320, height: 640 } }));
    await opened.opens(await mailedLink(this.product, email));
    return opened;
  }

  /** Every earlier text can still be read: what each is called, by whom it was saved, and words that stand in it. */
  async everyTextIsRead(by: string, expected: [what: string, words: string][]): Promise<void> {
    const record = await this.record(by);
    const texts = await record.earlierTexts();
    expect(texts.map(({ what }) => what)).toEqual(expected.map(([what]) => what));
    for (const [i, [, words]] of expected.entries()) expect(await record.reads(texts[i]!.href)).toContain(words);
  }
}
