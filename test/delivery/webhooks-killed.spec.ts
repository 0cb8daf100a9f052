import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhooks } from '#casework';
import { isRefusal } from '#domain';
import { REDIS_INSTALLED, RedisServer } from '../support/redis.js';
import { until } from '../support/until.js';
import { PATIENCE_MS, useDelivery } from '../support/worker.js';

/** What must hold whichever backend the queue has. */
function nothingLost(redis: () => string | undefined): void {
  const delivery = useDelivery(redis);
  let server: Server;
  let silent = true;
  const heard: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      heard.push(request.headers['webhook-id'] as string);
      request.resume();
      if (!silent) response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tells a program under the same name what a killed worker was telling, or had not begun to', async () => {
    const { db } = delivery;
    const hooks = new Webhooks(db.pool, db.clock);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const types = ['request.submitted', 'request.accepted'];
    const made = await hooks.add(db.cast.desk, { name: 'Board', url, types }, true);
    if (isRefusal(made)) throw new Error(made.message);
    const worker = await delivery.startWorker();
    const first = await delivery.aCase((story) => story.submitted());
    await until('the program is told', () => heard.length === 1);
    await worker.kill();
    const second = await delivery.aCase((story) => story.accepted());
    silent = false;
    const next = await delivery.startWorker();
    const log = async () => {
      const read = await hooks.log(db.cast.desk, made.id, null);
      return isRefusal(read) ? [] : read.items;
    };
    const delivered = async () => (await log()).filter((line) => line.status === 'delivered').length === 3;
    await until('all of it is told', delivered, PATIENCE_MS);
    const lines = await log();
    expect(lines.map((line) => `${line.ref} ${line.type}`).sort()).toEqual(
      [`${first.ref} request.submitted`, `${second.ref} request.submitted`, `${second.ref} request.accepted`].sort(),
    );
    const told = lines.find((line) => line.ref === first.ref)!;
    expect([heard.filter((id) => id === told.id).length, told.attempts, new Set(heard).size]).toEqual([2, 2, 3]);
    await next.stop();
  });
}

describe('webhooks with their queue in PostgreSQL', () => nothingLost(() => undefined));

(REDIS_INSTALLED ? describe : describe.skip)('webhooks with their queue in Redis', () => {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server?.stop());
  nothingLost(() => server?.url);
});
