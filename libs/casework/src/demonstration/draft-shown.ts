import {
  addWorkingDays,
  endorserHolder,
  endorsersOf,
  isRefusal,
  markOfText,
  MONDAY_TO_FRIDAY,
  type Actor,
  type Day,
  type RequestContent,
  type RequestEvent,
  type RequestFacts,
} from '#domain';
import { Casework } from '../advance.js';
import { DraftComments } from '../draft-comments.js';
import { Endorsements } from '../endorsements.js';
import { People } from '../people.js';
import type { ReferenceData } from '../reference-data.js';
import type { Connection } from '../transaction.js';
import { DEMONSTRATION_PEOPLE } from './people.js';

const head = (agency: string, name: string, title: string, mailbox: string) => ({
  agency,
  name,
  title,
  email: `${mailbox}@${agency.toLowerCase().replace(/\W/g, '')}-tanzania.example`,
});
/** Heads of agency who are asked by link; those of them whom the office typed are the same persons. */
const HEADS = [
  head('UNDP', 'Philippe Adjovi-Brandt', 'Resident Representative', 'p.adjovi-brandt'),
  head('UNICEF', 'Jyotsna Ramanathapillai', 'Representative', 'j.ramanathapillai'),
  head('UN Women', 'Anneliese Grünwald-Temba', 'Country Representative', 'a.gruenwald-temba'),
  head('WHO', 'Rukmini Abeysekara', 'Representative', 'r.abeysekara'),
  head('UNODC', 'Radomír Castellane-Ferreira', 'Head of the project office', 'r.castellane-ferreira'),
];

const OFFICE = 'rco-tza';
const COORDINATOR = 'rc-tza';
const BY_LINK = 'Since then the heads of agency confirm their position themselves, by a link.';

/** What an agency said by its link, and how many working days ago. */
const ANSWERS: { ago: number; agency: string; say: (text: string) => RequestEvent }[] = [
  {
    ago: 5,
    agency: 'UNICEF',
    say: (text) => ({
      type: 'ENDORSE',
      text,
      word: 'We count on the adviser for the follow-up to the Committee on the Rights of the Child.',
      contribution: { kind: 'cash', amountUSD: 92_000, text: 'The larger share of the national officer', from: null },
    }),
  },
  {
    ago: 3,
    agency: 'UNDP',
    say: (text) => ({
      type: 'ENDORSE',
      text,
      contribution: { kind: 'cash', amountUSD: 110_000, text: 'Share of the post for two years', from: null },
    }),
  },
  {
    ago: 2,
    agency: 'UN Women',
    say: (text) => ({
      type: 'ENDORSE',
      text,
      word: 'With the gender and law specialist as the focal point.',
      contribution: {
        kind: 'in-kind',
        amountUSD: 14_000,
        text: 'Twenty days of the gender and law specialist',
        from: null,
      },
      answeredBy: { name: 'Ottoline Mwakasege-Dahl', position: 'Deputy Country Representative' },
    }),
  },
  {
    ago: 2,
    agency: 'UNODC',
    say: (text) => ({
      type: 'DECLINE_ENDORSEMENT',
      text,
      word: 'Our project in the country closes before the adviser would arrive. We have nothing against the request.',
    }),
  },
];
/** After the first answer the office writes on, and that answer is of an earlier text. */
const EDITED = 4;
const READ = 1;

/** What the office says to itself about its questions. */
const COMMENTS: { ago: number; by: string; question: string; text: string; answer?: string; settled?: true }[] = [
  {
    ago: 6,
    by: COORDINATOR,
    question: 'sections.ownership.agenciesInvolved',
    text: 'Say that the post at IOM is vacant, so that nobody reads its silence as a no.',
    answer: 'Said, with the month in which we expect the answer.',
    settled: true,
  },
  {
    ago: 2,
    by: COORDINATOR,
    question: 'sections.sustainability.afterFundedPeriod',
    text: 'Who pays after the second year? OHCHR will ask, as it asked others.',
    answer: 'I have asked UNDP, and write it in as soon as they answer.',
  },
];

/** What is written about the draft of a request, each step on its day. */
class Writing {
  private now = new Date();
  private readonly clock = { now: () => this.now };
  private readonly casework: Casework;
  private readonly people: People;
  readonly comments: DraftComments;
  readonly endorsements: Endorsements;

  constructor(
    private readonly on: Connection,
    reference: ReferenceData,
    private readonly today: Day,
    private readonly ref: string,
  ) {
    this.casework = new Casework(on, this.clock, reference);
    this.people = new People(on, this.clock);
    this.comments = new DraftComments(on, this.clock);
    this.endorsements = new Endorsements(on, this.clock);
  }

  /** Turns the clock to an hour of a working day before today. */
  at(ago: number, hour: number): void {
    const day = addWorkingDays(this.today, -ago, MONDAY_TO_FRIDAY);
    this.now = new Date(`${day}T${String(hour).padStart(2, '0')}:25:00Z`);
  }

  async person(key: string): Promise<Actor & { name: string }> {
    return (await this.people.find(DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email))!;
  }

  async read(): Promise<{ facts: RequestFacts; content: RequestContent }> {
    const { rows } = await this.on.query<{ facts: RequestFacts; content: RequestContent }>(
      'SELECT r.facts, c.content FROM request r JOIN request_content c ON c.request_id = r.id WHERE r.ref = $1',
      [this.ref],
    );
    return rows[0]!;
  }

  async step(by: Actor, event: RequestEvent): Promise<void> {
    const done = await this.casework.advance(this.ref, by, event as never, { revision: 'latest' });
    if (isRefusal(done)) throw new Error(`${this.ref}, ${event.type}: ${JSON.stringify(done)}`);
  }
}

async function answers(writing: Writing, ago: number): Promise<void> {
  for (const { agency, say } of ANSWERS.filter((a) => a.ago === ago)) {
    const { facts, content } = await writing.read();
    const asked = endorsersOf(facts).find((e) => e.agency === agency)!;
    const event = say(markOfText(content));
    const { answeredBy } = event as Extract<RequestEvent, { type: 'ENDORSE' }>;
    writing.at(ago, 11);
    await writing.endorsements.noteReading(facts, asked, asked.name);
    await writing.step(endorserHolder(asked, answeredBy), event);
  }
}

async function comment(writing: Writing, at: number): Promise<void> {
  const { ago, by, question, text, answer, settled } = COMMENTS[at]!;
  const { facts } = await writing.read();
  const id = (part: number) => `0190c0de-0000-7000-8000-0000000000${at}${part}`;
  const say = async (who: string, draft: Parameters<DraftComments['say']>[2]) => {
    const refusal = await writing.comments.say({ facts }, await writing.person(who), draft);
    if (refusal) throw new Error(`A comment on ${question}: ${JSON.stringify(refusal)}`);
  };
  writing.at(ago, 13);
  await say(by, { id: id(0), text, question });
  writing.at(ago, 15);
  if (answer) await say(OFFICE, { id: id(1), text: answer, answers: id(0) });
  if (settled) await writing.comments.resolve({ facts }, await writing.person(OFFICE), id(0));
}

/** A draft in the middle of its writing: heads of agency in every standing, and what the office says about its questions. */
export async function seedDraftAtWork(
  on: Connection,
  reference: ReferenceData,
  today: Day,
  ref: string,
): Promise<void> {
  const writing = new Writing(on, reference, today, ref);
  const office = await writing.person(OFFICE);
  writing.at(7, 9);
  await writing.step(office, { type: 'INVITE_ENDORSERS', endorsers: HEADS });
  await comment(writing, 0);
  await answers(writing, 5);
  writing.at(EDITED, 10);
  const { content } = await writing.read();
  const agenciesInvolved = `${content.sections?.ownership?.agenciesInvolved ?? ''} ${BY_LINK}`.trim();
  await writing.step(office, { type: 'EDIT', patch: { sections: { ownership: { agenciesInvolved } } } });
  await answers(writing, 3);
  await answers(writing, 2);
  await comment(writing, 1);
  const { facts } = await writing.read();
  const reading = endorsersOf(facts).find((e) => e.agency === 'WHO')!;
  writing.at(READ, 16);
  await writing.endorsements.noteReading(facts, reading, reading.name);
}
