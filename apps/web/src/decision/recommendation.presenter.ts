import type { CaseView, HistoryLine, VersionView } from '#casework';
import {
  isRefusal,
  mayTake,
  readsPrepared,
  standingAdvice,
  type Actor,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { OUTCOME_WORDS, partyName, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { cameBack, caseSummary, recommendationWords } from './case-summary.js';
import { heardFields } from './heard.form.js';
import {
  fieldErrors,
  reasonField,
  recommendationFields,
  type RecommendationStep,
  type TypedRecommendation,
} from './recommendation.form.js';

export interface RecommendationInput {
  view: CaseView;
  version: VersionView;
  me: Actor;
  names: Names;
  typed: TypedRecommendation;
  step: RecommendationStep;
  returned: HistoryLine | undefined;
  refusal?: Refusal | undefined;
}

/** Whose advice the recommendation would end before its time, in words. */
function awaitedWords(facts: RequestFacts, names: Names): string {
  const waiting = facts.consultation.flatMap((c) => {
    const clock = c.state === 'awaited' && facts.clocks.find((x) => x.key === `consultation:${c.key}`);
    return clock ? [`${partyName(c, names)}, until ${date(clock.dueOn)}`] : [];
  });
  return waiting.length
    ? `Advice is still awaited: ${waiting.join('; ')}. If you recommend now, it is not waited for any longer. That is recorded, and whoever was asked is told.`
    : '';
}

/** Whose advice is about an earlier version of the request, in words. */
function outdatedWords(facts: RequestFacts, names: Names): string {
  const old = facts.consultation.flatMap((c) => {
    const advice = standingAdvice(c);
    return advice && advice.requestVersion < facts.version
      ? [`${partyName(c, names)}, on version ${advice.requestVersion}`]
      : [];
  });
  return old.length
    ? `The request now stands at version ${facts.version}. Advice was given on an earlier one: ${old.join('; ')}. It can be asked for again.`
    : '';
}

/** What is kept ready for the round of the request, and where it is sent from. */
function preparedOf(facts: RequestFacts, me: Actor) {
  const kept = readsPrepared(me, facts) ? facts.prepared : null;
  if (!kept) return null;
  return {
    text: `${OUTCOME_WORDS[kept.outcome]} was prepared by ${kept.by.name} on ${date(kept.at)}, and is not sent.`,
    link: { text: 'The round that it is sent with', href: paths.panelRound(facts.summary.round) },
  };
}

/** The page on which the panel chair recommends, with the assessment above and the advice beside. */
export function recommendationContext(input: RecommendationInput) {
  const { view, version, me, names, typed, step, returned, refusal } = input;
  const { facts } = view;
  const summary = caseSummary(view, version, me, names);
  const errors = refusal ? fieldErrors(refusal, typed.heard) : [];
  const may = (type: RecommendationStep) => mayTake(facts, me, type);
  const [recommend, reconsider] = [may('RECOMMEND'), may('RECONSIDER')];
  const again = refusal !== undefined;
  const open = !isRefusal(recommend) || (again && step !== 'RECONSIDER');
  const due = facts.clocks.find((c) => c.group === 'recommendation');
  return {
    title: `Recommendation: ${summary.place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: summary.place, href: paths.request(facts.ref) },
      { text: 'Recommendation' },
    ],
    ...(errors.length ? { errors } : {}),
    ...summary,
    lead: summary.assessment?.result || summary.assessment?.sentence || '',
    due: due ? `Due ${date(due.dueOn)}.` : '',
    cameBack: open ? cameBack(returned) : null,
    open,
    reconsider: !isRefusal(reconsider) || (again && step === 'RECONSIDER'),
    why: !open && isRefusal(recommend) && isRefusal(reconsider) ? recommend.message : '',
    last: open ? null : recommendationWords(facts, names),
    heard: open ? heardFields(typed.heard, facts, names, step === 'RECOMMEND' ? errors : []) : [],
    outdated: outdatedWords(facts, names),
    consultation: paths.consultation(facts.ref),
    awaited: open ? awaitedWords(facts, names) : '',
    prepared: preparedOf(facts, me),
    fields: recommendationFields(typed, step === 'RECOMMEND' || step === 'PREPARE_RECOMMENDATION' ? errors : []),
    reassess: { open: step === 'REASSESS', field: reasonField('REASSESS', typed, errors) },
    again: reasonField('RECONSIDER', typed, errors),
  };
}
