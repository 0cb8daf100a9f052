import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMONSTRATION_PEOPLE } from '#casework';
import type { NoticeName } from '#domain';
import { launchBrowser } from './browser.js';
import { useDatabase, type TestDatabase } from './database.js';
import { Mailbox } from './mailbox.js';
import { startProgram, type Program } from './processes.js';
import { until } from './until.js';

/** How long a person in a hurry waits for something on a page. */
const WAITING = `
  SELECT ((SELECT count(*) FROM outbox WHERE dispatched_at IS NULL)
    + (SELECT count(*) FROM mail WHERE status IN ('queued', 'sending')))::integer AS waits`;

/** The whole product as people meet it: web and worker as processes of their own, a mail server, a browser. */
export class Product {
  mailbox!: Mailbox;
  url!: string;
  /** What a browser complained of: errors of scripts, breaches of the policy on content, what could not be loaded. */
  readonly complaints: string[] = [];
  private browser!: Browser;
  private programs: Program[] = [];
  private readonly desks = new Map<string, Page>();
  private readonly files = mkdtempSync(join(tmpdir(), 'journey-'));

  constructor(readonly db: TestDatabase) {}

  /** A notice as it arrived: for each mail its readers, by key, those in copy too. */
  async arrived(notice: NoticeName): Promise<string[][]> {
    const { rows } = await this.db.pool.query<{ id: string }>('SELECT id FROM mail WHERE notice = $1', [notice]);
    const mails = this.mailbox.mails.filter((m) => rows.some(({ id }) => m.email.messageId?.startsWith(`<${id}@`)));
    return mails.map(({ recipients }) => recipients.map(keyOf).sort()).sort();
  }

  /** Waits until everything that was told has been sent. */
  async allIsSent(): Promise<void> {
    let waits = 0;
    const isSent = async (): Promise<boolean> => {
      waits = (await this.db.pool.query<{ waits: number }>(WAITING)).rows[0]!.waits;
      return waits === 0;
    };
    await until(() => `everything is sent, of which ${waits} notices or mails are not`, isSent);
  }

  async open({ worker }: { worker: boolean }): Promise<void> {
    this.mailbox = await Mailbox.start();
    const environment = {
      DEMO: '1',
      DATABASE_URL: this.db.url,
      SMTP_URL: this.mailbox.url,
      MAIL_FROM: 'no-reply@advisers.example',
      FILES_DIR: this.files,
    };
    this.browser = await launchBrowser();
    const web = await this.starts('web', environment);
    this.url = web.url;
    if (worker) await this.starts('worker', { ...environment, BASE_URL: web.url });
  }

  private async starts(name: 'web' | 'worker', environment: Record<string, string>): Promise<Program> {
    const program = await startProgram(name, environment);
    this.programs.push(program);
    return program;
  }

  async close(): Promise<void> {
    await this.browser?.close();
    await Promise.all(this.programs.map((program) => program.stop()));
    await this.mailbox?.stop();
    rmSync(this.files, { recursive: true, force: true });
  }

  /** A page in a browser of its own: nobody is signed in there. */
  async visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(10_000);
    context.on('page', (page) => this.listenTo(page));
    return context.newPage();
  }

  /** Time passes: whoever is signed in is not any more. */
  async sessionEnds(key: string): Promise<void> {
    await this.db.pool.query(
      `UPDATE credential SET expires_at = $2 FROM person p WHERE p.id = credential.person_id AND p.email = $1`,
      [emailOf(key), new Date(Date.now() - 60_000)],
    );
  }

  /** The page of a demonstration person, by key, who chose it at the sign-in page the first time. */
  async as(key: string, options: BrowserContextOptions = {}): Promise<Page> {
    const known = this.desks.get(key);
    if (known) return known;
    const page = await this.visit(options);
    await page.goto('/sign-in');
    await choosePerson(page, key);
    this.desks.set(key, page);
    return page;
  }

  private listenTo(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that says "not found" or "correct this" is what was asked for; a part of a page that is not there is not.
      const isThePage = message.text().startsWith('Failed to load') && message.location().url === page.url();
      if (message.type() === 'error' && !isThePage)
        this.complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
  }
}

/** The name of a demonstration person. */
export const nameOf = (key: string): string => known(key).name;
/** The address of a demonstration person. */
export const emailOf = (key: string): string => known(key).email;

/** Whose address it is. */
export const keyOf = (email: string): string => DEMONSTRATION_PEOPLE.find((p) => p.email === email)?.key ?? email;

function known(key: string): (typeof DEMONSTRATION_PEOPLE)[number] {
  const person = DEMONSTRATION_PEOPLE.find((p) => p.key === key);
  if (!person) throw new Error(`There is no demonstration person “${key}”.`);
  return person;
}

/** Chooses a person on the sign-in page, and is where that leads. */
export async function choosePerson(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: nameOf(key), exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** Gives a spec file the whole product with the demonstration people and no case, at the present day. */
export function useProduct({ worker = true } = {}): Product {
  const today = new Date().toISOString().slice(0, 10);
  const product = new Product(useDatabase({ at: today }));
  beforeAll(() => product.open({ worker }));
  afterEach(() => expect(product.complaints.splice(0)).toEqual([]));
  afterAll(() => product.close());
  return product;
}
