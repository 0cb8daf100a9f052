import { Inject, Injectable } from '@nestjs/common';
import {
  openIdentityProvider,
  type Environment,
  type Identity,
  type IdentityProvider,
  type SignInStart,
} from '#platform';
import { ENVIRONMENT } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';

/** The identity provider of the organisation, reached when the first person signs in and not before. */
@Injectable()
export class Provider {
  private opened: Promise<IdentityProvider> | undefined;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  get enabled(): boolean {
    return this.environment.oidc !== undefined;
  }

  private provider(): Promise<IdentityProvider> {
    const { oidc } = this.environment;
    if (!oidc) throw new Fault(404, 'notFound', 'No identity provider is set up here.');
    this.opened ??= Promise.resolve(openIdentityProvider(oidc));
    return this.opened;
  }

  begin = (redirectUri: string): Promise<SignInStart> => this.provider().then((p) => p.begin(redirectUri));
  finish = (currentUrl: string, transaction: string): Promise<Identity> =>
    this.provider().then((p) => p.finish(currentUrl, transaction));
  endSessionUrl = async (idToken: string, returnTo: string): Promise<string | undefined> =>
    this.enabled ? (await this.provider()).endSessionUrl({ idToken, returnTo }) : undefined;
}
