import type { CaseView, SignedIn } from '#casework';
import {
  heldBy,
  isRefusal,
  isRcSide,
  leadOf,
  mayTake,
  offeredOption,
  partnersOf,
  signingOf,
  signsOffer,
  ROLE_NAMES,
  SECTIONS,
  unsigned,
  type Refusal,
  type RequestContent,
  type RequestFacts,
  type Signature,
  type TogetherEventType,
} from '#domain';
import { offeredShown } from '../options/option-words.js';
import { caseFrame } from '../request/case-frame.js';
import { listed, plural, type Names } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import { signatureForms } from './signature-forms.js';
import { offerRows, offerWords } from './offer-signatures.presenter.js';
import { partDocuments } from './part-documents.presenter.js';
import { capitalised, signer } from './signing-words.js';
import type { TypedSignature } from './signatures.form.js';

export interface SignaturesInput {
  view: CaseView;
  me: SignedIn;
  content: RequestContent;
  typed: TypedSignature | null;
  refusal?: Refusal | undefined;
  /** What is wrong with documents that were sent, in words. */
  upload?: { problem: string; section: string } | undefined;
  /** How large a document may be, in words. */
  limit?: string;
  names: Names;
  today: string;
}

const RC_SIDE = ROLE_NAMES.filter(isRcSide);
const dollars = (amount: number | undefined): string =>
  amount === undefined ? '' : `US$ ${amount.toLocaleString('en')}`;

/** Each country with its part and its signature. */
function rowsOf({ view: { facts }, content, names }: SignaturesInput) {
  const plan = content.sections?.coveragePlan ?? [];
  const lead = leadOf(facts);
  return facts.summary.countries.map((country) => {
    const part = plan.find((p) => p.country === country);
    const signed = facts.together?.signatures.find((s) => !s.void && s.countries.includes(country));
    const submits = lead.includes(country);
    return {
      country: names.countryName(country),
      days: part ? String(part.daysPerYear) : '',
      share: dollars(part?.shareUSD),
      first: part?.first ?? '',
      signed: submits
        ? 'Leads, and signs by submitting'
        : signed
          ? `Signed by ${signer(signed)}, ${dateTime(signed.at)}`
          : { text: 'Not signed', tone: 'amber' },
    };
  });
}

/** A place of the content as people know it. */
function placeName(path: string): string {
  if (path === 'documents') return 'the documents';
  const section = SECTIONS.find((s) => s.questions.some((q) => q.path === path || q.path.startsWith(`${path}.`)));
  return section ? `section ${section.number}, ${section.title}` : 'the details';
}

/** Why a signature does not count any more, as a sentence. */
function voidWords({ void: gone }: Signature, names: Names): string {
  const { by, why, what, reason, at } = gone!;
  const who = `${by.name}, ${dateTime(at)}`;
  if (why === 'takenBack') return `Taken back by ${who}: ${reason ?? ''}`;
  if (why === 'countries') return `Void: ${listed(what.map((c) => names.countryName(c)))} left (${who}).`;
  return `Void: ${listed([...new Set(what.map(placeName))])} changed after it was signed (${who}).`;
}

function earlier({ view: { facts }, names }: SignaturesInput) {
  return [...(facts.together?.signatures ?? []), ...(facts.offerSigning?.signatures ?? [])]
    .filter((s) => s.void)
    .map((s) => ({
      title: `Signed for ${listed(s.countries.map((c) => names.countryName(c)))}`,
      by: signer(s),
      at: new Date(s.at),
      text: voidWords(s, names),
    }))
    .reverse();
}

function leadWords({ view: { facts }, names }: SignaturesInput): string {
  const of = (countries: string[]) => listed(countries.map((c) => names.countryName(c)));
  const waiting = unsigned(facts);
  const leads = `${of(leadOf(facts))} leads this request.`;
  if (partnersOf(facts).length === 0) return leads;
  return waiting.length
    ? `${leads} ${capitalised(plural(waiting.length, 'the signature of one country is', `${words(waiting.length)} signatures are`))} still to come: ${of(waiting)}.`
    : `${leads} Every other country has signed the text as it stands.`;
}

function totals({ content, view: { facts } }: SignaturesInput): string {
  const plan = (content.sections?.coveragePlan ?? []).filter((p) => facts.summary.countries.includes(p.country));
  const days = plan.reduce((sum, p) => sum + (p.daysPerYear || 0), 0);
  const share = plan.reduce((sum, p) => sum + (p.shareUSD ?? 0), 0);
  const missing = facts.summary.countries.length - plan.length;
  return [
    `${days} days a year in all${share ? `, and ${dollars(share)} of a year’s cost` : ''}.`,
    missing ? `${words(missing, true)} ${plural(missing, 'country has', 'countries have')} no part yet.` : '',
  ].join(' ');
}

/** How far an offer of one adviser for several countries is. */
function answerWords({ offerAnswer }: RequestFacts): string {
  if (!offerAnswer) return 'The Resident Coordinator has not answered the offer yet.';
  return `${offerAnswer.accepted ? 'Accepted' : 'Refused'} on ${date(offerAnswer.at)}.`;
}

function leadOfPage(input: SignaturesInput): string {
  const { facts } = input.view;
  if (signsOffer(facts)) return offerWords(facts, input.names);
  if (facts.together && !facts.offerSigning) return leadWords(input);
  return 'One adviser for several countries is offered in place of what was asked for.';
}

/** The countries of a request of several offices, and who has signed which text. */
export function signaturesPage(input: SignaturesInput) {
  const { view, me, names, refusal, typed } = input;
  const { facts } = view;
  const frame = caseFrame(view, 'signatures', names);
  const may = (type: TogetherEventType) => !isRefusal(mayTake(facts, me, type));
  const own = heldBy(me, RC_SIDE, signingOf(facts)?.countries ?? facts.summary.countries);
  const offered = offeredOption(facts);
  const errors = (refusal?.fields ?? []).map((f) => ({
    text: f.message,
    href: `#${f.path}-${typed?.step === 'EDIT_PART' ? typed.country : typed?.step}`,
  }));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today: input.today,
    lead: leadOfPage(input),
    offer: offerRows(facts, names),
    awaited: unsigned(facts).length > 0,
    answer:
      isRefusal(mayTake(facts, me, 'ACCEPT_OFFER')) && isRefusal(mayTake(facts, me, 'REFUSE_OFFER'))
        ? null
        : paths.offer(facts.ref),
    documents: partDocuments(input, own),
    offered: offered && { ...offeredShown(offered, names), answer: answerWords(facts) },
    several: facts.together ? { rows: rowsOf(input), totals: totals(input) } : null,
    earlier: earlier(input),
    left: (facts.together?.left ?? []).map((l) => `${names.countryName(l.country)} left the request: ${l.reason}`),
    full: paths.full(facts.ref),
    submit:
      isRefusal(mayTake(facts, me, 'SUBMIT')) && isRefusal(mayTake(facts, me, 'RESUBMIT'))
        ? null
        : paths.check(facts.ref),
    forms: signatureForms({ ...input, own, may, hidden: stepFields(view.revision) }),
    ...(input.upload ? { errors: [{ text: input.upload.problem, href: '#documents' }] } : {}),
    ...(refusal ? { errors: errors.length ? errors : [{ text: refusal.message }] } : {}),
  };
}
