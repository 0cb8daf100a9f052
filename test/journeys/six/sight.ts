import { emailOf, type Product } from '../../support/product.js';
import { Visitor } from '../../support/visitor.js';
import type { Key, RoundOfSix } from './round-of-six.js';

/** What a person finds of a request, place by place; “nothing” where it does not exist for them. */
export type Sight = string;

/** One of the large figures of home. */
const figure = (html: string, what: RegExp): number =>
  Number(new RegExp(`<b>(\\d+)</b>${what.source}`).exec(html)?.[1]);

/** Looks over the shoulder of people: each is signed in a second time, in a browser without a window. */
export class Sights {
  private readonly visitors = new Map<string, Promise<Visitor>>();

  constructor(
    private readonly product: Product,
    private readonly round: RoundOfSix,
  ) {}

  private visitor(person: string): Promise<Visitor> {
    const known = this.visitors.get(person);
    if (known) return known;
    const arriving = (async () => {
      const visitor = new Visitor();
      await visitor.go(`${this.product.url}/sign-in`, { person: emailOf(person), next: '/' });
      return visitor;
    })();
    this.visitors.set(person, arriving);
    return arriving;
  }

  async opens(person: string, path: string): Promise<{ status: number; text: string }> {
    const { status, text } = await (await this.visitor(person)).go(`${this.product.url}${path}`);
    return { status, text: status === 200 ? text.slice(text.indexOf('<main')) : '' };
  }

  /** Where a person meets a request, and whether they read a word of what reviewers wrote. */
  async of(person: string, key: Key): Promise<Sight> {
    const { ref, word, secrets } = await this.about(key);
    const [list, search, home, panel, queue, page, reviews] = await Promise.all(
      [
        '/requests',
        `/requests?q=${encodeURIComponent(word)}`,
        '/',
        `/panel/${await this.name(key)}`,
        '/reviews',
        `/requests/${ref}`,
        `/requests/${ref}/reviews`,
      ].map((path) => this.opens(person, path)),
    );
    const names = { list, search, home, round: panel, queue } as Record<string, { text: string }>;
    const met = Object.entries(names).flatMap(([name, { text }]) => (text.includes(ref) ? [name] : []));
    if (page!.status === 200) met.push('page');
    if (reviews!.status === 200) met.push('reviews');
    if (secrets.some((s) => [page, reviews, panel].some((p) => p!.text.includes(s)))) met.push('scores');
    return met.join(', ') || 'nothing';
  }

  /** The table of a moment: for each person what they find of a request. */
  async at(key: Key, ...people: string[]): Promise<Record<string, Sight>> {
    const seen = await Promise.all(people.map(async (p) => [p, await this.of(p, key)] as const));
    return Object.fromEntries(seen);
  }

  /** How many requests a person counts: in the list, in the round, and under way as home has it. */
  async counts(person: string): Promise<{ list: number; round: number; home: number }> {
    const refs = (text: string): number => new Set(text.match(/HRA-\d{4}-\d{3}/g)).size;
    const [list, panel, home] = await Promise.all(
      ['/requests', `/panel/${await this.name('tza')}`, '/'].map((path) => this.opens(person, path)),
    );
    return { list: refs(list!.text), round: refs(panel!.text), home: figure(home!.text, /requests? under way/) };
  }

  /** How many steps wait for a person, as home counts them. */
  waiting = async (person: string): Promise<number> =>
    figure((await this.opens(person, '/')).text, /steps? waits? for you/);

  /** The mails that a person got about a request, by their subjects. */
  mails = (person: string, key: Key): string[] =>
    this.product.mailbox
      .for(emailOf(person))
      .filter(({ source }) => source.includes(this.round.refs[key]))
      .map(({ email }) => email.subject ?? '');

  private name = async (key: Key): Promise<string> => (await this.round.facts(key)).summary.round;

  private async about(key: Key) {
    const { title } = this.round.stories[key].content;
    const said = this.round.stories[key].steps.flatMap(({ event }) => (event.type === 'SCORE' ? [event.scores] : []));
    return {
      ref: this.round.refs[key],
      // The longest word of the title: nobody who may not know of it finds it by that.
      word: title!.split(/[\s:,]+/).sort((a, b) => b.length - a.length)[0]!,
      secrets: said.map((sheet) => sheet.ownership!.reason!.slice(0, 40)),
    };
  }
}
