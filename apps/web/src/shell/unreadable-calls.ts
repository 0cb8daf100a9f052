import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problem } from './refusals.js';

const REASONS: Record<string, [status: number, code: string, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'headersTooLarge', 'The headers of this call are larger than 16 KB.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'tooSlow', 'The call took too long to arrive. Send it again.'],
};
const UNREADABLE: (typeof REASONS)[string] = [400, 'unreadable', 'This call is not HTTP that can be read.'];

/** Answers what is not even a call: there is no address yet, so nobody knows whether a page or a program asks. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code, message] = REASONS[error.code ?? ''] ?? UNREADABLE;
  const body = JSON.stringify(problem(status, code, message));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy();
}
