import { Injectable } from '@nestjs/common';
import { Cases, LIST_LIMIT, People, Pipeline, Requests, Work, type ListRow, type SignedIn } from '#casework';
import { isRcSide, type Role, type StateName } from '#domain';
import { waitingForOthers } from '../decision/other-approvers.js';
import type { HomeInput } from './home.presenter.js';
import { OVERSEERS } from './home.presenter.js';
import type { InWork, Office } from './office.presenter.js';
import type { Scope } from './overview.presenter.js';

const DECIDED: readonly StateName[] = [
  'awaitingFunds',
  'arrangements',
  'handedOver',
  'offered',
  'deferred',
  'declined',
];

type Loaded = Pick<HomeInput, 'todos' | 'withOthers' | 'office' | 'scope' | 'decided' | 'reviews' | 'pipeline'>;

/** Reads what the home page shows: only what the person's roles need. */
@Injectable()
export class HomeData {
  constructor(
    private readonly work: Work,
    private readonly requests: Requests,
    private readonly cases: Cases,
    private readonly people: People,
    private readonly awaiting: Pipeline,
  ) {}

  async load(me: SignedIn): Promise<Loaded> {
    const roles = me.assignments.map((a) => a.role);
    const has = (...wanted: Role[]) => wanted.some((role) => roles.includes(role));
    const oversees = has(...OVERSEERS);
    const [todos, withOthers, office, scope, decided, reviews, pipeline] = await Promise.all([
      this.work.todos(me),
      has('approver') ? waitingForOthers(this.work, this.people, me) : [],
      roles.some(isRcSide) ? this.office(me) : null,
      oversees ? this.scope(me) : null,
      oversees ? this.decided(me) : [],
      has('reviewer') ? this.work.reviews(me) : null,
      has('fundManager') ? this.awaiting.awaitingFunds(me) : null,
    ]);
    return { todos, withOthers, office, scope, decided, reviews, pipeline };
  }

  private async scope(me: SignedIn): Promise<Scope> {
    const { rows, next } = await this.requests.page(me, { open: true, limit: LIST_LIMIT });
    const count = next ? await this.requests.count(me, { open: true }) : { count: rows.length, more: false };
    const places = me.assignments.filter((a) => OVERSEERS.includes(a.role)).map((a) => a.regions.length);
    const where = places.includes(0)
      ? ''
      : places.length === 1 && places[0] === 1
        ? ' in your region'
        : ' in your regions';
    return { rows, complete: next === null, count, where };
  }

  private async decided(me: SignedIn): Promise<ListRow[]> {
    return (await this.requests.page(me, { states: DECIDED, limit: LIST_LIMIT })).rows;
  }

  private async office(me: SignedIn): Promise<Office> {
    const own = new Set(me.assignments.filter((a) => isRcSide(a.role)).flatMap((a) => a.countries));
    const { rows: all } = await this.requests.page(me, { limit: LIST_LIMIT });
    const rows = all.filter((row) => row.countries.some((c) => own.has(c)));
    // Of a request of several offices, its text is with the one that leads.
    const written = rows.filter((row) => own.has(row.countries[0]!));
    const first = written.find((r) => r.state === 'returned') ?? written.find((r) => r.state === 'draft');
    const [main, helpers] = await Promise.all([
      first ? this.inWork(first.ref, me) : null,
      this.people.holding(['deskOfficer', 'regionalTeam'], (first ?? rows[0])?.regions ?? []),
    ]);
    const signs = me.assignments.some((a) => isRcSide(a.role) && a.role !== 'rcOffice');
    const actingFor = me.assignments.find((a) => a.role === 'actingCoordinator')?.actingFor;
    return { rows, main, helpers, signs, ...(actingFor ? { actingFor } : {}) };
  }

  private async inWork(ref: string, me: SignedIn): Promise<InWork | null> {
    const view = await this.cases.find(ref, me);
    if (!view) return null;
    const [content, submitted] = await Promise.all([
      this.cases.content(view),
      view.facts.version > 0 ? this.cases.version(view) : null,
    ]);
    return { view, content, submitted: submitted ?? undefined };
  }
}
