import { Injectable } from '@nestjs/common';
import { Cases, MailLog, People, type CaseView, type SignedIn } from '#casework';
import { approvalsOf, nobodySettles, waitsToBeSettled } from '#domain';
import { DraftSurroundings } from '../together/draft-surroundings.js';
import { RequestPosts } from '../arrangements/request-posts.js';
import { hasTextInWork } from './text-in-work.js';
import type { RequestPageInput } from './request-page.presenter.js';

const HISTORY_LINES = 10;

type Loaded = Pick<
  RequestPageInput,
  | 'content'
  | 'submitted'
  | 'history'
  | 'passages'
  | 'mails'
  | 'deskOfficers'
  | 'stillToDecide'
  | 'unsettled'
  | 'post'
  | 'beside'
  | 'begunFrom'
>;

/** Reads what the page of a request shows, all at once. */
@Injectable()
export class RequestPageData {
  constructor(
    private readonly cases: Cases,
    private readonly mailLog: MailLog,
    private readonly people: People,
    private readonly posts: RequestPosts,
    private readonly surroundings: DraftSurroundings,
  ) {}

  async load(view: CaseView, me: SignedIn): Promise<Loaded> {
    const { facts, tiers } = view;
    const inWork = hasTextInWork(view);
    const ofOhchr = tiers.has('assessment');
    const [version, draft, history, passages, mails, deskOfficers, still, chairs, post, beside, earlier] =
      await Promise.all([
        facts.version > 0 ? this.cases.version(view) : null,
        inWork ? this.cases.content(view) : null,
        this.cases.history(view, me, { limit: HISTORY_LINES }),
        this.cases.passages(view),
        ofOhchr || view.readsDraft ? this.mailLog.of(facts.ref, tiers, view.readsDraft) : null,
        ofOhchr ? [] : this.people.holding(['deskOfficer'], facts.summary.regions),
        ofOhchr && approvalsOf(facts).length ? this.people.stillToDecide([facts]) : null,
        ofOhchr && waitsToBeSettled(facts) ? this.people.chairs() : null,
        this.posts.of(view, me),
        inWork ? this.surroundings.of(view, me) : null,
        facts.basedOn ? this.cases.find(facts.basedOn.ref, me) : null,
      ]);
    const submitted = version && draft ? { submitted: version } : {};
    return {
      content: draft ?? version?.content ?? {},
      history,
      passages,
      mails,
      deskOfficers,
      stillToDecide: still?.get(facts.id) ?? null,
      unsettled: chairs ? nobodySettles(facts, chairs) : '',
      post,
      begunFrom: earlier?.facts.ref ?? null,
      ...submitted,
      ...(beside ? { beside } : {}),
    };
  }
}
