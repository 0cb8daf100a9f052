import { jest } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { SignInFailed, type IdentityProvider } from './identity.js';
import { openIdentityProvider } from './open-identity-provider.js';

const CLIENT = { clientId: 'cases', clientSecret: 'a-secret-of-the-tests' };
const REDIRECT = 'http://127.0.0.1:9/sign-in/callback';
const HOME = 'http://127.0.0.1:9/';

interface GrantContext {
  oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider };
}

function configuration(): object {
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [REDIRECT],
        post_logout_redirect_uris: [HOME],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/pick/${uid}` },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, email: 'zoe@example.org', email_verified: true, name: 'Zoë Ünal' }),
    }),
    async loadExistingGrant({ oidc }: GrantContext) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** Signs in whoever comes as person 42, or refuses when told to. */
class TestProvider {
  issuer = '';
  cancel = false;
  private readonly server: Server = createServer((request, response) => this.handler(request, response));
  private handler: RequestListener = (_request, response) => void response.writeHead(503).end();

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  open(): void {
    // It warns that keys and storage are for tests only, which they are.
    const quiet = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const provider = new Provider(this.issuer, configuration());
    quiet.mockRestore();
    const callback = provider.callback();
    this.handler = (request, response) => {
      if (!request.url?.startsWith('/pick/')) return callback(request, response);
      const result = this.cancel ? { error: 'access_denied' } : { login: { accountId: '42' } };
      void provider.interactionFinished(request, response, result);
    };
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** Follows redirects as a browser does, cookies included, until the provider sends it back to us. */
async function browse(start: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  while (!url.startsWith(REDIRECT)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    url = new URL(location, url).href;
  }
  return url;
}

async function failureOf(attempt: Promise<unknown>): Promise<SignInFailed> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SignInFailed) return error;
  throw new Error('It should have failed as a sign-in.', { cause: error });
}

describe('sign-in with OpenID Connect', () => {
  const provider = new TestProvider();
  let identity: IdentityProvider;

  beforeAll(async () => {
    await provider.listen();
    identity = openIdentityProvider({ issuer: provider.issuer, ...CLIENT });
  });
  afterAll(() => provider.close());
  afterEach(() => {
    provider.cancel = false;
  });

  it('says so while the provider is away, and works once it is back', async () => {
    expect(await failureOf(identity.begin(REDIRECT))).toMatchObject({ code: 'unreachable' });
    await expect(identity.verify()).rejects.toThrow('does not answer');
    provider.open();
    await identity.verify();
  });

  it('tells who signed in', async () => {
    const { url, transaction } = await identity.begin(REDIRECT);
    const asked = new URL(url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toBeTruthy();
    expect(asked.get('nonce')).toBeTruthy();
    expect(transaction).toMatch(/^[\w-]+$/);
    const who = await identity.finish(await browse(url), transaction);
    expect(who).toEqual({
      subject: '42',
      email: 'zoe@example.org',
      emailVerified: true,
      name: 'Zoë Ünal',
      idToken: expect.any(String) as string,
    });
  });

  it('works behind a proxy that changes names', async () => {
    const { url, transaction } = await identity.begin(REDIRECT);
    const inside = new URL(await browse(url));
    const seen = `http://web:3000/somewhere${inside.search}`;
    expect((await identity.finish(seen, transaction)).subject).toBe('42');
  });

  it('takes an answer once only', async () => {
    const { url, transaction } = await identity.begin(REDIRECT);
    const back = await browse(url);
    await identity.finish(back, transaction);
    expect(await failureOf(identity.finish(back, transaction))).toMatchObject({ code: 'refused' });
  });

  it('takes no answer to another browser’s question', async () => {
    const [mine, theirs] = [await identity.begin(REDIRECT), await identity.begin(REDIRECT)];
    const back = await browse(theirs.url);
    expect(await failureOf(identity.finish(back, mine.transaction))).toMatchObject({ code: 'refused' });
  });

  it('takes no token made for another question', async () => {
    const { url, transaction } = await identity.begin(REDIRECT);
    const open = JSON.parse(Buffer.from(transaction, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...open, nonce: 'another' })).toString('base64url');
    expect(await failureOf(identity.finish(await browse(url), forged))).toMatchObject({ code: 'refused' });
  });

  it('says in words that it was cancelled', async () => {
    provider.cancel = true;
    const { url, transaction } = await identity.begin(REDIRECT);
    const failure = await failureOf(identity.finish(await browse(url), transaction));
    expect(failure).toMatchObject({ code: 'cancelled', message: 'The sign-in was cancelled.' });
  });

  it.each(['', 'nonsense', Buffer.from('{"state":"x"}').toString('base64url')])(
    'refuses the transaction %j',
    async (bad) => {
      expect(await failureOf(identity.finish(`${REDIRECT}?code=x&state=y`, bad))).toMatchObject({ code: 'stale' });
    },
  );

  it('knows where to end the provider’s session', async () => {
    const url = new URL((await identity.endSessionUrl({ idToken: 'a.b.c', returnTo: HOME })) ?? '');
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      id_token_hint: 'a.b.c',
      post_logout_redirect_uri: HOME,
      client_id: 'cases',
    });
  });

  it('refuses a provider without encryption that is not on this machine', async () => {
    const remote = openIdentityProvider({ issuer: 'http://login.example.org', ...CLIENT });
    const failure = await failureOf(remote.begin(REDIRECT));
    expect(failure.code).toBe('unreachable');
    expect(failure.cause).toMatchObject({ message: expect.stringContaining('HTTPS') as string });
  });
});
