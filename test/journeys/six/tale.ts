import type { Product } from '../../support/product.js';
import { Advising } from '../pages/advising.js';
import { Consulting } from '../pages/consulting.js';
import { Deciding } from '../pages/deciding.js';
import { Panel } from '../pages/panel.js';
import { aStory } from '../story.js';
import { RoundOfSix, type Key } from './round-of-six.js';
import { Sights } from './sight.js';

/** The round of six as it is told: whose page is opened next, and what everybody else can see. */
export class Tale {
  readonly chapter = aStory();
  readonly six: RoundOfSix;
  readonly sights: Sights;

  constructor(readonly product: Product) {
    this.six = new RoundOfSix(product);
    this.sights = new Sights(product, this.six);
  }

  /** The words of a page as somebody reads them, with everything unfolded. */
  text = async (person: string, path: string): Promise<string> => {
    const page = await this.product.as(person);
    await page.goto(path);
    await page.evaluate<void>(`document.querySelectorAll('main details').forEach((d) => { d.open = true; })`);
    return page.locator('main').innerText();
  };

  panel = async (person: string, key: Key): Promise<Panel> =>
    new Panel(await this.product.as(person), this.six.refs[key]);
  deciding = async (person: string, key: Key): Promise<Deciding> =>
    new Deciding(await this.product.as(person), this.six.refs[key]);
  consulting = async (person: string, key: Key): Promise<Consulting> =>
    new Consulting(await this.product.as(person), this.six.refs[key]);
  advising = async (person: string, key: Key): Promise<Advising> =>
    new Advising(await this.product.as(person), this.six.refs[key]);
}
