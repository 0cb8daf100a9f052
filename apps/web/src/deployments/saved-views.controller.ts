import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { MOST_SAVED_VIEWS, SavedViews, type SignedIn } from '#casework';
import { isRefusal, refuse } from '#domain';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, seeOther } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { Refused } from '../shell/refusals.js';
import { words } from '../shell/words.js';
import { PostsFrame } from './posts-frame.js';
import { activePostFilters, filtersOf, postsAddress, TABS, type Tab } from './posts-query.js';

/** A person's own views: add, open, remove. */
@Controller('deployments/views')
export class SavedViewsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
    private readonly saved: SavedViews,
  ) {}

  @Get()
  async views(@Req() request: Exchange, @Me() me: SignedIn, @Query('of') of: unknown): Promise<string> {
    const address = this.known(typeof of === 'string' ? of : '');
    return this.pages.html(request, 'deployments/views.njk', await this.context(me, address, ''));
  }

  @Post()
  async add(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Body() form: Form,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string | void> {
    const address = this.known(one(form, 'address'));
    if (!address)
      throw new Refused(refuse('invalid', 'This is no view of deployments. Set the filter again and save it there.'));
    const name = one(form, 'name');
    const added = await this.saved.add(me.id, name, address);
    if (!isRefusal(added)) return seeOther(reply, address, 'viewSaved');
    const context = await this.context(me, address, name, added.message);
    return this.pages.refused(request, reply, added, 'deployments/views.njk', context);
  }

  @Post(':id/remove')
  async remove(@Param('id') id: string, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    if (!(await this.saved.remove(me.id, id))) throw new Refused(refuse('notFound', 'There is no such view.'));
    seeOther(reply, paths.savedViews(), 'viewRemoved');
  }

  /** The address of a page with filters, made anew from what is known of it; empty when it is none. */
  private known(address: string): string {
    if (!address.startsWith('/deployments')) return '';
    const url = new URL(address, 'http://here.invalid');
    const tab = (Object.keys(TABS) as Tab[]).find((name) => TABS[name].path === url.pathname);
    const { query } = this.frame.read(Object.fromEntries(url.searchParams));
    return tab ? postsAddress(tab, filtersOf(query), { sort: query.sort, years: query.years }) : '';
  }

  private async context(me: SignedIn, address: string, name: string, error = '') {
    const views = await this.saved.of(me.id);
    const url = new URL(address || '/deployments', 'http://here.invalid');
    const { query } = this.frame.read(Object.fromEntries(url.searchParams));
    const filters = activePostFilters('table', query, this.frame.reference).map((f) => f.text);
    return {
      title: 'Saved views',
      breadcrumbs: [{ text: 'Deployments', href: paths.deployments() }],
      lead: `A saved view is a filter by a name. You can keep ${words(MOST_SAVED_VIEWS)}; only you see them.`,
      views,
      address,
      what: address ? [tabText(url.pathname), ...filters].join(', ') : '',
      field: {
        name: 'name',
        label: 'Name of this view',
        hint: 'The same name again takes the new filter',
        value: name,
        width: 20,
        ...(error ? { error } : {}),
      },
    };
  }
}

const tabText = (path: string): string => Object.values(TABS).find((tab) => tab.path === path)?.text ?? 'Deployments';
