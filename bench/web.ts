import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { People } from '#casework';
import { freePort, hashToken, HEAP_ENVIRONMENT, HEAP_OPTIONS, newToken, projectRoot, systemClock } from '#platform';
import { Client, run, type Run } from './load.js';
import { line, ms, rate, share, times } from './report.js';
import type { Waiting } from './write-path.js';

/** What Directus 12 and Strapi 5 did at 16 clients on a machine with two cores, measured apart: no figure of this run. */
const DIRECTUS = { list: 298, item: 346, create: 91, transition: 121 };

interface Web {
  child: ChildProcess;
  base: URL;
  bootMs: number;
}

async function startWeb(databaseUrl: string): Promise<Web> {
  const port = await freePort();
  const base = new URL(`http://127.0.0.1:${port}`);
  const started = performance.now();
  const env = {
    ...process.env,
    ...HEAP_ENVIRONMENT,
    NODE_ENV: 'development',
    DEMO: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    BASE_URL: base.origin,
    LOG_LEVEL: 'error',
    FILES_DIR: join(projectRoot(), '.local/bench-files'),
  };
  const child = spawn(process.execPath, [...HEAP_OPTIONS, join(projectRoot(), 'dist/apps/web/src/main.js')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (;;) {
    const answer = await fetch(new URL('/health/live', base)).catch(() => null);
    if (answer?.ok) return { child, base, bootMs: performance.now() - started };
    if (child.exitCode !== null) throw new Error('The web process ended.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const memory = (pid: number): string => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return found ? `${Math.round(Number(found[1]) / 1024)} MiB` : 'unknown';
};
/** Processor time of a process in milliseconds, from the kernel's own count. */
function cpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A desk officer of the bench with a token. */
export async function benchPerson(pool: Pool): Promise<{ desk: string; office: string }> {
  const grant = async (email: string, role: string, countries: string[]) => {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO person (email, name, created_at) VALUES ($1, 'Bench', now()) RETURNING id`,
      [email],
    );
    await pool.query(
      `INSERT INTO assignment (person_id, role, countries, valid_from) VALUES ($1, $2, $3, '2000-01-01')`,
      [rows[0]!.id, role, countries],
    );
    const token = newToken();
    await new People(pool, systemClock).grant(hashToken(token), rows[0]!.id, {
      kind: 'token',
      label: 'bench',
      scopes: ['everything'],
      validForMs: 864e5,
    });
    return token;
  };
  return {
    desk: await grant('desk@bench.example', 'deskOfficer', []),
    office: await grant('office@bench.example', 'residentCoordinator', ['TZA']),
  };
}

async function checked(answer: Promise<{ status: number; body: string }>, wanted: number): Promise<true> {
  const { status, body } = await answer;
  if (status !== wanted) throw new Error(`Expected ${wanted}, got ${status}: ${body.slice(0, 300)}`);
  return true;
}

/** Goals 2, 4, 6 and 10: the same over HTTP. */
export async function measureWeb(
  databaseUrl: string,
  pool: Pool,
  waiting: Waiting,
  bare: Record<number, number>,
  seconds: number,
): Promise<void> {
  const tokens = await benchPerson(pool);
  const web = await startWeb(databaseUrl);
  const pid = web.child.pid!;
  try {
    line('10', 'boot to first answer', ms(web.bootMs), '', '', 'at most 1,500 ms');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    line('10', 'memory, idle', memory(pid), '', '', 'at most 160 MiB');
    const desk = new Client(web.base, tokens.desk, 16);
    const step = async () =>
      checked(
        desk.call('POST', `/api/v1/requests/${waiting.take().ref}/events`, { body: { type: 'ACCEPT' }, revision: 2 }),
        200,
      );
    // Many clients first: what is measured is a process that has been at work for a while, not its compiler.
    for (const clients of [16, 1]) {
      await run(16, seconds, step);
      const before = cpu(pid);
      const ours = await run(clients, seconds, step);
      line(
        '2',
        `a step over HTTP, ${clients} client${clients > 1 ? 's' : ''}`,
        rate(ours.perSecond),
        rate(bare[clients]!),
        share(ours.perSecond, bare[clients]!),
        clients === 16 ? 'at least 25 %' : 'at least 33 %',
      );
      line('2', '  processor time of one step', ms((cpu(pid) - before) / ours.count), '', '', 'at most 0.40 ms');
      if (clients === 16)
        line(
          '4',
          'transition, beside Directus',
          rate(ours.perSecond),
          rate(DIRECTUS.transition),
          times(ours.perSecond, DIRECTUS.transition),
          '10 x',
        );
    }
    await measureReads(web, desk, new Client(web.base, tokens.office, 16), pool, seconds);
    line('10', 'memory, after load', memory(pid), '', '', 'at most 260 MiB');
    desk.close();
  } finally {
    web.child.kill('SIGTERM');
  }
}

async function measureReads(web: Web, desk: Client, office: Client, pool: Pool, seconds: number): Promise<void> {
  const { rows } = await pool.query<{ ref: string }>(`SELECT ref FROM request WHERE ref NOT LIKE 'HRA-B%' LIMIT 1`);
  const pid = web.child.pid!;
  const timed = async (work: () => Promise<true>): Promise<{ run: Run; cpu: number }> => {
    await run(16, seconds, work);
    const before = cpu(pid);
    const done = await run(16, seconds, work);
    return { run: done, cpu: (cpu(pid) - before) / done.count };
  };
  const live = await timed(() => checked(desk.call('GET', '/health/live'), 200));
  const list = await timed(() => checked(desk.call('GET', '/api/v1/requests'), 200));
  line(
    '4',
    'list as JSON, beside Directus',
    rate(list.run.perSecond),
    rate(DIRECTUS.list),
    times(list.run.perSecond, DIRECTUS.list),
    '6 x',
  );
  line(
    '',
    '  beside an answer without data',
    rate(list.run.perSecond),
    rate(live.run.perSecond),
    share(list.run.perSecond, live.run.perSecond),
    '',
  );
  const item = await timed(() => checked(desk.call('GET', `/api/v1/requests/${rows[0]!.ref}`), 200));
  line(
    '4',
    'one request as JSON, beside Directus',
    rate(item.run.perSecond),
    rate(DIRECTUS.item),
    times(item.run.perSecond, DIRECTUS.item),
    '10 x',
  );
  const body = {
    title: 'Bench',
    countries: ['TZA'],
    type: 'initial',
    modality: 'inCountry',
    sections: { context: 'word '.repeat(200) },
  };
  const create = await timed(() => checked(office.call('POST', '/api/v1/requests', { body }), 201));
  line(
    '4',
    'a new request, beside Directus',
    rate(create.run.perSecond),
    rate(DIRECTUS.create),
    times(create.run.perSecond, DIRECTUS.create),
    '12 x',
  );
  line(
    '6',
    'processor time of a list with its data, as JSON',
    ms(list.cpu),
    ms(live.cpu),
    '',
    'at most 0.7 ms over the page’s template',
  );
  office.close();
}
