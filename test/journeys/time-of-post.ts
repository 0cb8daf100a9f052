import { DatabaseClock } from '#casework';
import type { Day, DeploymentFacts, Incumbency } from '#domain';
import type { Product } from '../support/product.js';
import { until } from '../support/until.js';

/** The time of a story about one post: it goes on for everybody at once, and the product acts on its days. */
export class TimeOfPost {
  constructor(
    private readonly product: Product,
    private readonly ref: () => string,
  ) {}

  today = (): Day => this.product.db.clock.now().toISOString().slice(0, 10);

  facts = async (): Promise<DeploymentFacts> => {
    const text = 'SELECT facts FROM deployment WHERE ref = $1';
    return (await this.product.db.pool.query<{ facts: DeploymentFacts }>(text, [this.ref()])).rows[0]!.facts;
  };
  term = async (): Promise<Incumbency> => (await this.facts()).incumbencies.at(-1)!;

  /** Time goes on to a day, for everybody. */
  comesTo = async (day: Day): Promise<void> => {
    const { clock, pool } = this.product.db;
    clock.set(day);
    await DatabaseClock.move(pool, clock.now().getTime() - Date.now(), true);
    const page = await this.product.as('do-esa');
    const printed = `Printed ${Number(day.slice(8))} `;
    await until(`the pages are of ${day}`, async () => {
      const text = await (await page.request.get(`/deployments/${this.ref()}`)).text();
      return text.includes(printed) && text.includes(day.slice(0, 4));
    });
  };

  /** Time goes on to the day on which the product takes a step by itself, and it does. */
  comesToThe = async (step: 'START_MID_TERM' | 'OPEN_RENEWAL' | 'START_CLOSING', tenure: string): Promise<void> => {
    const found = (await this.facts()).clocks.flatMap((c) => c.steps).find((s) => s.kind === step)!;
    await this.comesTo(found.at.slice(0, 10));
    await until(tenure, async () => {
      const { state } = await this.facts();
      return state !== 'ended' && state.active.tenure === tenure;
    });
  };
}
