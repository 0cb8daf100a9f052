import { Injectable, type StreamableFile } from '@nestjs/common';
import { AnswerLinks, Cases, type OpenedLink } from '#casework';
import { notFound, refuse, type Actor } from '#domain';
import { asGuest, Documents } from './documents.js';
import type { Reply } from './exchange.js';
import { Refused } from './refusals.js';

const UNKNOWN_LINK = refuse(
  'notFound',
  'This link is not known here. Check that you copied the whole address from the mail.',
);

/** What is found behind a link that somebody was sent who has no account: the case that it is about, and its documents. */
@Injectable()
export class LinkDoor {
  constructor(
    private readonly links: AnswerLinks,
    private readonly cases: Cases,
    private readonly documents: Documents,
  ) {}

  /** What a link leads to; for one that nobody was sent, a sentence. No machine that finds it keeps it. */
  async find(token: string, reply: Reply): Promise<OpenedLink> {
    void reply.header('x-robots-tag', 'noindex');
    const link = await this.links.find(token);
    if (!link) throw new Refused(UNKNOWN_LINK);
    return link;
  }

  /** A document of the request to take away, for whom the link lets in: read as everything of a case is, by the one policy. */
  async document({ facts: { ref } }: OpenedLink, holder: Actor, id: string, reply: Reply): Promise<StreamableFile> {
    const view = await this.cases.find(ref, holder);
    const file = view && (await this.documents.open(view, id));
    if (!file) throw new Refused(notFound());
    asGuest(reply);
    return file;
  }
}
