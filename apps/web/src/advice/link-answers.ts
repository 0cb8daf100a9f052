import { Injectable } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type OpenedLink, type VersionView } from '#casework';
import {
  dayForAdvice,
  isRefusal,
  linkHolder,
  notFound,
  type Advice,
  type CaseDocument,
  type Consultee,
  type Refusal,
  type RequestFacts,
  type Tier,
} from '#domain';
import { placeOf } from '../request/case-words.js';
import { readRequest } from '../request/reading.presenter.js';
import { askedFor, requestFacts } from '../request/request-facts.js';
import { Refused } from '../shell/refusals.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { adviceErrors, adviceFields, type TypedAdvice } from './advice.form.js';
import { reasonsOf } from './advice.presenter.js';
import { earlierGiven } from './given.presenter.js';

interface PageInput {
  token: string;
  link: OpenedLink;
  consultee: Consultee;
  /** The question was opened before. */
  read: boolean;
  typed: TypedAdvice;
  refusal?: Refusal | undefined;
}

/** What somebody answers by a link: on its page, or by a program. */
export type LinkAnswer = Pick<Advice, 'position' | 'text' | 'requestVersion'> & { conditions?: string[] };
/** The request as the holder of a link may read it. */
export interface AskedAbout {
  facts: RequestFacts;
  tiers: ReadonlySet<Tier>;
  version: VersionView;
  documents: CaseDocument[];
}

/** What the page behind a link shows, and the answer that is given there. */
@Injectable()
export class LinkAnswers {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    readonly reference: ReferenceData,
  ) {}

  /** Gives the answer in the name of who was asked; null when it was taken. */
  async give({ facts: { ref } }: OpenedLink, consultee: Consultee, answer: LinkAnswer): Promise<Refusal | null> {
    const event = { type: 'ADVISE', from: consultee.key, ...answer } as const;
    const done = await this.casework.advance(ref, linkHolder(consultee.named!), event, { revision: 'latest' });
    return isRefusal(done) ? done : null;
  }

  /** The request as everything of a case is read: by the one policy, with the key of this person. */
  async asked({ facts: { ref } }: OpenedLink, consultee: Consultee): Promise<AskedAbout> {
    const view = await this.cases.find(ref, linkHolder(consultee.named!));
    const version = view && (await this.cases.version(view));
    if (!view || !version) throw new Refused(notFound());
    return { ...view, version, documents: version.documents.filter((d) => view.tiers.has(d.tier)) };
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
  async page(input: PageInput) {
    const { token, link, consultee, read, refusal } = input;
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
      ...(opened ? await this.request(input, errors) : {}),
    };
  }

  private async request({ token, link, consultee, typed }: PageInput, errors: { text: string; href?: string }[]) {
    const { facts, tiers, version, documents } = await this.asked(link, consultee);
    const { content, sections } = version;
    const names = this.reference;
    const documentAt = (id: string) => paths.consultedDocument(token, id);
    return {
      question: consultee.named!.question,
      place: placeOf(facts.summary.countries, names),
      version: version.number,
      requestTitle: facts.summary.title,
      asked: askedFor(facts.summary),
      facts: requestFacts(facts, content, names),
      reading: readRequest({ ref: facts.ref, content, sections, documents, tiers, names, documentAt }),
      reasons: reasonsOf(consultee),
      earlier: earlierGiven(consultee),
      fields: adviceFields(typed, [consultee], names, errors),
    };
  }
}
