import { DataSource } from 'typeorm';
import { gzipSync } from 'node:zlib';
import { pgPool } from '#platform';
import { aContent } from '../../libs/domain/test/content.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent, aSheet } from '../../libs/domain/test/events.js';
import { aStory, take, type CaseInDatabase } from './cases.js';
import type { TestDatabase } from './database.js';
import type { Web } from './web.js';

export type Scores = [number | null, number | null, number | null, number | null, number | null];

/** What a request says to cost in cash in its first twelve months. */
export const costing = (amountUSD: number) => {
  const content = aContent();
  const years = [
    { year: 2027, months: 12, items: [{ label: 'Adviser', amountUSD, paidBy: 'Fund', kind: 'cash' as const }] },
  ];
  return {
    ...content,
    sections: { ...content.sections, costAndHosting: { ...content.sections?.costAndHosting, years } },
  };
};

/** A request of the round with the panel: two reviewers alike, settled at their scores. */
export async function withPanel(db: TestDatabase, scores: Scores, cost = 100_000): Promise<CaseInDatabase> {
  const day = db.clock.now().toISOString();
  const story = aStory(db, costing(cost)).advised().appointed();
  const it = await take(db, story.scored(aSheet(...scores), aSheet(...scores)).settled());
  db.clock.set(day);
  return it;
}

/** Keeps a recommendation ready. */
export async function prepare(it: CaseInDatabase, by: Part = 'chair'): Promise<void> {
  await it.send(by, anEvent('PREPARE_RECOMMENDATION', { facts: await it.facts() }) as never);
}

/** How many statements the app sends for one page, and how much of it goes over the wire. */
export async function weigh(web: Web, path: string, headers: Record<string, string>) {
  const pool = pgPool(web.app.get(DataSource));
  const plain = pool.query.bind(pool);
  let queries = 0;
  pool.query = ((...sent: Parameters<typeof plain>) => {
    queries += 1;
    return plain(...sent);
  }) as typeof pool.query;
  try {
    const answer = await web.send('GET', path, { headers });
    return { ...answer, queries, gzipped: gzipSync(answer.text).length };
  } finally {
    pool.query = plain as typeof pool.query;
  }
}
