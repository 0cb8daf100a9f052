import { Controller, Get, Req } from '@nestjs/common';
import { Work, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';

/** "What needs me, by when." */
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly work: Work,
  ) {}

  @Get()
  async home(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const todos = await this.work.todos(me);
    const items = todos.map((t) => ({ title: t.what, hint: t.facts.summary.title, href: `/requests/${t.facts.ref}`, status: t.clock.dueOn }));
    return this.pages.html(request, 'home/home.njk', { title: 'Your work', items });
  }
}
