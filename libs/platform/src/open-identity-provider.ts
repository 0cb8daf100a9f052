import type { OidcSettings } from './env.js';
import type { IdentityProvider } from './identity.js';

/** Prepares sign-in through an OpenID Connect provider: authorisation code with PKCE, state and nonce. */
export function openIdentityProvider(settings: OidcSettings): IdentityProvider {
  let opened: Promise<IdentityProvider> | undefined;
  // Loaded at the first sign-in: most processes never see one.
  const provider = (): Promise<IdentityProvider> => {
    opened ??= import('./openid-provider.js').then(({ OpenIdProvider }) => new OpenIdProvider(settings));
    return opened;
  };
  return {
    begin: async (redirectUri) => (await provider()).begin(redirectUri),
    finish: async (currentUrl, transaction) => (await provider()).finish(currentUrl, transaction),
    endSessionUrl: async (options) => (await provider()).endSessionUrl(options),
    verify: async () => (await provider()).verify(),
  };
}
