import { startMailCatcher } from './catcher.js';

const {
  HOST = '127.0.0.1',
  PORT = '3025',
  SMTP_PORT = '3026',
  MAIL_DIR: folder = '.local/mail',
  REPLY_PORT,
} = process.env;

try {
  const catcher = await startMailCatcher({
    folder,
    host: HOST,
    smtpPort: Number(SMTP_PORT),
    inboxPort: Number(PORT),
    ...(REPLY_PORT ? { replyPort: Number(REPLY_PORT) } : {}),
  });
  console.log(`Mails for smtp://${HOST}:${catcher.smtpPort} are shown at http://${HOST}:${catcher.inboxPort}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void catcher.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  console.error(code === 'EADDRINUSE' ? `Port ${port} is taken: set PORT (inbox) or SMTP_PORT to another.` : message);
  process.exit(1);
}
