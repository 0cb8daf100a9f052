import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { openSmtpListener, type IncomingMail, type SmtpListener } from './smtp-listener.js';

let listener: SmtpListener;
let taken: IncomingMail[];
let errors: string[];
let take: (mail: IncomingMail) => Promise<void>;

beforeEach(async () => {
  [taken, errors] = [[], []];
  take = async (mail) => void taken.push(mail);
  listener = await openSmtpListener({
    host: '127.0.0.1',
    port: 0,
    domain: 'reply.hra.example',
    largestBytes: 20_000,
    take: (mail) => take(mail),
    onError: (error) => errors.push(error.message),
    patienceMs: 50,
  });
});
afterEach(() => listener.close());

/** What the listener answers to a mail: its code, and nothing where it took it. */
async function send(to: string[], text = 'Hello', from = 'rc@un.example'): Promise<number | null> {
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from, to }, raw: `Subject: x\r\n\r\n${text}\r\n` });
    return null;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

describe('the door for mails', () => {
  it('takes a mail as it is, for the addresses of its domain, however they are spelt', async () => {
    expect(await send(['reply+x@Reply.HRA.example', 'bounce+y@reply.hra.example'], 'ö .\r\n..', '')).toBeNull();
    expect(taken).toHaveLength(1);
    expect(taken[0]!.sender).toBe('');
    expect(taken[0]!.recipients).toEqual(['reply+x@reply.hra.example', 'bounce+y@reply.hra.example']);
    expect(taken[0]!.source.toString()).toContain('ö .\r\n..');
  });

  it('passes nothing on to other domains', async () => {
    expect(await send(['somebody@elsewhere.example'])).toBe(550);
    expect(await send(['x@notreply.hra.example'])).toBe(550);
    expect(taken).toEqual([]);
  });

  it('refuses what is too large for good', async () => {
    expect(await send(['reply@reply.hra.example'], 'a'.repeat(100).concat('\r\n').repeat(400))).toBe(552);
    expect(taken).toEqual([]);
  });

  it('says that its port is taken, and ends nothing', async () => {
    const second = openSmtpListener({
      host: '127.0.0.1',
      port: listener.port,
      domain: 'reply.hra.example',
      largestBytes: 20_000,
      take,
      onError: (error) => errors.push(error.message),
    });
    await expect(second).rejects.toThrow('EADDRINUSE');
  });

  it('asks the sender to come again while a mail cannot be kept, or is not kept in time', async () => {
    take = () => Promise.reject(new Error('no database'));
    expect(await send(['reply@reply.hra.example'])).toBe(451);
    take = () => new Promise(() => undefined);
    expect(await send(['reply@reply.hra.example'])).toBe(451);
    expect(errors).toEqual(['no database', 'It took too long to keep a mail']);
    take = async (mail) => void taken.push(mail);
    expect(await send(['reply@reply.hra.example'])).toBeNull();
    expect(taken).toHaveLength(1);
  });
});
