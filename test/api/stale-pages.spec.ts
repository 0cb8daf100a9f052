import { describe, expect, it } from '@jest/globals';
import type { CaseBuilder } from '../../libs/domain/test/a-case.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aStory, take, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);

/** A page that somebody drew, sent after the same step was taken in another window. */
async function sentLate(part: Part, story: CaseBuilder, event: StepEvent, page: string, form: Record<string, string>) {
  const it = await take(db, story);
  const { revision } = await it.row();
  await it.send(part, event);
  const headers = await web.session(db.cast[part].id);
  const path = `/requests/${it.ref}/${page}`;
  const fields = { revision: String(revision), once: crypto.randomUUID(), ...form };
  return { ref: it.ref, ...(await web.send('POST', path, { form: fields, headers })) };
}
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('a page that is sent when its step is over', () => {
  it('of a submission leads to the request, and does not say that it was somebody else', async () => {
    const story = aStory(db).drafted();
    const event = anEvent('WITHDRAW', { facts: story.facts }) as StepEvent;
    const it = await take(db, aStory(db).submitted());
    await it.send('coordinator', event);
    const headers = await web.session(db.cast.coordinator.id);
    const form = { revision: '1', once: crypto.randomUUID(), declaration: 'yes', note: 'A note that took a while.' };
    const { text, status } = await web.send('POST', `/requests/${it.ref}/submit`, { form, headers });
    expect(status).toBeGreaterThanOrEqual(409);
    expect(text).toContain(`href="/requests/${it.ref}"`);
    expect(text).toContain('A note that took a while.');
    expect(text).not.toContain('Somebody changed');
  });

  it('of an offer gives back what was written, under one heading', async () => {
    const story = aStory(db).offered();
    const event = anEvent('REFUSE_OFFER', { facts: story.facts }) as StepEvent;
    const form = { answer: 'refuse', reason: 'It does not cover the north.' };
    const { text, ref } = await sentLate('coordinator', story, event, 'offer', form);
    expect(text).toContain('It does not cover the north.');
    expect(text).toContain(`href="/requests/${ref}"`);
    expect([times(text, 'What you had written<'), times(text, 'Your reason')]).toEqual([1, 1]);
  });

  it('of the completeness check offers neither way on any more', async () => {
    const story = aStory(db).submitted();
    const form = { do: 'RETURN', codes: 'OTHER', 'section-3': 'Say who pays in the third year.' };
    const { text, status } = await sentLate('desk', story, { type: 'ACCEPT' }, 'screening', form);
    expect(status).toBe(412);
    expect(text).not.toMatch(/<button[^>]*>\s*(Accept as complete|Return for correction)/);
    expect(text).toContain('Say who pays in the third year.');
    expect(text).toContain('Section 3');
  });
});
