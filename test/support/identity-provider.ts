import { jest } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

interface GrantContext {
  oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider };
}
/** Whom the provider knows, by its own identifier. */
export interface Account {
  email?: string;
  verified?: boolean;
}

export const CLIENT = { id: 'hra', secret: 'a-secret-of-the-tests' };

/** A real OpenID Connect provider on the loopback, at which the next who comes signs in as whoever the test says. */
export class TestIdentityProvider {
  readonly issuer: string;
  readonly accounts: Record<string, Account> = {};
  /** Who signs in when asked; nobody: the sign-in is cancelled. */
  next: string | null = null;
  /** How often somebody had to sign in: whoever still has a session there does not. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    product: string,
  ) {
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // It warns that its keys and its storage are for tests only, which they are.
    const quiet = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const provider = new Provider(this.issuer, this.configuration(product));
    quiet.mockRestore();
    const callback = provider.callback();
    const handler: RequestListener = (request, response) => {
      if (!request.url?.startsWith('/pick/')) return callback(request, response);
      this.asked += 1;
      const result = this.next ? { login: { accountId: this.next } } : { error: 'access_denied' };
      void provider.interactionFinished(request, response, result);
    };
    server.on('request', handler);
  }

  static async start(product: string): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new TestIdentityProvider(server, product);
  }

  private configuration(product: string): object {
    return {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${product}/sign-in/return`],
          post_logout_redirect_uris: [`${product}/sign-in?done=signedOut`],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 3_600, Interaction: 60, Session: 3_600 },
      features: {
        devInteractions: { enabled: false },
        rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut },
      },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/pick/${uid}` },
      cookies: { keys: ['only for tests'] },
      findAccount: (_context: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, email: this.accounts[sub]?.email, email_verified: this.accounts[sub]?.verified ?? true }),
      }),
      async loadExistingGrant({ oidc }: GrantContext) {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    };
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise<void>((done) => this.server.close(() => done()));
  }
}

/** The page on which the provider asks whether its own session is to end too; the form is its own. */
function askToSignOut(context: { body: string }, form: string): void {
  context.body = `<!doctype html><title>Sign out</title>${form}`;
}
