import { expect, it } from '@jest/globals';
import helmet from '@fastify/helmet';
import { fastify } from 'fastify';
import { protectionOf } from './protection.js';

const OIDC = { issuer: 'https://login.example.org/realms/un', clientId: 'hra' };

/** The same as helmet would put it. */
async function helmetsOwn(https: boolean, formAction: string[]): Promise<Record<string, unknown>> {
  const server = fastify();
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction,
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
  });
  server.get('/', () => '');
  const { headers } = await server.inject('/');
  await server.close();
  const own = new Set(['date', 'connection', 'content-length', 'content-type']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));
}

it('says on this machine what helmet says', async () => {
  const headers = protectionOf({ baseUrl: 'http://127.0.0.1:3000', oidc: undefined });
  expect(headers).toEqual(await helmetsOwn(false, ["'self'"]));
});

it('says in production what helmet says, and lets the sign-in go to the provider', async () => {
  const headers = protectionOf({ baseUrl: 'https://hra.example.org', oidc: OIDC });
  expect(headers).toEqual(await helmetsOwn(true, ["'self'", 'https://login.example.org']));
});
