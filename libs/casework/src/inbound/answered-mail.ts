import type { Pool } from 'pg';
import {
  endorserHolder,
  linkHolder,
  listedEndorsers,
  mayDeclare,
  maySee,
  maySeeDeployment,
  type Actor,
  type NoticeName,
  type ReplyReader,
  type RequestFacts,
  type Role,
} from '#domain';
import type { People } from '../people.js';
import { caseTold, isPost, type AnyFacts } from '../delivery/case-told.js';
import { ALL_CASES } from '../all-cases.js';

/** The mail that an address belongs to: to whom it was sent, as what, and about which case. */
export interface AnsweredMail {
  recipient: string;
  personId: string;
  address: string;
  role: Role;
  notice: NoticeName;
  caseId: string;
  ref: string;
  facts: AnyFacts;
  /** In which it was written. */
  language: string;
}

const FIND = `
  SELECT r.id AS recipient, r.person_id AS "personId", r.address, r.role, m.notice, m.case_id AS "caseId", c.ref, c.facts, m.language
  FROM mail_recipient r JOIN mail m ON m.id = r.mail_id JOIN ${ALL_CASES} c ON c.id = m.case_id WHERE r.id = $1`;

const IS_READER = 'SELECT FROM mail_recipient WHERE id = $1';

/** Whether somebody may open a case, and where it is. */
export const replyReader = (actor: Actor, facts: AnyFacts): ReplyReader => ({
  sees: isPost(facts) ? maySeeDeployment(actor, facts) : maySee(actor, facts),
  where: caseTold(facts).where,
});

/** Whoever answers by a link has no account: they are who the case says they are, for as long as it asks them. */
function byLink(facts: RequestFacts, { role, personId }: AnsweredMail): Actor | null {
  if (role === 'consultee') {
    const party = facts.consultation.find((c) => c.named?.id === personId && c.state !== 'withdrawn');
    return party ? linkHolder(party.named!) : null;
  }
  const endorser = listedEndorsers(facts).find((e) => e.id === personId);
  return endorser ? endorserHolder(endorser) : null;
}

/** Mails of ours that somebody answers, and whether they may. */
export class AnsweredMails {
  constructor(
    private readonly pool: Pool,
    private readonly people: Pick<People, 'find'>,
  ) {}

  /** The mail that somebody answers; null where it is about no one case. */
  async find(recipient: string): Promise<AnsweredMail | null> {
    const { rows } = await this.pool.query<AnsweredMail>({ name: 'answered-mail', text: FIND, values: [recipient] });
    return rows[0] ?? null;
  }

  /** Whether a mail went out to this reader, about whatever. */
  async isReader(recipient: string): Promise<boolean> {
    const { rows } = await this.pool.query({ name: 'is-reader', text: IS_READER, values: [recipient] });
    return rows.length > 0;
  }

  /** Who answers, if they may still write about the case: by what they hold today, as for everything else. */
  async writer(mail: AnsweredMail): Promise<Actor | null> {
    const { facts, role } = mail;
    if (role === 'consultee' || role === 'endorser') {
      const holder = isPost(facts) ? null : byLink(facts, mail);
      return holder && maySee(holder, facts as RequestFacts) ? holder : null;
    }
    const person = await this.people.find(mail.personId);
    if (!person?.assignments.some((a) => a.role === role)) return null;
    // A reviewer who has yet to declare is asked, and may say why not.
    const asked = !isPost(facts) && mayDeclare(person, facts);
    return asked || replyReader(person, facts).sees ? person : null;
  }
}
