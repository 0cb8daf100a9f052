import type { Environment } from '#platform';

/**
 * What a browser may do with an answer of ours, as headers that every answer carries: written out, because they never
 * change, and asking helmet again for each answer costs a third of a small one. A test holds them to what helmet says.
 */
export function protectionOf({ oidc, baseUrl }: Pick<Environment, 'oidc' | 'baseUrl'>): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...(oidc ? [new URL(oidc.issuer).origin] : [])].join(' ')}`,
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join(';'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'same-origin',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };
}
