import type { CaseView, EndorserStanding } from '#casework';
import {
  agenciesSaid,
  ENDORSED_TEXT_RULE,
  endorsementTable,
  endorsersOf,
  isRefusal,
  isRcSide,
  listedEndorsers,
  mayTake,
  suggestedCosts,
  takesEndorsements,
  voidedEndorsers,
  type Actor,
  type Endorser,
  type Refusal,
  type RequestContent,
} from '#domain';
import { contributionLine } from '../request/contribution-words.js';
import { cents, dollars, listed, placeOf, plural, statusFor, type Names } from '../request/case-words.js';
import { readTable } from '../request/reading-tables.js';
import type { Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { standingSentence } from './endorsed-notice.js';
import { endorserSentence, endorserTag } from './endorsement-words.js';
import {
  ENDORSEMENT_FORMS,
  endorsementErrors,
  endorsementForms,
  rowsIn,
  type EndorsementForm,
} from './endorsements.form.js';

export interface EndorsementsInput {
  view: CaseView;
  content: RequestContent;
  me: Actor;
  names: Names & { agencies: readonly string[] };
  standings: ReadonlyMap<string, EndorserStanding>;
  sent: EndorsementForm | null;
  typed: Form;
  refusal?: Refusal | undefined;
}

/** Whether somebody reads who was asked and how far they are: who works on the draft. */
export const readsEndorsers = (view: CaseView, me: Actor): boolean =>
  view.readsDraft && me.assignments.some((a) => isRcSide(a.role) || a.role === 'auditor');

/** What was said before, the last first. */
function earlierOf(e: Endorser) {
  const asked = (e.again ?? []).flatMap((a) => (a.answer ? [a.answer] : []));
  return [...asked, ...(e.changed ?? [])]
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map((a) => ({
      title: `${a.position === 'endorses' ? 'Endorsed' : 'Declined'} on ${date(a.at)}`,
      text: [a.word, contributionLine(a.contribution)].filter(Boolean).join('\n'),
    }));
}

function lineOf(e: Endorser, { view, standings }: EndorsementsInput) {
  const s = standings.get(e.key)!;
  const { answer } = e;
  const by = answer?.answeredBy;
  return {
    who: `${e.agency}: ${e.name}, ${e.title}`,
    tag: endorserTag(s),
    sentence: endorserSentence(e, s, view.facts, takesEndorsements(view.facts)),
    word: answer?.word ?? '',
    contribution: answer && answer.contribution.kind !== 'none' ? contributionLine(answer.contribution) : '',
    by: by ? `Answered by ${by.name}, ${by.position}.` : '',
    address: `Address: ${e.email}. Asked by ${e.askedBy.name} on ${date(e.askedAt)}.`,
    earlier: earlierOf(e),
  };
}

/** How many stand behind it, in a sentence. */
export function endorsementsLead({ view }: Pick<EndorsementsInput, 'view'>): string {
  const { facts } = view;
  const all = listedEndorsers(facts);
  if (all.length === 0) return 'Nobody was asked yet. Heads of agency answer by a link, without an account.';
  const gone = voidedEndorsers(facts);
  return gone.length ? `${standingSentence(facts)} ${voidSentence(gone)}` : standingSentence(facts);
}

/** Whose endorsement a change made void. */
export const voidSentence = (gone: Endorser[]): string =>
  `A change of the text made the ${plural(gone.length, 'endorsement', 'endorsements')} of ${listed(gone.map((e) => e.agency))} void.`;

const year = (n: number): string => String(n);
/** What agencies confirmed and the cost table does not say. */
export const suggestionLines = (input: Pick<EndorsementsInput, 'view' | 'content'>): string[] =>
  suggestedCosts(input.view.facts, input.content).map(
    (s) =>
      `${s.paidBy}, ${s.kind === 'cash' ? 'in cash' : 'in kind'}, ${dollars(cents(s.amountUSD))}, ${year(s.year)}: ${s.label}`,
  );

function ofOffice(input: EndorsementsInput, errors: { text: string; href?: string }[]) {
  const { view, me, names, sent, typed } = input;
  const { facts } = view;
  const may = (which: EndorsementForm) => sent === which || !isRefusal(mayTake(facts, me, ENDORSEMENT_FORMS[which]));
  const gone = voidedEndorsers(facts);
  const ended = listedEndorsers(facts).filter((e) => input.standings.get(e.key)?.state === 'expired');
  const chosen = [...gone, ...ended].map((e) => e.key);
  return {
    endorsers: [...endorsersOf(facts)].sort((a, b) => a.agency.localeCompare(b.agency)).map((e) => lineOf(e, input)),
    rule: ENDORSED_TEXT_RULE,
    void:
      gone.length && may('again')
        ? {
            text: `${gone.length === 1 ? gone[0]!.agency : 'Each'} gets a new mail, and sees what changed since the text that was endorsed.`,
            keys: gone.map((e) => e.key),
            button: `Ask ${gone.length === 1 ? gone[0]!.agency : `all ${words(gone.length)}`} again`,
          }
        : null,
    suggestions: isRefusal(mayTake(facts, me, 'EDIT')) ? [] : suggestionLines(input),
    forms: endorsementForms({ facts, agencies: names.agencies, typed, sent, errors, chosen }, may),
    rows: rowsIn(typed),
  };
}

/** The page of those who endorse: for the office how far each is and what it can do, for all others the table as it was submitted. */
export function endorsementsContext(input: EndorsementsInput) {
  const { view, content, me, names, sent, refusal, typed } = input;
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const errors = refusal ? (sent ? endorsementErrors(sent, refusal, typed) : [{ text: refusal.message }]) : [];
  const office = readsEndorsers(view, me);
  const table = endorsementTable(content, agenciesSaid(facts, view.readsDraft));
  return {
    title: `Endorsements: ${place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Endorsements' },
    ],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    place,
    tag: statusFor(facts, tiers),
    lead: office ? endorsementsLead(input) : 'Who stands behind the request, as it was submitted.',
    table: table.length ? readTable('endorsements', table, 'en', names) : null,
    action: paths.endorsements(facts.ref),
    ...(office ? ofOffice(input, errors) : {}),
  };
}
