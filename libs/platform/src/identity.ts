/** Who the provider says has signed in. */
export interface Identity {
  subject: string;
  email: string | undefined;
  /** Only when the provider says so in as many words. */
  emailVerified: boolean;
  name: string | undefined;
  /** Helps the provider to end the right session. */
  idToken: string | undefined;
}

export interface SignInStart {
  /** Where to send the browser. */
  url: string;
  /** To be kept for this browser only, e.g. in an HttpOnly cookie, and given back to `finish`. */
  transaction: string;
}

export interface IdentityProvider {
  begin(redirectUri: string): Promise<SignInStart>;
  /** Checks the provider's answer against the transaction; throws SignInFailed. */
  finish(currentUrl: string, transaction: string): Promise<Identity>;
  /** Where to send the browser to end the provider's session too; undefined when the provider has no such page. */
  endSessionUrl(options?: { idToken?: string; returnTo?: string }): Promise<string | undefined>;
  /** Rejects when the provider does not answer. */
  verify(): Promise<void>;
}

/** A sign-in that did not succeed, with a sentence for the person and the cause for the log. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';

  constructor(
    readonly code: 'cancelled' | 'stale' | 'refused' | 'unreachable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
