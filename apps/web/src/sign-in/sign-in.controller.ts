import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { People, type Person } from '#casework';
import { ROLES, type Actor } from '#domain';
import { hashToken, newToken, SignInFailed, type Environment } from '#platform';
import { one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { ENDED_COOKIE, SESSION_COOKIE } from '../shell/entrance.js';
import { ENVIRONMENT, Pages, paths, seeOther } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { Provider } from './provider.js';

const TRANSACTION = 'hra_sign_in';
const HOUR = 3_600_000;
const DAY_SECONDS = 24 * 3600;

/** Only an address of this site may be gone to after sign-in. */
export function safeNext(next: string | undefined): string {
  if (!next || !/^\/(?![/\\])[^\u0000-\u001f\\]*$/.test(next)) return '/';
  // A header takes ASCII only: letters of other scripts are written as an address writes them.
  const { pathname, search } = new URL(next, 'http://here');
  // Two slashes at the beginning would name another site.
  return `${pathname.replace(/^\/+/, '/')}${search}`;
}

/** What was noted when the browser left for the provider; empty where somebody made it up. */
function begunWith(cookie: string): { transaction: string; next: string } {
  try {
    const { transaction, next } = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Record<string, unknown>;
    return { transaction: String(transaction), next: String(next) };
  } catch {
    return { transaction: '', next: '/' };
  }
}

/** A sign-in that did not succeed, as the page says it. */
function saidInWords(error: unknown): never {
  if (!(error instanceof SignInFailed)) throw error;
  throw new Fault(error.code === 'unreachable' ? 503 : 422, 'signInFailed', error.message);
}

/** Signing in and out. In demonstration mode by choosing a person; else through the identity provider. */
@Controller()
export class SignInController {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly people: People,
    private readonly pages: Pages,
    private readonly provider: Provider,
  ) {}

  private cookie = (path = '/') =>
    ({ path, httpOnly: true, sameSite: 'lax', secure: this.environment.baseUrl.startsWith('https:') }) as const;

  @Get('sign-in')
  async form(@Req() request: Exchange, @Query() query: Form): Promise<string> {
    const [next, q] = [one(query, 'next'), one(query, 'q')];
    const people = this.environment.demo ? (await this.people.all()).filter((p) => p.assignments.length > 0) : [];
    const groups = demonstrationGroups(people, q);
    return this.pages.html(request, 'sign-in/sign-in.njk', {
      title: 'Sign in',
      next: safeNext(next),
      demo: this.environment.demo,
      provider: this.provider.enabled,
      groups,
      q,
    });
  }

  @Post('sign-in')
  async choose(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    if (!this.environment.demo)
      throw new Fault(
        403,
        'notDemonstration',
        'People are chosen from a list in demonstrations only. Sign in through the identity provider.',
      );
    const form = request.body as Form;
    const person = await this.people.find(one(form, 'person'));
    if (!person) throw new Fault(422, 'invalid', 'Choose a person from the list.');
    await this.begin(reply, person, undefined);
    seeOther(reply, safeNext(one(form, 'next')));
  }

  @Get('sign-in/provider')
  async leave(@Query() query: Form, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    const { url, transaction } = await this.provider
      .begin(`${this.environment.baseUrl}/sign-in/return`)
      .catch(saidInWords);
    const value = Buffer.from(JSON.stringify({ transaction, next: safeNext(one(query, 'next')) })).toString(
      'base64url',
    );
    void reply.setCookie(TRANSACTION, value, { ...this.cookie('/sign-in'), maxAge: 600 });
    void reply.status(303).header('location', url);
  }

  @Get('sign-in/return')
  async back(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    const kept = request.cookies[TRANSACTION];
    if (!kept)
      throw new Fault(422, 'signInFailed', 'The sign-in took too long or began in another browser. Start again.');
    void reply.clearCookie(TRANSACTION, { path: '/sign-in' });
    const { transaction, next } = begunWith(kept);
    const identity = await this.provider
      .finish(`${this.environment.baseUrl}${request.url}`, transaction)
      .catch(saidInWords);
    const person = await this.people.bySubject(
      identity.subject,
      identity.emailVerified ? (identity.email ?? null) : null,
    );
    if (!person)
      throw new Fault(
        403,
        'unknownPerson',
        'You are known to the identity provider, but nobody has given you a part in this system yet. Ask the help desk for an assignment.',
      );
    await this.begin(reply, person, identity.idToken);
    seeOther(reply, safeNext(next));
  }

  @Post('sign-out')
  async out(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    const idToken = token ? await this.people.revoke(hashToken(token)) : null;
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    if (token) void reply.setCookie(ENDED_COOKIE, token, { ...this.cookie(), maxAge: DAY_SECONDS });
    // Here the session is over already: a provider that does not answer must not look like a failure to sign out.
    const end = idToken
      ? await this.provider
          .endSessionUrl(idToken, `${this.environment.baseUrl}/sign-in?done=signedOut`)
          .catch(() => undefined)
      : undefined;
    if (end) void reply.status(303).header('location', end);
    else seeOther(reply, paths.signIn(), 'signedOut');
  }

  private async begin(reply: Reply, person: Person, idToken: string | undefined): Promise<void> {
    const token = newToken();
    await this.people.grant(hashToken(token), person.id, {
      kind: 'session',
      label: 'Browser',
      scopes: ['everything'],
      validForMs: this.environment.sessionHours * HOUR,
      idToken,
    });
    // The cookie outlives the session, so that text sent too late can be kept for the right person.
    void reply.setCookie(SESSION_COOKIE, token, { ...this.cookie(), maxAge: 30 * DAY_SECONDS });
  }
}

/** The people of a demonstration by role, as many as match the search. */
function demonstrationGroups(
  people: (Actor & Person)[],
  q: string,
): { role: string; people: { email: string; name: string; title: string }[] }[] {
  const wanted = q.trim().toLocaleLowerCase();
  const found = people.filter((p) => !wanted || `${p.name} ${p.title} ${p.email}`.toLocaleLowerCase().includes(wanted));
  return Object.entries(ROLES)
    .map(([role, label]) => ({
      role: label,
      people: found
        .filter((p) => p.assignments[0]?.role === role)
        .map(({ email, name, title }) => ({ email, name, title })),
    }))
    .filter((g) => g.people.length > 0);
}
