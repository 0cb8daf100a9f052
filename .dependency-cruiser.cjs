// Imports point one way: apps -> casework -> domain -> xstate and exact fractions; apps and casework -> platform.
// Each message names the right door. test/architecture.spec.ts plants what each rule forbids and expects the refusal.
const SPEC = '\\.spec\\.ts$|^test/|^libs/domain/test/';
const LIBS = '^libs/(domain|casework|platform)/';

const only = (name, comment, path, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path, pathNot: SPEC },
  to: { pathNot: allowed },
});
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: SPEC, ...from },
  to: typeof to === 'string' ? { path: to } : to,
});
const modules = (...names) => `^node_modules/(${names.join('|')})/`;

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      'The domain imports xstate and fraction.js only. Whatever else it needs comes in through DecideContext, as values.',
      '^libs/domain/src/',
      '^libs/domain/src/',
      modules('xstate', 'fraction\\.js'),
    ),
    only(
      'migrations-stand-alone',
      'A migration imports typeorm only, so that it never breaks: write what it needs out as SQL.',
      '^migrations/',
      modules('typeorm'),
    ),
    never(
      'platform-knows-no-case',
      'The platform has no word of our domain: give it what it needs as an argument, or move the code to libs/casework.',
      { path: '^libs/platform/' },
      '^(libs/(domain|casework)|apps|migrations)/',
    ),
    never(
      'libraries-know-no-app',
      'A library never imports an app: move what both need into the library.',
      { path: '^libs/' },
      '^apps/',
    ),
    never(
      'apps-stand-apart',
      'Apps speak to each other through the database alone: move what both need into libs/casework or libs/platform.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    never(
      'one-door-a-library',
      'Import a library by its name (#domain, #casework, #platform): its index.ts is the only door.',
      { path: '^(apps|libs|bench)/([^/]+)/' },
      { path: `${LIBS}src/`, pathNot: ['^$1/$2/', '/src/index\\.ts$'] },
    ),
    never(
      'web-asks-only',
      'The web has no SQL, no queue and no mail: call advance() or a read of #casework; the worker tells people.',
      { path: '^apps/web/' },
      modules('typeorm', '@nestjs/typeorm', 'pg', 'bullmq', 'ioredis', 'nodemailer'),
    ),
    never(
      'sql-lives-in-casework',
      'Only libs/casework and libs/platform speak to the database: write a read or a verb-named file in libs/casework.',
      { path: '^apps/', pathNot: [SPEC, '^apps/local/'] },
      { path: modules('pg', 'typeorm'), dependencyTypesNot: ['type-only'] },
    ),
    never(
      'queue-and-mail-live-in-platform',
      'Queue and mail are reached through #platform.',
      { pathNot: [SPEC, '^libs/platform/', '^bench/'] },
      modules('bullmq', 'ioredis', 'nodemailer'),
    ),
    never(
      'reads-never-write',
      'A read changes nothing: a step of a case goes through advance(), anything else into its own verb-named file.',
      { path: '^libs/casework/src/read/' },
      '^libs/casework/src/(advance|statements|rows|prepare-database)\\.ts$|^libs/casework/src/(demonstration|reference|delivery)/',
    ),
    never(
      'one-write-path',
      'The statements that write a case belong to advance.ts: call Casework.advance().',
      { pathNot: [SPEC, '^libs/casework/src/(advance|kind|request-kind|deployment-kind)\\.ts$'] },
      '^libs/casework/src/statements\\.ts$',
    ),
    never(
      'machine-lives-in-domain',
      'Only the domain knows xstate: ask decide() or availableActions().',
      { pathNot: [SPEC, '^libs/domain/'] },
      modules('xstate'),
    ),
    never(
      'no-test-in-product',
      'What runs for people imports no test: move what both need out of test/.',
      { path: '^(apps|libs|migrations|bench)/', pathNot: [SPEC, '^bench/'] },
      '\\.spec\\.ts$|^test/|^libs/domain/test/',
    ),
    {
      name: 'no-circle',
      comment: 'Two files that import each other are one: split off what both need.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dead-end',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-tool-in-product',
      comment:
        'A package that is there for development only is missing where the product runs: move it to dependencies.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
