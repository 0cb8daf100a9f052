import type { Applied, RoundSetting } from '#casework';
import { amountIn, stateName, type PanelCase, type RoundPanel } from '#domain';
import type { PreparedCase } from '../panel/prepared.js';
import { problem, statusOf } from '../shell/refusals.js';

export const settingBody = ({ version, money, source, leastCoverage, setAt, setName }: RoundSetting) => ({
  version,
  money,
  source,
  leastCoverage,
  setAt,
  setBy: setName,
});

function caseBody(one: PanelCase) {
  const { facts, scores, prepared } = one;
  return {
    ref: facts.ref,
    revision: one.revision,
    countries: facts.summary.countries,
    state: stateName(facts.state),
    rank: one.rank,
    tied: one.tied,
    unranked: one.why,
    basis: scores?.basis ?? null,
    framework: scores?.framework ?? null,
    scores: scores?.criteria ?? [],
    total: scores?.total ?? null,
    coverage: scores?.coverage ?? null,
    outcome: scores?.outcome ?? null,
    moderation: scores?.moderation ?? false,
    fragile: scores?.fragile ?? false,
    regionalTeams: facts.consultation
      .filter((c) => c.role === 'regionalTeam')
      .map(({ key, state, advice }) => ({ key, state, position: advice?.position ?? null })),
    recommended: facts.recommendation?.outcome ?? null,
    prepared: prepared && { ...prepared, by: prepared.by.name },
    firstYearCash: one.cost,
    cumulated: one.cumulated,
    side: one.side,
  };
}

/** A round as a program reads it: the same requests as on the page, every figure exactly. */
export const panelBody = (round: string, panel: RoundPanel, setting: RoundSetting, more: boolean) => ({
  round,
  more,
  setting: settingBody(setting),
  line: panel.line && {
    above: panel.line.above,
    next: panel.line.next,
    spent: amountIn(panel.line.spent),
    left: amountIn(panel.line.left),
    reason: panel.line.reason,
  },
  frameworks: panel.frameworks,
  items: panel.cases.map(caseBody),
});

export const preparedBody = (round: string, prepared: readonly PreparedCase[]) => ({
  round,
  items: prepared.map(({ facts, revision, prepared: said, told, refused, adviceSince, letter }) => ({
    ref: facts.ref,
    revision,
    outcome: said.outcome,
    modality: said.modality,
    conditions: said.conditions,
    reasons: said.reasons,
    refused,
    adviceSince,
    notices: told.map(({ notice, to }) => ({ notice, to })),
    letterAfterDecision: letter,
  })),
});

export const appliedBody = (round: string, applied: readonly Applied[]) => ({
  round,
  items: applied.map(({ ref, done, refusal }) => ({
    ref,
    sent: done !== null,
    revision: done?.revision ?? null,
    state: done?.state ?? null,
    problem: refusal && problem(statusOf(refusal), refusal.code, refusal.message, refusal),
  })),
});
