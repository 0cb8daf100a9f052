import type { InboundMails } from '#casework';
import { messageIdOf, openSmtpListener, type Environment, type Log, type SmtpListener } from '#platform';
import { Loop } from '../loop.js';
import type { Sorter } from './sorter.js';

export interface InboundParts {
  inbound: Pick<InboundMails, 'keep'>;
  sorter: Pick<Sorter, 'turn'>;
  settings: NonNullable<Environment['inbound']>;
  log: Pick<Log, 'info' | 'error'>;
}

/** The largest mail: some files of the size that an upload may have, as mail carries them. */
const LARGEST_MAIL = 25 * 1024 * 1024;
/** A notification may be lost with its connection; and what a worker that died had begun is free again after a minute. */
const POLL_MS = 15_000;

/** The mails that come in: taken at the door, then sorted. */
export class Inbound {
  private readonly loop: Loop;
  private listener: SmtpListener | undefined;

  constructor(private readonly parts: InboundParts) {
    this.loop = new Loop(
      async () => void (await parts.sorter.turn()),
      POLL_MS,
      (error) => parts.log.error(error),
    );
  }

  /** Opens the door, where this process has one. Mails go out even when another program holds the port. */
  async open(): Promise<void> {
    const { settings, log, inbound } = this.parts;
    const { domain, host, port } = settings;
    this.loop.wake();
    if (port === undefined) return;
    const onError = (error: Error): void => log.error(error);
    const take = async (mail: Parameters<typeof inbound.keep>[0]): Promise<void> => {
      await inbound.keep(mail, messageIdOf(mail.source));
    };
    try {
      this.listener = await openSmtpListener({ host, port, domain, largestBytes: LARGEST_MAIL, take, onError });
      log.info({ domain, host, port: this.listener.port }, 'Mails are taken');
    } catch (error) {
      log.error({ err: error }, `No mail can be taken: port ${port} of ${host} cannot be had`);
    }
  }

  wake = (): void => this.loop.wake();

  async close(): Promise<void> {
    await Promise.all([this.listener?.close(), this.loop.stop()]);
  }
}
