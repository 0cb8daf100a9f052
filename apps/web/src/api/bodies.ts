import {
  isBeside,
  agenciesSaid,
  approvedModality,
  assessmentOf,
  stateLabel,
  stateName,
  STATES,
  type RequestContent,
  type RequestFacts,
  endorsementTable,
} from '#domain';
import type { CaseView, ListRow, ReferenceData } from '#casework';
import { arrangementsBody, fundingBody, revalidationsBody } from './arrangements.body.js';
import { advicesBody } from './consultation.body.js';
import { attachedBody } from './options.body.js';
import { signingBodies } from '../together/together.body.js';
import { statusOf } from '../request/export.js';

/** A request as a program reads it: its content in the shape in which it is written, and where it stands. */
export type CaseBody = RequestContent & { ref: string; revision: number; [more: string]: unknown };

/** Questions to the country office; outside OHCHR it is OHCHR that asks. */
const questionsOf = (facts: RequestFacts, assessment: boolean) =>
  facts.clarifications.map(({ askedBy, ...question }) => ({
    ...question,
    askedBy: assessment ? askedBy.name : 'OHCHR',
    answeredBy: question.answeredBy?.name ?? null,
  }));

const waitingOf = (facts: RequestFacts, assessment: boolean) =>
  facts.clocks
    .filter((clock) => assessment || (clock.group !== 'review' && !isBeside(clock)))
    .map(({ holder, region, startedAt, dueOn, stoppedWith }) => ({
      holder,
      region,
      since: startedAt,
      dueOn,
      stopped: stoppedWith !== null,
    }));

/** The version that stands; that there is a change beside it, those alone are told who read the text in work. */
const versionOf = ({ version, changeInHand }: RequestFacts) => ({
  version,
  ...(changeInHand ? { changeInHand: true } : {}),
});

/** What follows an approval. */
const afterApproval = (facts: RequestFacts, post: string | null) => ({
  funding: fundingBody(facts),
  revalidated: revalidationsBody(facts),
  arrangements: arrangementsBody(facts, post),
});

/** A request as a program reads it; `post` is the one that it led to, where the reader may know of it. */
export function caseBody(
  view: CaseView,
  content: RequestContent,
  { reference, post }: { reference: ReferenceData; post: string | null },
): CaseBody {
  const { facts, revision } = view;
  const { round, regions, countries } = facts.summary;
  const value = assessmentOf(facts.state);
  const assessment = view.tiers.has('assessment');
  return {
    ...content,
    ref: facts.ref,
    revision,
    state: stateName(facts.state),
    status: assessment ? stateLabel(facts.state) : STATES[stateName(facts.state)].label,
    ...(value ? { consultation: value.consultation } : {}),
    ...(value && assessment ? { review: value.review } : {}),
    round,
    regions,
    countryNames: countries.map((c) => reference.countryName(c)),
    ...versionOf(facts),
    createdAt: facts.createdAt,
    submittedAt: facts.submittedAt,
    ...signingBodies(facts),
    returned: facts.returned,
    clarifications: questionsOf(facts, assessment),
    endorsementTable: endorsementTable(content, agenciesSaid(facts, view.readsDraft)),
    advice: advicesBody(facts),
    ...(assessment ? { recommendation: facts.recommendation } : {}),
    approvedModality: approvedModality(facts),
    decisions: facts.decisions.map(({ by, option, ...decision }) => ({
      ...decision,
      by: by.name,
      ...(option ? { option: attachedBody(option) } : {}),
    })),
    waiting: waitingOf(facts, assessment),
    ended: facts.ended,
    ...afterApproval(facts, post),
  };
}

/** A row of a list; how far the review is, and who holds it, OHCHR alone reads. */
export function rowBody(row: ListRow, insider: boolean) {
  const status = statusOf(row, insider);
  if (insider || row.state !== 'assessment') return { ...row, status };
  const { review: _review, holder: _holder, ...open } = row;
  return { ...open, status };
}
