import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hashToken, newToken } from '#platform';
import { useDatabase } from '../support/database.js';
import { CLIENT, TestIdentityProvider } from '../support/identity-provider.js';
import { Visitor } from '../support/visitor.js';
import { useWeb, Web } from '../support/web.js';

const db = useDatabase();
let provider: TestIdentityProvider;
const web = useWeb(db, async (url) => {
  provider = await TestIdentityProvider.start(url);
  return { DEMO: '0', OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
});
afterAll(() => provider?.stop());

const office = 'z.kileo-marchetti@rc-tanzania.example';
const emails: Record<string, string> = { 'subject-1': office, 'subject-2': 'w.hallorson-keita@ohchr.example' };
let visitor: Visitor;
beforeEach(() => {
  visitor = new Visitor();
  provider.asked = 0;
  provider.next = 'subject-1';
  for (const [subject, email] of Object.entries(emails)) provider.accounts[subject] = { email, verified: true };
});
const go = (path: string) => visitor.go(`${web.url}${path}`);
const session = () => visitor.cookies(web.url).get('hra_session');

describe('sign-in through the identity provider', () => {
  it('leads back to the page that was asked for', async () => {
    const asked = await go('/requests?status=draft');
    expect([asked.status, asked.url]).toEqual([200, `${web.url}/sign-in?next=%2Frequests%3Fstatus%3Ddraft`]);
    expect(asked.text).toContain('href="/sign-in/provider?next=%2Frequests%3Fstatus%3Ddraft"');
    const arrived = await go('/sign-in/provider?next=%2Frequests%3Fstatus%3Ddraft');
    expect([arrived.status, arrived.url]).toEqual([200, `${web.url}/requests?status=draft`]);
    expect(arrived.text).toContain('Zawadi Kileo-Marchetti');
    const authorised = new URL(visitor.asked.find((url) => url.startsWith(`${provider.issuer}/auth?`))!).searchParams;
    expect(authorised.get('code_challenge_method')).toBe('S256');
    expect([authorised.get('state'), authorised.get('nonce')]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('keeps what it needs in cookies that no script reads and no other site sends', async () => {
    const left = await visitor.once(`${web.url}/sign-in/provider`);
    expect(left.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^hra_sign_in=[\w-]+; Max-Age=600; Path=\/sign-in; HttpOnly; SameSite=Lax$/),
    ]);
    await visitor.go(left.headers.get('location')!);
    expect(visitor.cookies(web.url).has('hra_sign_in')).toBe(false);
    expect(session()).toMatch(/^[\w-]{43}$/);
  });

  it('says in a sentence that nobody here knows the person, and lets them nowhere', async () => {
    provider.accounts.stranger = { email: 'stranger@elsewhere.example' };
    provider.next = 'stranger';
    const arrived = await go('/sign-in/provider?next=/requests');
    expect([arrived.status, session()]).toEqual([403, undefined]);
    expect(arrived.text).toContain('nobody has given you a part in this system yet');
    expect((await go('/requests')).url).toContain('/sign-in?next=');
  });

  it('trusts an address only when the provider has verified it', async () => {
    provider.accounts.liar = { email: 'i.masangu-fontaine@ohchr.example', verified: false };
    provider.next = 'liar';
    expect((await go('/sign-in/provider')).status).toBe(403);
    expect(session()).toBeUndefined();
  });

  it('knows a person again by the provider’s own identifier, whatever address they have by then', async () => {
    await go('/sign-in/provider');
    provider.accounts['subject-1'] = { email: emails['subject-2']!, verified: true };
    visitor = new Visitor();
    expect((await go('/sign-in/provider')).text).toContain('Zawadi Kileo-Marchetti');
  });

  it('says in words that it was cancelled, that it began elsewhere, or that it was made up', async () => {
    provider.next = null;
    const cancelled = await go('/sign-in/provider');
    expect([cancelled.status, session()]).toEqual([422, undefined]);
    expect(cancelled.text).toContain('The sign-in was cancelled.');
    const elsewhere = await go('/sign-in/return?code=x&state=y');
    expect([elsewhere.status, elsewhere.text]).toEqual([422, expect.stringContaining('began in another browser')]);
    for (const cookie of [
      'nonsense',
      Buffer.from('null').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ]) {
      visitor.cookies(web.url).set('hra_sign_in', cookie);
      expect((await go('/sign-in/return?code=x&state=y')).status).toBe(422);
    }
    expect(session()).toBeUndefined();
  });

  it('takes an answer once only', async () => {
    await go('/sign-in/provider');
    const answered = visitor.asked.find((url) => url.includes('/sign-in/return?'))!;
    visitor.cookies(web.url).delete('hra_session');
    expect((await visitor.go(answered)).status).toBe(422);
    expect(session()).toBeUndefined();
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'requests',
  ])('never leads to %j', async (next) => {
    const arrived = await go(`/sign-in/provider?next=${encodeURIComponent(next)}`);
    expect([arrived.status, arrived.url]).toEqual([200, `${web.url}/`]);
  });

  it('goes round no list: choosing a person is for demonstrations alone', async () => {
    const page = await go('/sign-in');
    expect(page.text).not.toContain(office);
    const { status, text } = await visitor.go(`${web.url}/sign-in`, { person: office });
    expect([status, session()]).toEqual([403, undefined]);
    expect(text).toContain('in demonstrations only');
  });
});

describe('sign-out', () => {
  it('ends the session here and at the provider', async () => {
    await go('/sign-in/provider');
    expect(provider.asked).toBe(1);
    // Still signed in there: nobody is asked again.
    await go('/sign-in/provider');
    expect(provider.asked).toBe(1);
    const kept = session()!;
    const there = await visitor.go(`${web.url}/sign-out`, {});
    expect(there.url).toContain(`${provider.issuer}/session/end?`);
    expect(Object.fromEntries(new URL(there.url).searchParams)).toMatchObject({
      id_token_hint: expect.stringMatching(/^ey/),
      post_logout_redirect_uri: `${web.url}/sign-in?done=signedOut`,
    });
    const back = await visitor.submit(there, { logout: 'yes' });
    expect([back.url, back.text]).toEqual([
      `${web.url}/sign-in?done=signedOut`,
      expect.stringContaining('You are signed out.'),
    ]);
    expect(session()).toBeUndefined();
    visitor.cookies(web.url).set('hra_session', kept);
    expect((await go('/requests')).url).toContain('/sign-in?next=');
    await go('/sign-in/provider');
    expect(provider.asked).toBe(2);
  });
});

describe('while the provider is away', () => {
  const away = new Web(db);
  beforeAll(() =>
    away.open({ DEMO: '0', OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'hra', LOG_LEVEL: 'silent' }),
  );
  afterAll(() => away.close());

  it('signing in says so (503)', async () => {
    const { status, text } = await away.send('GET', '/sign-in/provider');
    expect([status, text]).toEqual([503, expect.stringContaining('The service is not available just now')]);
  });

  it('signing out works all the same', async () => {
    const token = newToken();
    const terms = { kind: 'session' as const, label: 'Browser', scopes: ['everything'], validForMs: 60_000 };
    const more = { ...terms, idToken: 'a.b.c' };
    await db.people.grant(hashToken(token), db.cast.office.id, more);
    const { status, headers } = await away.send('POST', '/sign-out', { headers: { cookie: `hra_session=${token}` } });
    expect([status, headers.get('location')]).toEqual([303, '/sign-in?done=signedOut']);
    expect(await db.people.byCredential(hashToken(token))).toMatchObject({ expired: { id: db.cast.office.id } });
  });
});
