import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  isAmount,
  isRound,
  LEAST_COVERAGE,
  readsPanel,
  refuse,
  refuseFields,
  setsCoverage,
  setsMoney,
  type Actor,
  type FieldProblem,
  type Refusal,
} from '#domain';
import { keepable } from './keepable.js';

/** What is set for a round, and by whom. */
export interface RoundSetting {
  round: string;
  /** 0 while nothing was set. */
  version: number;
  money: string | null;
  source: string;
  leastCoverage: number;
  setAt: Date | null;
  setName: string | null;
}
/** What somebody sets: the money with where it comes from, or how much has to be assessed. */
export type RoundChange = { money: string; source: string } | { leastCoverage: number };

const unset = (round: string): RoundSetting => ({
  round,
  version: 0,
  money: null,
  source: '',
  leastCoverage: LEAST_COVERAGE,
  setAt: null,
  setName: null,
});
const READ = `
  SELECT round, version, money::text AS money, source, least_coverage AS "leastCoverage", set_at AS "setAt", set_name AS "setName"
  FROM round_setting WHERE round = $1 ORDER BY version DESC LIMIT 100`;
const ADD = `
  INSERT INTO round_setting (round, version, money, source, least_coverage, set_at, set_by, set_name)
  SELECT $1::varchar, $2::integer + 1, $3::numeric, $4::text, $5::smallint, $6::timestamptz, $7::uuid, $8::text
  WHERE $2::integer = (SELECT coalesce(max(version), 0) FROM round_setting WHERE round = $1::varchar)
  ON CONFLICT (round, version) DO NOTHING RETURNING version`;
const NO_ROUND = refuse('notFound', 'There is no such round. A round is named like 2027-1.');
const problem = (path: string, message: string): FieldProblem[] => [{ path, message }];

function problemsOf(change: RoundChange): FieldProblem[] {
  if ('leastCoverage' in change) {
    const { leastCoverage: least } = change;
    const right = Number.isInteger(least) && least >= 0 && least <= 100;
    return right ? [] : problem('leastCoverage', 'Enter a whole number from 0 to 100');
  }
  const source = change.source.trim();
  return [
    ...(isAmount(change.money) && change.money.split('.')[0]!.length <= 12
      ? []
      : problem('money', 'Enter an amount in US dollars, such as 850000 or 850000.50')),
    ...(source === '' ? problem('source', 'Say where this money comes from') : []),
    ...(source.length > 500 ? problem('source', 'Shorten this to 500 characters or fewer') : []),
  ];
}

/** What is set for each round: entered by people, kept version by version, never changed. */
export class Rounds {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** What was set for a round, the newest first; what holds while nothing was set stands last. */
  async settings(round: string): Promise<[RoundSetting, ...RoundSetting[]]> {
    const { rows } = await this.pool.query<RoundSetting>({ name: 'round-settings', text: READ, values: [round] });
    const [last, ...before] = rows;
    return last ? [last, ...before, unset(round)] : [unset(round)];
  }

  /** What holds for a round, with its history, for who may read it. */
  async open(actor: Actor, round: string): Promise<[RoundSetting, ...RoundSetting[]] | Refusal> {
    if (!isRound(round)) return NO_ROUND;
    if (!readsPanel(actor) && !setsMoney(actor))
      return refuse('notYourRole', 'Money for a round is entered by a fund manager or an approver, and read by OHCHR.');
    return this.settings(round);
  }

  /** Sets something for a round on the version that was read; a second click is answered like the first. */
  async set(actor: Actor, round: string, change: RoundChange, after: number): Promise<RoundSetting | Refusal> {
    const opened = await this.open(actor, round);
    if (!Array.isArray(opened)) return opened;
    if (!('money' in change ? setsMoney(actor) : setsCoverage(actor)))
      return refuse(
        'notYourRole',
        'money' in change
          ? 'Money for a round is entered by a fund manager or an approver.'
          : 'How much has to be assessed is set by a panel chair or an approver.',
      );
    const problems = refuseFields(problemsOf(change));
    if (problems) return problems;
    const [now] = opened;
    const kept = { ...now, ...change };
    const source = keepable(kept.source).trim();
    const values = [round, after, kept.money, source, kept.leastCoverage, this.clock.now(), actor.id, actor.name];
    const { rowCount } = await this.pool.query(ADD, values);
    const [last] = await this.settings(round);
    if (rowCount || (last.setName === actor.name && says(last, change))) return last;
    const words = last.setName
      ? `${last.setName} has set something for this round since you opened this page. Compare, then set it again; nothing of yours was kept.`
      : 'Nothing is set for this round yet. Open it again; nothing of yours was kept.';
    return { ...refuse('stale', words), revision: last.version };
  }
}

/** Whether a version says what somebody sets: the same sent twice is one. */
function says(last: RoundSetting, change: RoundChange): boolean {
  if ('leastCoverage' in change) return last.leastCoverage === change.leastCoverage;
  return Number(last.money) === Number(change.money) && last.source === change.source.trim();
}
