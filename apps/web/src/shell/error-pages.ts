import type { PageContext } from './views.js';

/** What the page of an error may add to its own words. */
export interface ErrorDetail {
  /** Why, in a sentence, as the rule that refused it says. */
  reason?: string;
  /** Nothing was to be changed: a page was asked for. */
  reading?: boolean;
  /** The number under which an unexpected failure is logged. */
  reference?: string;
  /** The limit that was passed, in words: `5 MB`. */
  limit?: string;
  /** The page to go on from; the home page when there is none. */
  back?: { text: string; href: string };
  /** What the person had written and the page could not save, so that it can be copied. */
  kept?: { label: string; text: string }[];
}

/** The values that error.njk draws. */
export interface ErrorContext extends Pick<PageContext, 'title'>, ErrorDetail {
  status: number;
  lines: string[];
  back: { text: string; href: string };
}

interface Words {
  title: string;
  lines: (detail: ErrorDetail) => string[];
}

const HOME = { text: 'Go to your work', href: '/' };

const WORDS: Record<number, Words> = {
  400: {
    title: 'We could not read what was sent',
    lines: ({ reason }) => [
      reason ?? 'Something in the address or the form is not as this page expects it. Go back and try again.',
    ],
  },
  401: {
    title: 'You are signed out',
    lines: ({ reason }) => [
      reason ?? 'You were signed out before this was sent.',
      'What you had written is below. Copy it, sign in, and paste it where it belongs.',
    ],
  },
  403: {
    title: 'You cannot do this here',
    lines: ({ reason, reading }) => [
      reason ?? 'This step belongs to somebody else.',
      ...(reading ? [] : ['Nothing has been changed.']),
    ],
  },
  404: {
    title: 'Page not found',
    lines: ({ reason }) =>
      reason
        ? [reason]
        : [
            'There is nothing at this address that you can open.',
            'If you typed the address, check it. If you followed a link, what it led to may have moved, or it may not be part of your assignment.',
          ],
  },
  409: {
    title: 'This has changed since you opened it',
    lines: ({ reason }) => [
      reason ?? 'A change was saved while you had the page open, so yours was not saved over it.',
      'Open the page again, look at what is new, and enter your change once more.',
    ],
  },
  413: {
    title: 'That is too large to send',
    lines: ({ limit }) => [
      limit
        ? `A document may have up to ${limit}. What you sent is larger and was not saved.`
        : 'What you sent is larger than this page takes and was not saved.',
      'Go back, choose a smaller document or split it, and send it again.',
    ],
  },
  422: {
    title: 'This cannot be done yet',
    lines: ({ reason }) => [
      reason ?? 'Something is missing before this step can be taken.',
      'Nothing has been changed.',
    ],
  },
  429: {
    title: 'Too many attempts',
    lines: () => ['Please wait a few minutes and try again.'],
  },
  500: {
    title: 'Something went wrong on our side',
    lines: () => [
      'What you did last was either saved whole or not at all. Look at the request before you do it again.',
      'The failure has been recorded. If it happens again, tell the help desk.',
    ],
  },
  503: {
    title: 'The service is not available just now',
    lines: () => ['Please try again in a few minutes. What you saved before is safe.'],
  },
};
WORDS[412] = WORDS[409]!;
/** A page was asked for before its time or after it: nothing was to be saved. */
const NOT_NOW: Words = {
  title: 'This cannot be done now',
  lines: ({ reason }) => [reason ?? 'This is not the time for it.'],
};

/** The page for a status: plain words, what to do next, and where to go. One without words of its own reads as 400 or as 500. */
export function errorPage(status: number, detail: ErrorDetail = {}): ErrorContext {
  const early = status === 409 && detail.reading;
  const words = early ? NOT_NOW : (WORDS[status] ?? WORDS[status < 500 ? 400 : 500]!);
  return { ...detail, status, title: words.title, lines: words.lines(detail), back: detail.back ?? HOME };
}
