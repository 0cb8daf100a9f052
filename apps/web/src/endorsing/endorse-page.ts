import { Injectable } from '@nestjs/common';
import { Cases, Casework, Endorsements, ReferenceData, type CaseView, type OpenedLink } from '#casework';
import {
  endorserHolder,
  isRefusal,
  isVoid,
  longDate,
  markOfText,
  notFound,
  refuseFields,
  SECTIONS,
  type ClosedLink,
  type Endorser,
  type EndorsementAnswer,
  type Refusal,
  type RequestContent,
} from '#domain';
import { contributionLine } from '../request/contribution-words.js';
import { placeOf } from '../request/case-words.js';
import { readRequest } from '../request/reading.presenter.js';
import { askedFor, requestFacts } from '../request/request-facts.js';
import { changedSections } from '../request/versions.presenter.js';
import { Documents } from '../shell/documents.js';
import { Refused } from '../shell/refusals.js';
import { paths } from '../shell/paths.js';
import { ENDORSE_WORDS } from './endorse-words.js';
import {
  answeredBy,
  answerTyped,
  endorseErrors,
  endorseFields,
  typedFrom,
  type TypedEndorsement,
} from './endorse.form.js';

const EMPTY: TypedEndorsement = {
  position: '',
  word: '',
  kind: 'none',
  amount: '',
  what: '',
  day: '',
  month: '',
  year: '',
  who: '',
  otherName: '',
  otherPosition: '',
  text: '',
};

/** A link that was opened by the one whose it is. */
export interface Asked {
  token: string;
  link: OpenedLink;
  endorser: Endorser;
}

const dayIn = (at: string, { language }: Endorser): string => longDate(at.slice(0, 10), language);

/** What somebody said last, also where they were asked again since. */
const lastAnswer = (e: Endorser): EndorsementAnswer | null =>
  e.answer ?? (e.again ?? []).flatMap((a) => a.answer ?? []).at(-1) ?? null;

/** What the page behind a link of a head of agency shows, and the answer that is given there. */
@Injectable()
export class EndorsePage {
  constructor(
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly endorsements: Endorsements,
    private readonly documents: Documents,
  ) {}

  /** Gives the answer that was typed; null when it was taken, or was given before in the same words. */
  async give({ link, endorser }: Asked, typed: TypedEndorsement): Promise<Refusal | null> {
    const event = answerTyped(typed);
    if (Array.isArray(event)) return refuseFields(event);
    const holder = endorserHolder(endorser, answeredBy(typed));
    const done = await this.casework.advance(link.facts.ref, holder, event, { revision: 'latest' });
    // A second press of the button says the same again.
    return isRefusal(done) && !(done.code === 'notReady' && /already/.test(done.message)) ? done : null;
  }

  /** Whose link it is, and a button: all that is shown to a program that opens the links of mails. */
  door({ token, link, endorser }: Asked) {
    const words = ENDORSE_WORDS[endorser.language];
    const { answer } = endorser;
    // Whoever has answered has nothing more to do: the way in is there, and does not call.
    const counts = Boolean(answer) && !isVoid(endorser, link.facts);
    return {
      ...this.frame(endorser),
      ...(counts ? { title: words.answeredTitle } : {}),
      door: true,
      counts,
      action: paths.endorse(token),
      lead: answer ? words.answered(dayIn(answer.at, endorser)) : words.until(dayIn(link.expiresAt, endorser)),
      whose: words.whose(`${endorser.name}, ${endorser.title}, ${endorser.agency}`),
      changedSince: answer?.position === 'endorses' && isVoid(endorser, link.facts) ? words.ownVoid : null,
    };
  }

  /** The page of a link that cannot be answered by: a sentence, and what was answered to whoever asks for it. */
  closed({ token, link, endorser }: Asked, why: ClosedLink, { opened, typed }: { opened: boolean; typed?: string[] }) {
    const words = ENDORSE_WORDS[endorser.language];
    const office = words.toAsk(endorser.askedBy.name);
    return {
      ...this.frame(endorser),
      title: words.closedTitle,
      action: paths.endorse(token),
      why: why === 'expired' ? `${words.expiredOn(dayIn(link.expiresAt, endorser))} ${office}` : words.closed[why],
      asks: lastAnswer(endorser) !== null && !opened,
      own: opened ? this.own(endorser) : null,
      // What was written while it closed goes back to whoever wrote it.
      kept: (typed ?? []).filter((text) => text.trim() !== ''),
    };
  }

  /** The request with the form; what was typed stays where it was refused. */
  async page(asked: Asked, typed: TypedEndorsement | null, refusal: Refusal | null) {
    const { token, link, endorser } = asked;
    const words = ENDORSE_WORDS[endorser.language];
    const { view, content } = await this.read(asked);
    const errors = refusal ? endorseErrors(refusal, words) : [];
    const last = lastAnswer(endorser);
    // What was said of an earlier text has to be said again.
    const again = last && { ...typedFrom(last), ...(endorser.answer ? {} : { position: '' }) };
    const shown = typed ?? again ?? EMPTY;
    const { facts } = view;
    return {
      ...this.frame(endorser),
      ...(errors.length ? { errors } : {}),
      action: paths.endorse(token),
      lead: words.until(dayIn(link.expiresAt, endorser)),
      own: this.own(endorser),
      isVoid: last?.position === 'endorses' && last.text !== markOfText(content),
      note: endorser.again?.at(-1)?.note ?? null,
      changed: await this.changed(view, content, endorser),
      fields: endorseFields(shown, endorser, words, errors),
      text: markOfText(content),
      place: placeOf(facts.summary.countries, this.reference),
      requestTitle: facts.summary.title,
      asked: askedFor(facts.summary),
      facts: requestFacts(facts, content, this.reference),
      language: content.language ?? 'en',
      reading: readRequest({
        ref: facts.ref,
        content,
        documents: await this.documents.of(view),
        tiers: view.tiers,
        names: this.reference,
        documentAt: (id) => paths.endorseDocument(token, id),
      }),
      button: endorser.answer ? words.change : words.send,
    };
  }

  /** Somebody opened the request: read as everything of a case is, by the one policy, with the key of this person. */
  private async read({ link, endorser }: Asked): Promise<{ view: CaseView; content: RequestContent }> {
    const view = await this.cases.find(link.facts.ref, endorserHolder(endorser));
    if (!view) throw new Refused(notFound());
    await this.endorsements.noteReading(view.facts, endorser, endorser.name);
    return { view, content: await this.cases.content(view) };
  }

  /** What differs from what they answered on. */
  private async changed(view: CaseView, content: RequestContent, e: Endorser) {
    const answered = lastAnswer(e);
    if (!answered || answered.text === markOfText(content)) return [];
    const before = await this.endorsements.textRead(view.facts, e);
    const text = (of: RequestContent) => ({ content: of, sections: SECTIONS, documents: [] });
    return before ? changedSections(view, { before: text(before), after: text(content) }, this.reference) : [];
  }

  private frame(e: Endorser) {
    const words = ENDORSE_WORDS[e.language];
    return { title: words.title, lang: e.language, words, who: `${e.name}, ${e.title}, ${e.agency}` };
  }

  private own(e: Endorser) {
    const answer = lastAnswer(e);
    if (!answer) return null;
    const words = ENDORSE_WORDS[e.language];
    const { kind } = answer.contribution;
    return {
      position: words.positions[answer.position],
      word: answer.word,
      contribution: kind === 'none' ? '' : contributionLine(answer.contribution),
      when: words.answered(dayIn(answer.at, e)).split('.')[0] + '.',
    };
  }
}
