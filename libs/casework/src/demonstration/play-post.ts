import {
  addDays,
  isRefusal,
  presentTerm,
  SYSTEM,
  type Actor,
  type Day,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentFacts,
  type Obligation,
  type ReportText,
} from '#domain';
import { Deployments } from '../advance.js';
import { People } from '../people.js';
import type { ReferenceData } from '../reference-data.js';
import type { Connection } from '../transaction.js';
import { DEMONSTRATION_PEOPLE } from './people.js';

/** One step of a post's story: on which day, by whom (key of a demonstration person), what; from the post as it stands then. */
export interface PostStep {
  on: Day;
  by: string;
  event: DeploymentEvent | ((facts: DeploymentFacts) => DeploymentEvent);
}
/** The story of a post as data. What the product does by itself on a day is not in it: it happens when its day has come. */
export interface PostStory {
  openedOn: Day;
  open: DeploymentEventOf<'OPEN'>;
  steps: readonly PostStep[];
  /** Who files the reports that fall due, and what they say. */
  reports: { by: string; say: (facts: DeploymentFacts, due: Obligation) => ReportText } | null;
}

/** Days before its due date on which a report is filed. */
const AHEAD = 3;

/** What comes by itself, the soonest first: a step of the schedule, or a report that is due. */
function nextByItself(facts: DeploymentFacts, { reports }: PostStory): PostStep | null {
  const schedule = facts.clocks.find((c) => c.group === 'schedule')?.steps[0];
  const due = reports && presentTerm(facts)?.obligations.find((o) => o.reportId === null);
  const coming: PostStep[] = [
    ...(schedule ? [{ on: schedule.at.slice(0, 10), by: SYSTEM.id, event: { type: schedule.kind } as never }] : []),
    ...(reports && due
      ? [
          {
            on: addDays(due.dueOn, -AHEAD),
            by: reports.by,
            event: (now: DeploymentFacts): DeploymentEvent => ({
              type: 'FILE_REPORT',
              obligationId: due.id,
              kind: due.kind,
              period: due.period,
              report: reports.say(now, due),
            }),
          },
        ]
      : []),
  ];
  return coming.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
}

/** Nobody works at a weekend: what would fall on one is taken on the Monday after it, unless the story ends before. */
function workingDayFrom(day: Day, until: Day): Day {
  const monday = addDays(day, [1, 0, 0, 0, 0, 0, 2][new Date(`${day}T00:00:00Z`).getUTCDay()]!);
  return monday <= until ? monday : day;
}

/** Tells the story of one post through the write path, each step in the morning of its day. */
export class PostTeller {
  private now = new Date(0);
  private readonly deployments: Deployments;
  private readonly people: People;
  private readonly known = new Map<string, Actor>([[SYSTEM.id, SYSTEM]]);

  constructor(
    private readonly pool: Connection,
    reference: ReferenceData,
  ) {
    const clock = { now: () => this.now };
    this.deployments = new Deployments(pool, clock, reference);
    this.people = new People(pool, clock);
  }

  /** Plays a story up to a day, and says which post it became. */
  async tell(story: PostStory, until: Day): Promise<string> {
    this.at(story.openedOn);
    const opened = await this.deployments.open(SYSTEM, story.open);
    if (isRefusal(opened)) throw new Error(`“${story.open.post.title}” cannot be opened: ${JSON.stringify(opened)}`);
    const { ref } = opened;
    const steps = story.steps.filter((s) => s.on <= until);
    for (;;) {
      const facts = await this.facts(ref);
      const alone = nextByItself(facts, story);
      const told = steps[0];
      const next = alone && alone.on < (told?.on ?? addDays(until, 1)) ? alone : steps.shift();
      if (!next) return ref;
      await this.take(ref, facts, next.by === SYSTEM.id ? next : { ...next, on: workingDayFrom(next.on, until) });
    }
  }

  private async take(ref: string, facts: DeploymentFacts, { on, by, event }: PostStep): Promise<void> {
    this.at(on);
    const step = typeof event === 'function' ? event(facts) : event;
    const done = await this.deployments.advance(ref, await this.actor(by), step, { revision: 'latest' });
    if (isRefusal(done)) throw new Error(`${ref}, ${step.type} by ${by} on ${on}: ${JSON.stringify(done)}`);
  }

  /** Time only goes on: what is told late happens after what was told before. */
  private at(day: Day): void {
    const morning = new Date(`${day}T09:00:00Z`).getTime();
    this.now = new Date(Math.max(morning, this.now.getTime()) + 60_000);
  }

  private async facts(ref: string): Promise<DeploymentFacts> {
    const text = 'SELECT facts FROM deployment WHERE ref = $1';
    return (await this.pool.query<{ facts: DeploymentFacts }>(text, [ref])).rows[0]!.facts;
  }

  private async actor(key: string): Promise<Actor> {
    const known = this.known.get(key);
    if (known) return known;
    const person = await this.people.find(DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email);
    if (!person) throw new Error(`The demonstration person “${key}” is not in the database.`);
    this.known.set(key, person);
    return person;
  }
}
