import { beforeAll, expect, it } from '@jest/globals';
import { attached, PDF } from '../support/attached.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { endorsingLink } from '../support/endorsing-links.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const EMAIL = 'undp@un.example';
const open = (path: string) => web.send('GET', path, {});
let request: CaseInDatabase;
let ids: { plain: string; risk: string };

beforeAll(async () => {
  const office = await web.program(db.cast.office.id);
  request = await aCaseAt(db, (story) => story.drafted());
  ids = {
    plain: await attached(office, request, 'letter', 'case'),
    risk: await attached(office, request, 'threats', 'risk'),
  };
  const head = { agency: 'UNDP', name: 'Head of UNDP', title: 'Representative', email: EMAIL };
  await request.send('office', { type: 'INVITE_ENDORSERS', endorsers: [head] });
});

it('a head of agency opens the documents of the request by the link, without what is said of risk, while it is good', async () => {
  const link = await endorsingLink(db, request.ref, EMAIL);
  const page = await web.send('POST', link, { form: { do: 'read' } });
  expect(page.text).toContain(`${link}/documents/${ids.plain}`);
  expect(page.text).not.toContain(ids.risk);
  const file = await open(`${link}/documents/${ids.plain}`);
  expect([file.status, file.text]).toEqual([200, PDF]);
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect((await open(`${link}/documents/${ids.risk}`)).status).toBe(404);

  await request.send('office', { type: 'ASK_ENDORSERS_AGAIN', endorsers: ['endorser:1'] });
  const late = await open(`${link}/documents/${ids.plain}`);
  expect([late.status, late.text.includes('A newer link was sent to you')]).toEqual([409, true]);
});

it('the link of another request opens none of them', async () => {
  const other = await aCaseAt(db, (story) => story.drafted());
  const head = { agency: 'WHO', name: 'Head of WHO', title: 'Representative', email: 'who@un.example' };
  await other.send('office', { type: 'INVITE_ENDORSERS', endorsers: [head] });
  const link = await endorsingLink(db, other.ref, head.email);
  expect((await open(`${link}/documents/${ids.plain}`)).status).toBe(404);
});
