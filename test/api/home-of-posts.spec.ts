import { beforeAll, expect, it } from '@jest/globals';
import { DeploymentList, escalatedRenewals, firstWaits } from '#casework';
import { addDays, inWords, presentRenewal, type DeploymentFacts } from '#domain';
import { useDatabase } from '../support/database.js';
import { keepAt } from '../support/posts.js';
import { useWeb } from '../support/web.js';

const db = useDatabase({ at: '2027-03-01' });
const web = useWeb(db);
let post: DeploymentFacts;
let decideBy: string;

beforeAll(async () => {
  post = await keepAt(db, (d) => d.inRenewal());
  decideBy = presentRenewal(post)!.decideBy;
});

async function homeOf(part: 'coordinator' | 'team' | 'officeElsewhere' | 'teamElsewhere', day: string) {
  db.clock.set(day);
  web.at(db.clock.now());
  const { status, text } = await web.send('GET', '/', { headers: await web.session(db.cast[part].id) });
  expect(status).toBe(200);
  return text;
}
const LATE = 'Renewals that came to you because they are late';

it('shows a Resident Coordinator the posts of the country, what each waits for, of whom and until when', async () => {
  const text = await homeOf('coordinator', addDays(decideBy, -60));
  const block = text.slice(text.indexOf('Posts that your office works with'));
  expect(block).toContain(post.ref);
  expect(block).toMatch(/by \d+ \w+ \d{4}|Overdue since/);
  expect(await homeOf('officeElsewhere', addDays(decideBy, -60))).not.toContain('Posts that your office works with');
});

it('shows the regional team a renewal from the day on which it is carried to it', async () => {
  expect(await homeOf('team', decideBy)).not.toContain(LATE);
  const late = addDays(decideBy, 10);
  const text = await homeOf('team', late);
  expect(text.slice(text.indexOf(LATE))).toContain(`/deployments/${post.ref}/renewal`);
  expect(text.slice(text.indexOf(LATE))).toContain(`Overdue since ${inWords(decideBy).replace(/(\d+ \w{3}).*/, '$1')}`);
  expect(await homeOf('teamElsewhere', late)).not.toContain(LATE);
});

it('reads of each post the clock that runs out first', async () => {
  const view = await new DeploymentList(db.pool, db.clock, db.reference).open(db.cast.auditor, {});
  const [wait] = await firstWaits(view, 10);
  const running = post.clocks.filter((c) => c.group !== 'schedule' && c.stoppedWith === null);
  expect(wait).toMatchObject({ ref: post.ref, on: running.map((c) => c.dueOn).sort()[0] });
  expect(await escalatedRenewals(view, 10)).toMatchObject([
    { ref: post.ref, holder: 'residentCoordinator', on: decideBy },
  ]);
});
