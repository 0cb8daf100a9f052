import * as oidc from 'openid-client';
import { isLoopback } from './env-values.js';
import type { OidcSettings } from './env.js';
import { SignInFailed, type Identity, type IdentityProvider, type SignInStart } from './identity.js';

interface Transaction {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

const SCOPE = 'openid email profile';
const TIMEOUT_SECONDS = 10;

function pack(transaction: Transaction): string {
  return Buffer.from(JSON.stringify(transaction)).toString('base64url');
}

function unpack(packed: string): Transaction {
  try {
    const value = JSON.parse(Buffer.from(packed, 'base64url').toString('utf8')) as Partial<Transaction>;
    const { state, nonce, verifier, redirectUri } = value;
    if (state && nonce && verifier && redirectUri) return { state, nonce, verifier, redirectUri };
  } catch {
    // Falls through: whatever it was, it is not one of ours.
  }
  throw new SignInFailed('stale', 'This sign-in was not started in this browser, or too long ago. Sign in again.');
}

function explain(error: unknown): SignInFailed {
  if (error instanceof SignInFailed) return error;
  if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') {
    return new SignInFailed('cancelled', 'The sign-in was cancelled.', error);
  }
  return new SignInFailed('refused', 'The sign-in could not be completed. Sign in again.', error);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Sign-in through any provider that publishes its configuration as OpenID Connect Discovery says. */
export class OpenIdProvider implements IdentityProvider {
  private found: Promise<oidc.Configuration> | undefined;

  constructor(private readonly settings: OidcSettings) {}

  /** Asked for at the first use and again after a failure: the provider need not be up when this system starts. */
  private configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw new SignInFailed('unreachable', 'The sign-in service does not answer. Try again in a few minutes.', error);
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Plain HTTP only towards this very machine, for development and tests.
    const insecure = issuer.startsWith('http:') && isLoopback(issuer);
    return oidc.discovery(new URL(issuer), clientId, clientSecret, clientSecret ? undefined : oidc.None(), {
      timeout: TIMEOUT_SECONDS,
      ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  }

  async begin(redirectUri: string): Promise<SignInStart> {
    const configuration = await this.configuration();
    const transaction: Transaction = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      redirectUri,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: transaction.state,
      nonce: transaction.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(transaction.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, transaction: pack(transaction) };
  }

  async finish(currentUrl: string, packed: string): Promise<Identity> {
    const transaction = unpack(packed);
    const configuration = await this.configuration();
    // Behind a proxy this process may know itself by another name than the provider does.
    const url = new URL(transaction.redirectUri);
    url.search = new URL(currentUrl, url).search;
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, url, {
        expectedState: transaction.state,
        expectedNonce: transaction.nonce,
        pkceCodeVerifier: transaction.verifier,
        idTokenExpected: true,
      });
      return await this.identity(configuration, tokens);
    } catch (error) {
      throw explain(error);
    }
  }

  private async identity(
    configuration: oidc.Configuration,
    tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  ): Promise<Identity> {
    const claims = tokens.claims();
    if (!claims) throw new SignInFailed('refused', 'The sign-in service did not say who signed in.');
    let known: Record<string, unknown> = claims;
    // Many providers keep the e-mail address out of the ID token.
    if (!text(claims.email) && configuration.serverMetadata().userinfo_endpoint) {
      known = { ...claims, ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)) };
    }
    return {
      subject: claims.sub,
      email: text(known.email),
      emailVerified: known.email_verified === true,
      name: text(known.name),
      idToken: tokens.id_token,
    };
  }

  async endSessionUrl(options: { idToken?: string; returnTo?: string } = {}): Promise<string | undefined> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      ...(options.idToken ? { id_token_hint: options.idToken } : {}),
      ...(options.returnTo ? { post_logout_redirect_uri: options.returnTo } : {}),
    }).href;
  }

  async verify(): Promise<void> {
    await this.configuration();
  }
}
