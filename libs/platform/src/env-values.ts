/** One environment variable: what it is for, what it is when nobody sets it, and how its text is read. */
export interface Variable<T> {
  purpose: string;
  fallback?: string;
  /** `whole`: the value itself is secret; `password`: only the password inside an address is. */
  secret?: 'whole' | 'password';
  /** Returns the value, or throws an Error whose message continues the sentence "NAME ...". */
  read: (text: string) => T;
}

type About = Omit<Variable<unknown>, 'read'>;

/** Any text. */
export function text(about: About): Variable<string> {
  return { ...about, read: (value) => value };
}

/** A switch: 1 or true, 0 or false. */
export function flag(about: About): Variable<boolean> {
  return {
    ...about,
    read: (value) => {
      if (/^(1|true|yes|on)$/i.test(value)) return true;
      if (/^(0|false|no|off)$/i.test(value)) return false;
      throw new Error(`must be 1 or 0, not ${JSON.stringify(value)}.`);
    },
  };
}

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number, about: About): Variable<number> {
  return {
    ...about,
    read: (value) => {
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= least && number <= most) return number;
      throw new Error(`must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}.`);
    },
  };
}

/** One word of a list. */
export function oneOf<const T extends string>(words: readonly T[], about: About): Variable<T> {
  return {
    ...about,
    read: (value) => {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      throw new Error(`must be one of ${words.join(', ')}, not ${JSON.stringify(value)}.`);
    },
  };
}

/** An address with one of the given schemes; a refusal never repeats the value, which may hold a password. */
export function address(schemes: readonly string[], about: About): Variable<string> {
  return {
    ...about,
    read: (value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      const scheme = url?.protocol.slice(0, -1) ?? '';
      if (url?.hostname && schemes.includes(scheme)) return value;
      throw new Error(`must be an address that begins with ${schemes.map((name) => `${name}://`).join(' or ')}.`);
    },
  };
}

/** Returns whether an address leads to this machine only. */
export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}

/** Hides what must not be shown of a value. */
export function masked(value: string, secret: Variable<unknown>['secret']): string {
  if (secret === 'whole') return '********';
  if (secret === 'password' && URL.canParse(value)) {
    const url = new URL(value);
    if (!url.password) return value;
    url.password = '********';
    return url.href;
  }
  return value;
}
