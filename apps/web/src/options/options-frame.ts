import { Injectable, Inject } from '@nestjs/common';
import {
  CLOCK,
  DeploymentList,
  postsCovering,
  ReferenceData,
  RegionalOptions,
  Requests,
  NO_OPTION,
  type SignedIn,
} from '#casework';
import { mayWriteOptions, readsOptions, type RegionalOption } from '#domain';
import type { Clock } from '#platform';
import { tabsBeside } from '../deployments/past-tabs.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { countryCover, type CountryCover } from './cover.presenter.js';

const EARLIEST = '1990-01-01';

/** What every page of options needs: who may be here, the option that an address names, what is known of some countries. */
@Injectable()
export class OptionsFrame {
  constructor(
    readonly options: RegionalOptions,
    readonly reference: ReferenceData,
    private readonly posts: DeploymentList,
    private readonly requests: Requests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Lets in who reads options; that the pages exist is no secret. */
  reader(me: SignedIn): void {
    if (!readsOptions(me)) throw new Refused(NOT_YOURS.options);
  }

  /** The regions for which this person writes options. */
  regionsOf(me: SignedIn): string[] {
    return this.reference
      .regions()
      .map((r) => r.code)
      .filter((region) => mayWriteOptions(me, region));
  }

  /** Lets in who writes options, and says for which regions. */
  writer(me: SignedIn): string[] {
    const regions = this.regionsOf(me);
    if (regions.length === 0) throw new Refused(NOT_YOURS.options);
    return regions;
  }

  async find(me: SignedIn, id: string, version: number | null = null): Promise<RegionalOption> {
    const option = await this.options.find(me, id, version);
    if (!option) throw new Refused(NO_OPTION);
    return option;
  }

  /** The option, for who may write it. */
  async ofWriter(me: SignedIn, id: string): Promise<RegionalOption> {
    const option = await this.find(me, id);
    if (!mayWriteOptions(me, option.region)) throw new Refused(NOT_YOURS.options);
    return option;
  }

  /** What this person may know of some countries: present cover, open requests, presences of the past. */
  async cover(me: SignedIn, countries: readonly string[]): Promise<CountryCover[]> {
    if (countries.length === 0) return [];
    const view = await this.posts.open(me, {});
    const { today } = view.asOf;
    const [posts, { rows }] = await Promise.all([
      postsCovering(view, countries),
      this.requests.page(me, { countries, open: true, limit: 50 }),
    ]);
    const covers = await view.covers(posts, EARLIEST, today);
    return countryCover(countries, { posts, covers, requests: rows, today }, this.reference);
  }

  today = (): string => this.clock.now().toISOString().slice(0, 10);
  tabs = (me: SignedIn) => tabsBeside(me, 'options');
}
