import { expect, it } from '@jest/globals';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const FEEDS = '/deployments/calendar/feeds';

it('the calendar of somebody who follows no post has the days of what waits for them, each until it is done', async () => {
  const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno'));
  const headers = await web.session(db.cast.amina.id);
  const made = await web.send('POST', FEEDS, { form: { region: '' }, headers });
  const { pathname } = new URL(/<code dir="ltr">([^<]+)<\/code>/.exec(made.text)![1]!);
  const lines = async (): Promise<string[]> =>
    (await web.send('GET', pathname)).text.replace(/\r\n /g, '').split('\r\n');
  const before = await lines();
  expect(before).toContainEqual(
    expect.stringMatching(new RegExp(`^SUMMARY:.+: .+, ${request.ref}$`.replace(', ', '\\\\, '))),
  );
  expect(before).toContainEqual(`URL;VALUE=URI:${web.url}/reviews/${request.ref}/declaration`);
  expect(before).toContainEqual(expect.stringMatching(/^DTSTART;VALUE=DATE:20\d{6}$/));
  await request.send('amina', {
    type: 'DECLARE',
    conflict: { declared: true, kind: 'served', reason: 'I served there.' },
  });
  expect((await lines()).join('\n')).not.toContain(request.ref);
  // A region is for whoever follows its posts.
  expect((await web.send('POST', FEEDS, { form: { region: 'esa' }, headers })).status).toBe(403);
  await db.pool.query(`UPDATE assignment SET valid_until = '2020-01-01' WHERE person_id = $1`, [db.cast.amina.id]);
  expect((await web.send('GET', pathname)).status).toBe(404);
});
