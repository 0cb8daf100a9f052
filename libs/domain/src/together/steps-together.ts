import { textChange } from '../endorsing/text-change.js';
import type { Actor, Assignment } from '../people/roles.js';
import { refuse, refuseFields, type Refusal } from '../refusal.js';
import { mergePatch } from '../request/content.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { fingerprintOf } from '../request/frozen.js';
import { summarise, type DecideContext, type StepInput, type StepRule } from '../request/steps.js';
import { contentProblems } from '../request/check-content.js';
import { required } from '../text.js';
import { isOfEveryOffice, TOGETHER_EVENTS, type TogetherEventType } from './events.js';
import type { RecordedTogether } from './record.js';
import {
  heldBy,
  leadOf,
  mayTakeAway,
  partnersOf,
  signingOf,
  signsOffer,
  standingSignatures,
  unsigned,
} from './together.js';

const EVENTS_OF_OFFICE = TOGETHER_EVENTS.EDIT_PART.roles;
const ALONE = 'One coordinator signs this request, so there is nothing to sign together.';
const LEADS = 'Your office leads this request: it signs when it submits it.';
const ANSWERS = 'Your office made the request, so it accepts or refuses the offer.';

/** What stands against a step of a request of several offices, or against its submission, whatever will be sent. */
export function togetherRefusal(facts: RequestFacts, actor: Actor, type: RequestEventType): Refusal | null {
  const { together } = facts;
  if (together && (type === 'SUBMIT' || type === 'RESUBMIT')) {
    const waiting = unsigned(facts).length;
    return waiting === 0
      ? null
      : refuse(
          'notReady',
          `${waiting === 1 ? 'The coordinator of one country has' : `The coordinators of ${waiting} countries have`} still to sign the text as it stands.`,
        );
  }
  if (type === 'DETACH' && together) return documentRefusal(facts, actor);
  if (type === 'ACCEPT_OFFER') return offerRefusal(facts, actor);
  if (!isOfEveryOffice(type)) return null;
  if (!signingOf(facts)) return refuse('notReady', ALONE);
  return officeRefusal(facts, actor, type);
}

/** An office that does not lead takes away what it brought itself. */
function documentRefusal(facts: RequestFacts, actor: Actor): Refusal | null {
  const own = heldBy(actor, EVENTS_OF_OFFICE, facts.summary.countries);
  const may = facts.documents.some((d) => mayTakeAway(facts, own, d));
  return may || facts.documents.length === 0
    ? null
    : refuse('notReady', 'Your office has added no document to this request that it could take away.');
}

/** An option for countries of several coordinators is accepted once each has signed it; who answers signs for their own countries by that. */
function offerRefusal(facts: RequestFacts, actor: Actor): Refusal | null {
  if (!signsOffer(facts)) return null;
  const waiting = unsigned(facts);
  const open = waiting.filter((c) => !heldBy(actor, TOGETHER_EVENTS.SIGN_TOGETHER.roles, waiting).includes(c)).length;
  if (open === 0) return null;
  return refuse(
    'notReady',
    facts.offerSigning!.left?.length
      ? 'A country that the option covers has left it, so the option cannot be accepted as it stands. Refuse the offer and say so, or ask its coordinator to sign after all.'
      : `${open === 1 ? 'The coordinator of one country that the option covers has' : `The coordinators of ${open} countries that the option covers have`} still to sign it.`,
  );
}

function officeRefusal(facts: RequestFacts, actor: Actor, type: TogetherEventType): Refusal | null {
  const own = heldBy(actor, TOGETHER_EVENTS[type].roles, signingOf(facts)!.countries);
  const partner = own.filter((c) => partnersOf(facts).includes(c));
  if (type === 'EDIT_PART') return null;
  if (partner.length === 0)
    return refuse(
      'notReady',
      type === 'WITHDRAW_COUNTRY' && !signsOffer(facts)
        ? 'The office that leads a request cannot leave it. Abandon or withdraw the request, and let another office begin it.'
        : signsOffer(facts)
          ? ANSWERS
          : LEADS,
    );
  const signed = standingSignatures(facts).flatMap((s) => s.countries);
  if (type === 'SIGN_TOGETHER' && partner.every((c) => signed.includes(c)))
    return refuse(
      'notReady',
      signsOffer(facts)
        ? 'You have signed the option that is offered.'
        : 'You have signed this text. A change of it asks you to sign again.',
    );
  if (type === 'TAKE_BACK_SIGNATURE' && !partner.some((c) => signed.includes(c)))
    return refuse('notReady', 'There is no signature of your country that could be taken back.');
  return null;
}

/** The countries for which somebody sends a step, in the role in which they do. */
const countriesOf = (as: Assignment, among: readonly string[]): string[] =>
  among.filter((c) => as.countries.includes(c));
const named = (countries: string[], { countryName }: DecideContext): string[] =>
  countries.map((c) => countryName(c, 'en'));
const notYours = (country: string): Refusal =>
  refuseFields([{ path: 'country', message: country ? 'Choose a country of your office' : 'Choose a country' }])!;

function editPart({ event, facts, as, context }: StepInput<'EDIT_PART'>): RecordedTogether['EDIT_PART'] | Refusal {
  const { country, daysPerYear, first, shareUSD } = event;
  if (!facts.summary.countries.includes(country) || !as.countries.includes(country)) return notYours(country);
  const plan = context.content!.sections?.coveragePlan ?? [];
  const before = plan.find((p) => p.country === country);
  const share = shareUSD === undefined ? before?.shareUSD : (shareUSD ?? undefined);
  const words = first ?? before?.first;
  const row = {
    country,
    daysPerYear,
    ...(words === undefined ? {} : { first: words }),
    ...(share === undefined ? {} : { shareUSD: share }),
  };
  const coveragePlan = before ? plan.map((p) => (p === before ? row : p)) : [...plan, row];
  const patch = { sections: { coveragePlan } };
  const wrong = refuseFields(
    contentProblems(patch).map((p) => ({ ...p, path: p.path.replace(/^sections\.coveragePlan\.\d+\./, '') })),
  );
  if (wrong) return wrong;
  if (before && JSON.stringify(before) === JSON.stringify(row))
    return refuse('notReady', 'Nothing was changed, so there is nothing to save.');
  const after = mergePatch(context.content!, patch);
  return { country, name: context.countryName(country, 'en'), patch, ...textChange(facts, after) };
}

/** By what one offer is told from another: what is offered stays as it was decided. */
const offerText = ({ decisions }: RequestFacts): string => {
  const option = decisions.at(-1)!.option;
  return option ? `option:${option.id}@${option.version}` : `decision:${decisions.length}`;
};

function sign({ event, facts, as, context }: StepInput<'SIGN_TOGETHER'>): RecordedTogether['SIGN_TOGETHER'] | Refusal {
  const countries = countriesOf(as, unsigned(facts));
  const wrong = refuseFields(
    event.declaration === true ? [] : [{ path: 'declaration', message: 'Confirm the declaration before you sign' }],
  );
  if (wrong) return wrong;
  return {
    countries,
    names: named(countries, context),
    actingFor: as.actingFor ?? null,
    text: signsOffer(facts) ? offerText(facts) : fingerprintOf(context.content!, facts.documents),
  };
}

function takeBack({
  event,
  facts,
  as,
  context,
}: StepInput<'TAKE_BACK_SIGNATURE'>): RecordedTogether['TAKE_BACK_SIGNATURE'] | Refusal {
  const wrong = refuseFields(required(event.reason, 'reason', 'Say why you take your signature back'));
  if (wrong) return wrong;
  const signed = standingSignatures(facts).flatMap((s) => s.countries);
  const countries = countriesOf(as, signed);
  return { countries, names: named(countries, context), reason: event.reason };
}

function leave({
  event,
  facts,
  as,
  context,
}: StepInput<'WITHDRAW_COUNTRY'>): RecordedTogether['WITHDRAW_COUNTRY'] | Refusal {
  const { country, reason } = event;
  const wrong = refuseFields(
    required(
      reason,
      'reason',
      signsOffer(facts) ? 'Say why the country does not take part' : 'Say why the country leaves the request',
    ),
  );
  if (wrong) return wrong;
  if (!partnersOf(facts).includes(country) || !as.countries.includes(country)) return notYours(country);
  if (signsOffer(facts)) return leaveOffer(country, reason, facts, context);
  const countries = facts.summary.countries.filter((c) => c !== country);
  const plan = context.content!.sections?.coveragePlan;
  const patch = {
    countries,
    ...(plan ? { sections: { coveragePlan: plan.filter((p) => p.country !== country) } } : {}),
  };
  const content = mergePatch(context.content!, patch);
  const summary = { ...summarise(content, context), round: facts.summary.round };
  const lead = leadOf(facts);
  return {
    country,
    name: context.countryName(country, 'en'),
    reason,
    patch,
    summary,
    lead: lead.length === countries.length ? null : lead,
    ...textChange(facts, content),
  };
}

/** A country that the option was to cover does not take part: the text of the request stays as it is, and the lead is told. */
function leaveOffer(
  country: string,
  reason: string,
  facts: RequestFacts,
  context: DecideContext,
): RecordedTogether['WITHDRAW_COUNTRY'] | Refusal {
  if (facts.offerSigning!.left?.some((l) => l.country === country))
    return refuse('notReady', 'This country has left the option already. Sign it to come back.');
  const kept = { patch: {}, summary: facts.summary, lead: facts.offerSigning!.lead, offer: true as const };
  return { country, name: context.countryName(country, 'en'), reason, ...kept };
}

/** Steps of the offices of a request of several countries. */
export const TOGETHER_STEPS = {
  EDIT_PART: editPart,
  SIGN_TOGETHER: sign,
  TAKE_BACK_SIGNATURE: takeBack,
  WITHDRAW_COUNTRY: leave,
} satisfies { [T in TogetherEventType]: StepRule<T> };
