import { beforeEach, expect, it } from '@jest/globals';
import { addDays, addMonths, presentTerm, type FundingEntry } from '#domain';
import { aPostAt } from '../support/a-post.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const START = '2027-03-01';
const db = useDatabase({ at: START });
const web = useWeb(db);
beforeEach(() => db.clock.set(START));

/** A post that is to go on, paid until a day, and the form with which its desk officer extends the term. */
async function extending(paidUntil: string) {
  const entry: FundingEntry = {
    id: '1',
    standing: 'allocation',
    source: 'fund',
    name: 'The fund',
    amount: '450000.00',
    currency: 'USD',
    kind: 'cash',
    reference: 'A decision',
    from: START,
    until: paidUntil,
    corrects: null,
    by: { id: db.cast.fund.id, name: db.cast.fund.name },
    at: `${START}T09:00:00.000Z`,
  };
  const post = await aPostAt(db, 'wished', { funding: [entry] });
  web.at(db.clock.now());
  const headers = await web.session((await post.person('desk')).id);
  const send = async (until: string, more: Record<string, string> = {}) => {
    const [year, month, day] = until.split('-').map(String);
    const { revision } = await post.row();
    const when = { 'until-day': day!, 'until-month': month!, 'until-year': year! };
    const form = { revision: String(revision), ...when, basis: 'The wish', ...more };
    return web.send('POST', `/deployments/${post.ref}/events/extend`, { headers, form });
  };
  return { send, endsOn: async () => presentTerm(await post.facts())!.endsOn };
}

it('a term that would outlast its money is looked at once more before it is extended', async () => {
  const paidUntil = addMonths(START, 30);
  const unpaid = addDays(paidUntil, 30);
  const { send, endsOn } = await extending(paidUntil);
  const before = await endsOn();
  const check = await send(unpaid);
  expect([check.status, await endsOn()]).toEqual([200, before]);
  expect(check.text).toMatch(
    /The money that is recorded ends before that, on .*: nobody pays for the time after it yet/,
  );
  expect(check.text).toContain('name="confirmed"');
  const back = await send(unpaid, { confirmed: 'back' });
  expect([back.status, back.text, await endsOn()]).toEqual([200, expect.stringContaining('value="The wish"'), before]);
  const done = await send(unpaid, { confirmed: 'yes' });
  expect([done.status, await endsOn()]).toEqual([303, unpaid]);
});

it('a term that is paid for to its new end is extended at once', async () => {
  const paidUntil = addMonths(START, 30);
  const { send, endsOn } = await extending(paidUntil);
  expect([(await send(paidUntil)).status, await endsOn()]).toEqual([303, paidUntil]);
});
