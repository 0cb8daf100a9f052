import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '#platform';
import { breachesOf, breachesOfProject, type Breach } from './support/planted.js';

const root = projectRoot();

/** Every file of the code, by its path from the root. */
const files = ['apps', 'libs', 'migrations', 'test', 'bench', 'bin']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(ts|mjs|cjs|njk|typ|scss)$/.test(file));
const code = files.filter((file) => /\.(ts|mjs|cjs)$/.test(file));
const product = code.filter((file) => /^(apps|libs)\//.test(file) && !/\.spec\.ts$|^libs\/domain\/test\//.test(file));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The lines of some files in which a pattern is found, as file:line. */
const found = (among: string[], pattern: RegExp): string[] =>
  among.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
const unless = (among: string[], ...spared: RegExp[]) =>
  among.filter((file) => !spared.some((pattern) => pattern.test(file)));

/** For each rule, imports that it must refuse: the file and what it imports. */
const FORBIDDEN: Record<string, [file: string, imported: string][]> = {
  'domain-is-pure': [
    ['libs/domain/src/rule.ts', 'typeorm'],
    ['libs/domain/src/effect.ts', 'node:fs'],
    ['libs/domain/src/upwards.ts', '#platform'],
    ['libs/domain/src/sideways.ts', '#casework'],
  ],
  'migrations-stand-alone': [
    ['migrations/1-a.ts', '#domain'],
    ['migrations/2-b.ts', '../libs/platform/src/index.js'],
    ['migrations/3-c.ts', 'node:fs'],
  ],
  'platform-knows-no-case': [
    ['libs/platform/src/word.ts', '#domain'],
    ['libs/platform/src/query.ts', '#casework'],
  ],
  'libraries-know-no-app': [['libs/casework/src/screen.ts', '../../../apps/web/src/page.js']],
  'apps-stand-apart': [
    ['apps/web/src/direct.ts', '../../worker/src/job.js'],
    ['apps/worker/src/words.ts', '../../web/src/page.js'],
  ],
  'one-door-a-library': [
    ['apps/web/src/window.ts', '../../../libs/casework/src/read/list.js'],
    ['libs/casework/src/window.ts', '../../domain/src/rules.js'],
  ],
  'web-asks-only': [
    ['apps/web/src/entity.ts', 'typeorm'],
    ['apps/web/src/nest.ts', '@nestjs/typeorm'],
    ['apps/web/src/sql.ts', 'pg'],
    ['apps/web/src/job.ts', 'bullmq'],
    ['apps/web/src/letter.ts', 'nodemailer'],
  ],
  'sql-lives-in-casework': [['apps/worker/src/sql.ts', 'pg']],
  'queue-and-mail-live-in-platform': [
    ['libs/casework/src/job.ts', 'bullmq'],
    ['apps/worker/src/redis.ts', 'ioredis'],
    ['apps/cli/src/letter.ts', 'nodemailer'],
  ],
  'reads-never-write': [
    ['libs/casework/src/read/step.ts', '../advance.js'],
    ['libs/casework/src/read/told.ts', '../delivery/sweep.js'],
  ],
  'one-write-path': [
    ['libs/casework/src/shortcut.ts', './statements.js'],
    ['libs/casework/src/read/raw.ts', '../statements.js'],
  ],
  'machine-lives-in-domain': [
    ['libs/casework/src/machine.ts', 'xstate'],
    ['apps/web/src/graph.ts', 'xstate'],
  ],
  'no-test-in-product': [['libs/casework/src/lucky.ts', '../../domain/test/a-case.js']],
  'no-circle': [['libs/casework/src/egg.ts', './hen.js']],
  'no-dead-end': [['apps/web/src/nowhere.ts', './nothing.js']],
  'no-tool-in-product': [['apps/web/src/expects.ts', 'jest']],
};
/** What those import, where it is a file; and imports that are allowed, so that no rule refuses everything. */
const THERE: Record<string, string> = {
  'apps/web/src/page.ts': `import '#casework'; import '#domain'; import '#platform'; import 'fastify';`,
  'apps/worker/src/job.ts': `import '#casework'; import '#platform';`,
  'libs/domain/src/rules.ts': `import 'xstate'; import 'fraction.js'; import './index.js';`,
  'libs/domain/test/a-case.ts': '',
  'libs/casework/src/advance.ts': `import './statements.js'; import '#domain'; import 'pg'; import 'typeorm';`,
  'libs/casework/src/statements.ts': '',
  'libs/casework/src/hen.ts': `import './egg.js';`,
  'libs/casework/src/delivery/sweep.ts': '',
  'libs/casework/src/read/list.ts': `import '#domain'; import 'pg';`,
  'libs/platform/src/engine.ts': `import 'bullmq'; import 'ioredis'; import 'nodemailer'; import 'pg';`,
  'migrations/0-first.ts': `import 'typeorm';`,
};

describe('imports point one way', () => {
  let breaches: Breach[];
  beforeAll(() => {
    const planted = Object.values(FORBIDDEN).flatMap((imports) =>
      imports.map(([file, imported]) => [file, `import '${imported}';`]),
    );
    breaches = breachesOf({ ...THERE, ...(Object.fromEntries(planted) as Record<string, string>) });
  });

  it.each(
    Object.entries(FORBIDDEN).flatMap(([rule, imports]) => imports.map(([file, imported]) => [rule, file, imported])),
  )('%s: %s may not import %s', (rule, file) => expect(breaches).toContainEqual({ rule, from: file }));

  it('and what may be imported is not refused', () => {
    const innocent = Object.keys(THERE).filter((file) => !file.endsWith('hen.ts'));
    expect(breaches.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });

  it('each rule is planted against, so that none forbids nothing', () => {
    const names = [...textOf('.dependency-cruiser.cjs').matchAll(/(?:name: |(?:only|never)\(\s*)'([a-z-]+)'/g)].map(
      ([, name]) => name,
    );
    expect(names.sort()).toEqual(Object.keys(FORBIDDEN).sort());
  });

  it('the project holds to all of them', () => {
    expect(breachesOfProject()).toEqual([]);
  });

  it('the web takes neither queue nor mail through the door of the platform: the linter says where to go instead', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hra-linted-'));
    const file = join(folder, 'apps/web/src/planted.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `import { openMailer, openQueues } from '#platform';\nimport { Outbox } from '#casework';\nexport default [openMailer, openQueues, Outbox];\n`,
    );
    writeFileSync(join(folder, 'oxlintrc.json'), textOf('oxlintrc.json'));
    const run = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['-c', 'oxlintrc.json', 'apps'], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(run.status).toBe(1);
    expect(run.stdout.match(/no-restricted-imports/g)).toHaveLength(3);
    expect(run.stdout).toContain('call advance() or a read of #casework');
  });
});

describe('one writer', () => {
  const WRITES = /\b(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)\s+(\w+)/g;
  const writersOf = (table: string): string[] =>
    product
      .filter((file) => [...textOf(file).matchAll(WRITES)].some(([, name]) => name === table))
      .map((file) => file.replace('libs/casework/src/', ''));

  // The row and the locks of a case are written by the template of statements.ts, which names the table of each kind.
  it.each([
    ['request', []],
    ['request_scope', []],
    ['deployment', []],
    ['deployment_scope', []],
    ['deployment_cover', []],
    ['deployment_country', []],
    ['request_content', ['request-kind.ts']],
    ['request_version', ['request-kind.ts']],
    ['request_search', ['request-kind.ts']],
    ['appointment', ['request-kind.ts']],
    ['audit_event', ['statements.ts']],
    ['case_file', ['statements.ts']],
  ])('%s is written by the statements of the write path alone', (table, writers) =>
    expect(writersOf(table)).toEqual(writers),
  );

  it('a receipt is written by the write path, and removed with what has ended long ago', () =>
    expect(writersOf('receipt').sort()).toEqual(['delivery/ended.ts', 'statements.ts']));

  it('clocks are moved on by the sweep; mail is told of by steps, clocks, absences and answers by mail, and ticked off by who carries it', () => {
    expect(writersOf('deadline').sort()).toEqual(['delivery/sweep.ts', 'statements.ts']);
    expect(writersOf('outbox').sort()).toEqual([
      'delivery/away-holders.ts',
      'delivery/dispatch.ts',
      'delivery/sweep.ts',
      'demonstration/seed-cases.ts',
      'inbound/inbound-mails.ts',
      'statements.ts',
    ]);
  });

  it('nothing of a case is saved through the ORM', () => {
    expect(
      found(
        unless(product, /^libs\/casework\/src\/reference\//),
        /getRepository|\.createQueryBuilder|(manager|repository)\.(save|insert|update|delete|upsert|remove)\(/i,
      ),
    ).toEqual([]);
  });

  it('reads only read, and there is no SQL outside casework and platform', () => {
    expect(
      found(
        product.filter((file) => file.startsWith('libs/casework/src/read/')),
        /\b(INSERT INTO|UPDATE \w+ SET|DELETE FROM|FOR UPDATE)\b/,
      ),
    ).toEqual([]);
    expect(
      found(
        product.filter((file) => file.startsWith('apps/')),
        /\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/,
      ),
    ).toEqual([]);
  });

  it('no line of the write path knows an event by name', () => {
    expect(
      found(['libs/casework/src/advance.ts', 'libs/casework/src/statements.ts'], /event\.type ===|case '[A-Z_]+':/),
    ).toEqual([]);
  });

  it('time is given, never taken, where a case is decided, written or read', () => {
    const timeless = product.filter((file) => /^libs\/(domain|casework)\/src\//.test(file));
    const origin = /demonstration\/|prepare-database\.ts$/;
    expect(found(unless(timeless, origin), /new Date\(\)|Date\.now\(\)/)).toEqual([]);
  });
});

describe('budgets', () => {
  const lines = (file: string) => textOf(file).trimEnd().split('\n').length;

  it('no file is longer than 300 lines', () => {
    expect(code.filter((file) => lines(file) > 300).map((file) => `${file} ${lines(file)}`)).toEqual([]);
  });

  it('no class is given more than five things', () => {
    const constructors = product.flatMap((file) =>
      [...textOf(file).matchAll(/constructor\(([^{]*?)\)\s*(?:\{|:)/gs)].map(([, given]) => ({
        file,
        given: given!.split(/,\s*\n|,(?=\s*(?:@|private|readonly|public|protected))/).filter((p) => p.trim()).length,
      })),
    );
    expect(constructors.filter(({ given }) => given > 5)).toEqual([]);
  });

  it('folders under src are at most three deep', () => {
    expect(files.filter((file) => (file.split('/src/')[1]?.split('/').length ?? 0) > 4)).toEqual([]);
  });

  it('no type is any, and nothing is hidden from compiler or linter', () => {
    const typed = unless(
      code.filter((file) => file.endsWith('.ts')),
      /architecture\.spec\.ts$/,
    );
    expect(found(typed, /(:|\bas|<|\|)\s*any(\[\]|[,;)>=]|$)/)).toEqual([]);
    expect(
      found(
        unless(code, /architecture\.spec\.ts$/),
        /(eslint|oxlint|prettier|tslint)-(disable|ignore)|@ts-(ignore|nocheck|expect-error)|istanbul ignore/,
      ),
    ).toEqual([]);
  });

  it('no file or folder is named for being of use', () => {
    expect(
      files.filter((file) => /(^|[/.-])(utils?|common|helpers?|managers?|base|shared)([/.-]|$)/.test(file)),
    ).toEqual([]);
  });

  it('a library has one door, and nothing else has a barrel', () => {
    expect(files.filter((file) => /(^|\/)index\.(ts|mjs)$/.test(file)).sort()).toEqual(
      ['casework', 'domain', 'platform'].map((lib) => `libs/${lib}/src/index.ts`),
    );
  });

  it('nothing is left for later', () => {
    expect(found(unless(files, /architecture\.spec\.ts$/), /\b(TODO|FIXME)\b/)).toEqual([]);
  });
});
