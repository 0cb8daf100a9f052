import { Injectable } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type OpenedLink } from '#casework';
import { dayForAdvice, isRefusal, linkHolder, notFound, type Actor, type Consultee, type Refusal } from '#domain';
import { placeOf } from '../request/case-words.js';
import { readRequest } from '../request/reading.presenter.js';
import { askedFor, requestFacts } from '../request/request-facts.js';
import { Refused } from '../shell/refusals.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { adviceErrors, adviceFields, adviceOf, type TypedAdvice } from './advice.form.js';
import { reasonsOf } from './advice.presenter.js';
import { earlierGiven } from './given.presenter.js';

interface PageInput {
  token: string;
  link: OpenedLink;
  consultee: Consultee;
  holder: Actor;
  /** The question was opened before. */
  read: boolean;
  typed: TypedAdvice;
  refusal?: Refusal | undefined;
}

/** What the page behind a link shows, and the answer that is given there. */
@Injectable()
export class LinkAnswers {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  /** Gives the answer in the name of who was asked; null when it was taken. */
  async give(link: OpenedLink, consultee: Consultee, typed: TypedAdvice, version: string): Promise<Refusal | null> {
    const read = /^\d{1,4}$/.test(version) ? Number(version) : 0;
    const event = { ...adviceOf({ ...typed, option: '', from: consultee.key }), requestVersion: read };
    const done = await this.casework.advance(link.facts.ref, linkHolder(consultee.named!), event, {
      revision: 'latest',
    });
    return isRefusal(done) ? done : null;
  }

  /** The page of a link that does not open any more: a sentence, and nothing of the case. */
  closed(link: OpenedLink, refusal: Refusal) {
    const mine = link.facts.consultation.find((c) => c.key === link.party);
    return {
      title: 'This question is closed',
      why: refusal.message,
      own: mine?.advice ? { text: mine.advice.text, conditions: mine.advice.conditions } : null,
    };
  }

  /** The question first; with the request, once its reader has opened it. */
  async page({ token, link, consultee, holder, read, typed, refusal }: PageInput) {
    const named = consultee.named!;
    const due = dayForAdvice(link.facts, consultee.key);
    const errors = refusal ? adviceErrors(refusal) : [];
    const opened = read || refusal !== undefined;
    return {
      title: 'A question to you from OHCHR',
      ...(errors.length ? { errors } : {}),
      action: paths.consulted(token),
      who: `${named.name}, ${named.organisation}`,
      due: due
        ? `There is time until ${date(due)}.`
        : 'The time for it is over. You can still answer; it is marked as late.',
      opened,
      ...(opened ? await this.request(link, consultee, holder, typed, errors) : {}),
    };
  }

  private async request(
    { facts: { ref } }: OpenedLink,
    consultee: Consultee,
    holder: Actor,
    typed: TypedAdvice,
    errors: { text: string; href?: string }[],
  ) {
    // Read as everything of a case is: by the one policy, with the key of this person.
    const view = await this.cases.find(ref, holder);
    const version = view && (await this.cases.version(view));
    if (!view || !version) throw new Refused(notFound());
    const { facts } = view;
    const { content, sections } = version;
    const names = this.reference;
    return {
      question: consultee.named!.question,
      place: placeOf(facts.summary.countries, names),
      version: version.number,
      requestTitle: facts.summary.title,
      asked: askedFor(facts.summary),
      facts: requestFacts(facts, content, names),
      // Documents are for those with an account.
      reading: readRequest({ ref, content, sections, documents: [], tiers: view.tiers, names }),
      reasons: reasonsOf(consultee),
      earlier: earlierGiven(consultee),
      fields: adviceFields(typed, [consultee], names, errors),
    };
  }
}
