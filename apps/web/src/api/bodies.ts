import { assessmentOf, stateLabel, stateName, type RequestContent } from '#domain';
import type { CaseView, ListRow, ReferenceData } from '#casework';
import { statusOf } from '../request/export.js';

/** A request as a program reads it: its content in the shape in which it is written, and where it stands. */
export type CaseBody = RequestContent & { ref: string; revision: number; [more: string]: unknown };

export function caseBody(view: CaseView, content: RequestContent, reference: ReferenceData): CaseBody {
  const { facts, revision } = view;
  const { summary } = facts;
  const value = assessmentOf(facts.state);
  const assessment = view.tiers.has('assessment');
  return {
    ...content,
    ref: facts.ref,
    revision,
    state: stateName(facts.state),
    status: stateLabel(facts.state),
    ...(value ? { consultation: value.consultation, review: value.review } : {}),
    round: summary.round,
    regions: summary.regions,
    countryNames: summary.countries.map((c) => reference.countryName(c)),
    version: facts.version,
    createdAt: facts.createdAt,
    submittedAt: facts.submittedAt,
    returned: facts.returned,
    clarifications: facts.clarifications.map(({ askedBy, ...c }) => ({
      ...c,
      askedBy: assessment ? askedBy.name : 'OHCHR',
      answeredBy: c.answeredBy?.name ?? null,
    })),
    advice: facts.consultation.map(({ key, role, region, state, advice }) => ({
      from: key,
      role,
      region,
      state,
      ...(advice
        ? {
            position: advice.position,
            text: advice.text,
            conditions: advice.conditions,
            at: advice.at,
            late: advice.late,
            by: advice.by.name,
            requestVersion: advice.requestVersion,
          }
        : {}),
    })),
    ...(assessment ? { recommendation: facts.recommendation } : {}),
    decisions: facts.decisions.map(({ by, ...d }) => ({ ...d, by: by.name })),
    waiting: facts.clocks
      .filter((c) => assessment || c.group !== 'review')
      .map((c) => ({
        holder: c.holder,
        region: c.region,
        since: c.startedAt,
        dueOn: c.dueOn,
        stopped: c.stoppedWith !== null,
      })),
    ended: facts.ended,
  };
}

export const rowBody = (row: ListRow) => ({ ...row, status: statusOf(row) });
