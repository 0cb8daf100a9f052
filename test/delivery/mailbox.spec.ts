import { expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import { useMailbox } from '../support/mailbox.js';

const box = useMailbox();
const send = (to: string[], subject = 'A mail') => {
  const transport = nodemailer.createTransport(box.mailbox.url);
  return transport
    .sendMail({ from: 'from@hra.example', to, subject, text: 'Ünïcode ✓' })
    .finally(() => transport.close());
};

it('keeps what it gets, as it was sent', async () => {
  await send(['a@hra.example', 'b@hra.example']);
  const [mail] = await box.mailbox.until(1);
  expect(mail).toMatchObject({ sender: 'from@hra.example', recipients: ['a@hra.example', 'b@hra.example'] });
  expect(mail!.email.text).toBe('Ünïcode ✓\n');
});

it('refuses an address while it takes others', async () => {
  box.mailbox.refuse(/^gone@/);
  const info = await send(['gone@hra.example', 'b@hra.example']);
  expect(info.rejected).toEqual(['gone@hra.example']);
  await expect(send(['gone@hra.example'])).rejects.toMatchObject({ responseCode: 550 });
  expect(box.mailbox.for('b@hra.example')).toHaveLength(1);
});

it('puts off, cuts the line before it keeps a mail, and after', async () => {
  box.mailbox.next('put off', 'cut before', 'cut after');
  await expect(send(['a@hra.example'], 'One')).rejects.toMatchObject({ responseCode: 451 });
  await expect(send(['a@hra.example'], 'Two')).rejects.toThrow();
  await expect(send(['a@hra.example'], 'Three')).rejects.toThrow();
  expect(box.mailbox.mails.map(({ email }) => email.subject)).toEqual(['Three']);
  expect(box.mailbox.offered).toBe(3);
  await send(['a@hra.example'], 'Four');
  expect(box.mailbox.mails).toHaveLength(2);
});

it('takes its time', async () => {
  box.mailbox.delayMs = 150;
  const began = performance.now();
  await send(['a@hra.example']);
  expect(performance.now() - began).toBeGreaterThan(140);
});
