/** What a browser came to. */
export interface Arrival {
  url: string;
  status: number;
  text: string;
  headers: Headers;
}

const MOST_REDIRECTS = 20;
const unescaped = (html: string): string =>
  html.replace(
    /&(amp|quot|#39|lt|gt);/g,
    (_, name: string) => ({ amp: '&', quot: '"', '#39': "'", lt: '<', gt: '>' })[name]!,
  );

/** A browser without a window: it keeps cookies by host and follows redirects. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();
  /** Every address that it asked, in order. */
  readonly asked: string[] = [];

  cookies(url: string): Map<string, string> {
    const { host } = new URL(url);
    if (!this.jars.has(host)) this.jars.set(host, new Map());
    return this.jars.get(host)!;
  }

  /** One call without following. */
  async once(url: string, form?: Record<string, string>): Promise<Arrival> {
    const jar = this.cookies(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    this.asked.push(url);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const gone = value === '' || /;\s*(expires=Thu, 01 Jan 1970|max-age=0)/i.test(line);
      if (gone) jar.delete(name);
      else jar.set(name, value);
    }
    return { url, status: response.status, text: await response.text(), headers: response.headers };
  }

  /** Goes to an address and on to wherever it is sent. */
  async go(url: string, form?: Record<string, string>): Promise<Arrival> {
    let arrival = await this.once(url, form);
    for (let hops = 0; hops < MOST_REDIRECTS; hops += 1) {
      const location = arrival.status >= 300 && arrival.status < 400 ? arrival.headers.get('location') : null;
      if (location === null) return arrival;
      arrival = await this.once(new URL(location, arrival.url).href);
    }
    throw new Error(`Sent from place to place without end: ${this.asked.slice(-MOST_REDIRECTS).join(' ')}`);
  }

  /** Sends the form of a page, as it stands there but for what is typed. */
  submit(page: Arrival, typed: Record<string, string> = {}): Promise<Arrival> {
    const [, attributes = '', body = ''] = /<form([^>]*)>([\s\S]*?)<\/form>/.exec(page.text) ?? [];
    const action = unescaped(/action="([^"]*)"/.exec(attributes)?.[1] ?? page.url);
    const hidden = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
      unescaped(/name="([^"]*)"/.exec(input)?.[1] ?? ''),
      unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]);
    return this.go(new URL(action, page.url).href, {
      ...(Object.fromEntries(hidden) as Record<string, string>),
      ...typed,
    });
  }
}
