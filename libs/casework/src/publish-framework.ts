import type { Pool } from 'pg';
import {
  canonical,
  frameworkProblems,
  refuse,
  refuseFields,
  REQUEST_TYPES,
  roundOf,
  type Actor,
  type Framework,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { FRAMEWORK_COLUMNS, frameworkOf, type FrameworkVersion } from './read/frameworks.js';

/** A version of the criteria that an administrator wrote; its number and identifier are given when it is published. */
export type FrameworkDraft = Omit<Framework, 'id' | 'version'>;

const PUBLISH = `
  WITH made AS (
    INSERT INTO framework (version, name, applies_to, definition, published_at, published_by)
    SELECT $1::integer + 1, $2, $3, $4::jsonb, $5, $6 WHERE $1::integer = (SELECT max(version) FROM framework)
    ON CONFLICT (version) DO NOTHING RETURNING *)
  SELECT ${FRAMEWORK_COLUMNS}, pg_notify('reference', 'framework') FROM made`;

const contentOf = ({ name, appliesTo, ...rest }: FrameworkDraft) => {
  const { criteria, totalThreshold, moderationSpread, minimumReviewers, approvals } = rest;
  const more = {
    ...(approvals === undefined ? {} : { approvals }),
    ...(rest.fromRound === undefined ? {} : { fromRound: rest.fromRound }),
  };
  return { name, appliesTo, definition: { criteria, totalThreshold, moderationSpread, minimumReviewers, ...more } };
};

/** Whether a person looks after people and settings: the one who may publish criteria, and who sees no case. */
export const isAdministrator = (actor: Actor): boolean => actor.assignments.some((a) => a.role === 'administrator');

/** Problems of a version of the criteria that was written; empty when it can be published. */
export const draftProblems = (draft: FrameworkDraft): { path: string; message: string }[] => [
  ...frameworkProblems(draft),
  ...(draft.appliesTo === null || Object.hasOwn(REQUEST_TYPES, draft.appliesTo)
    ? []
    : [{ path: 'appliesTo', message: 'Choose which requests this version is for' }]),
];

/** Puts criteria in force as a new version. Cases that run keep the version that they were submitted under. */
export class FrameworkPublisher {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Publishes after a version, the last one that the writer has read; a second click is answered like the first. */
  async publish(actor: Actor, draft: FrameworkDraft, after: number): Promise<FrameworkVersion | Refusal> {
    if (!isAdministrator(actor)) return refuse('notYourRole', 'Criteria are published by an administrator.');
    const problems = refuseFields([...draftProblems(draft), ...this.pastRound(draft)]);
    if (problems) return problems;
    const { name, appliesTo, definition } = contentOf(draft);
    const values = [after, name, appliesTo, JSON.stringify(definition), this.clock.now(), actor.name];
    const { rows } = await this.pool.query<Parameters<typeof frameworkOf>[0]>(PUBLISH, values);
    return rows[0] ? frameworkOf(rows[0]) : this.passedBy(actor, draft);
  }

  /** A round that is over cannot be judged anew. */
  private pastRound({ fromRound }: FrameworkDraft): { path: string; message: string }[] {
    const now = roundOf(this.clock.now().toISOString());
    return fromRound !== undefined && fromRound < now
      ? [{ path: 'fromRound', message: `Enter the present round, ${now}, or one that comes, or leave this empty` }]
      : [];
  }

  private async passedBy(actor: Actor, draft: FrameworkDraft): Promise<FrameworkVersion | Refusal> {
    const text = `SELECT ${FRAMEWORK_COLUMNS} FROM framework ORDER BY version DESC LIMIT 1`;
    const { rows } = await this.pool.query<Parameters<typeof frameworkOf>[0]>(text);
    const last = frameworkOf(rows[0]!);
    const same = last.publishedBy === actor.name && canonical(contentOf(last)) === canonical(contentOf(draft));
    if (same) return last;
    return {
      ...refuse(
        'stale',
        `${last.publishedBy} published version ${last.version} since you opened this page. Compare yours with it, then publish again. Nothing of yours was published.`,
      ),
      revision: last.version,
    };
  }
}
