import type { PostRead } from '#casework';
import {
  coveredOn,
  CRITERIA,
  CRITERION_NAMES,
  dollarsIn,
  centsIn,
  countingEntries,
  EXIT_ITEMS,
  FUNDING_SOURCES,
  MODALITIES,
  PROGRESS,
  REPORTING_PARTS,
  REVIEW_RATINGS,
  SIDES,
  threadOf,
  type Day,
  type DeploymentFacts,
  type Incumbency,
  type PlanItem,
  type Report,
} from '#domain';
import { listed, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { periodWords, reportTitle } from './adviser-words.js';
import { packHref, termsWithPack } from './exit.presenter.js';
import type { PostFrame } from './post-frame.js';

/** A part of the pack: texts, points and tables under one heading; the page and the Word document are made from the same. */
export interface PackPart {
  id: string;
  heading: string;
  blocks: PackBlock[];
}
export type PackBlock =
  | { kind: 'text'; title?: string; note?: string; text: string }
  | { kind: 'points'; points: string[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] };
export interface HandoverPack {
  ref: string;
  title: string;
  adviser: string;
  about: [label: string, value: string][];
  parts: PackPart[];
  /** The term that it is of. */
  term: string;
}

const LAST_REPORTS = 3;
const lastOn = (term: Incumbency, item: PlanItem) => {
  const report = term.reports.findLast((r) => r.results.some((x) => x.planItem === item.id));
  const result = report?.results.find((x) => x.planItem === item.id);
  return result ? { ...result, period: report!.period } : null;
};
/** Of the reports that are still to come, the nearest; the others follow from the dates of the term. */
const NEXT_REPORTS = 3;
/** A part that is one text, such as that there is nothing. */
const empty = (text: string): PackBlock[] => [{ kind: 'text', text }];

function planPart(term: Incumbency): PackBlock[] {
  const { items } = term.workPlan;
  if (items.length === 0) return empty('No work plan was written.');
  return [
    {
      kind: 'table',
      caption: 'The work plan with what was last reported',
      head: ['What', 'Why', 'Standing', 'Last reported'],
      rows: items.map((item) => {
        const last = lastOn(term, item);
        return [
          item.dueOn ? `${item.text} (by ${date(item.dueOn)})` : item.text,
          [item.criterion ? CRITERION_NAMES[item.criterion] : '', item.outcome].filter(Boolean).join('; '),
          PROGRESS[last?.progress ?? 'notStarted'],
          last?.text ? `${last.text} (${periodWords(last.period)})` : '',
        ];
      }),
    },
  ];
}

/** What stays to be done: lines of the plan, conditions that nothing has answered yet, reports that are due. */
function openPart(term: Incumbency, { origin }: DeploymentFacts): PackBlock[] {
  const open = term.workPlan.items.filter((i) => !['done', 'dropped'].includes(lastOn(term, i)?.progress ?? ''));
  const answered = (condition: string) =>
    term.workPlan.items.some((i) => i.condition === condition && lastOn(term, i)?.progress === 'done');
  const points = [
    ...open.map((i) => `Work plan: ${i.text}${i.indicator ? ` (measured by: ${i.indicator})` : ''}`),
    ...origin.conditions.filter((c) => !answered(c)).map((c) => `Condition of the approval: ${c}`),
    ...term.obligations
      .filter((o) => o.reportId === null)
      .slice(0, NEXT_REPORTS)
      .map((o) => `${reportTitle(o)}: due on ${date(o.dueOn)}`),
  ];
  return points.length ? [{ kind: 'points', points }] : empty('Nothing is open.');
}

const textsOf = (report: Report): PackBlock[] =>
  [
    { title: reportTitle(report), text: report.summary },
    { title: 'Challenges', text: report.challenges },
    { title: 'Support that is wanted', text: report.support },
  ]
    .filter(({ text }) => text !== '')
    .map((block) => ({ kind: 'text' as const, ...block }));

function findingsPart(term: Incumbency): PackBlock[] {
  const found = CRITERIA.flatMap((criterion) => {
    const finding = term.exit?.findings.find((f) => f.criterion === criterion);
    return finding ? [{ kind: 'text' as const, title: CRITERION_NAMES[criterion], text: finding.text }] : [];
  });
  const reviewed = (term.review?.findings ?? []).map((f) => ({
    kind: 'text' as const,
    title: `Mid-term review, ${SIDES[f.side]}: ${REVIEW_RATINGS[f.rating].toLowerCase()}`,
    text: f.text,
  }));
  const blocks = [...found, ...reviewed];
  return blocks.length ? blocks : empty('No findings were written.');
}

function contactsPart({ post }: DeploymentFacts, today: Day): PackBlock[] {
  const now = post.reporting.filter((r) => r.from <= today && (r.until === null || r.until >= today));
  if (now.length === 0) return empty('Nobody is named yet.');
  const rows = now.map((r) => [REPORTING_PARTS[r.part], r.name, r.title, date(r.from)]);
  return [{ kind: 'table', caption: 'Who supervises', head: ['Part', 'Name', 'Title', 'Since'], rows }];
}

function listsPart(term: Incumbency): PackBlock[] {
  const done = new Set(term.exit?.done);
  const points = Object.entries(EXIT_ITEMS).map(
    ([item, { label }]) => `${label}: ${done.has(item as keyof typeof EXIT_ITEMS) ? 'done' : 'not done'}`,
  );
  return [{ kind: 'points', points }];
}

function aboutOf(facts: DeploymentFacts, term: Incumbency, names: Names, today: Day): HandoverPack['about'] {
  const { post, funding } = facts;
  const about: [string, string][] = [
    ['Post', `${post.title} (${facts.ref})`],
    ['Form of support', MODALITIES[post.modality]],
    ['Duty station', post.dutyStation],
    ['Countries covered', listed(coveredOn(post, today).map((c) => names.countryName(c)))],
    ['Term', `${date(term.from)} to ${date(term.until ?? term.endsOn ?? today)}`],
    ['Approved by request', facts.origin.kind === 'history' ? '' : facts.origin.reference],
    [
      'Paid by',
      countingEntries(funding)
        .map((f) => `${FUNDING_SOURCES[f.source]}, ${f.name}: ${dollarsIn(centsIn(f.amount))} to ${date(f.until)}`)
        .join('; '),
    ],
  ];
  return about.filter(([, value]) => value !== '');
}

/** What was built on: each criterion with what came of it. */
function threadPart(facts: DeploymentFacts): PackBlock[] {
  const rows = threadOf(facts)
    .flatMap((row) => [...row.conditions.flatMap((c) => c.items), ...row.items].map((item) => ({ row, item })))
    .filter(({ item }) => item.result)
    .map(({ row, item }) => [row.name, item.text, PROGRESS[item.result!.progress]]);
  return rows.length
    ? [{ kind: 'table', caption: 'From criterion to result', head: ['Criterion', 'Work', 'Result'], rows }]
    : [];
}

/** Everything that whoever comes next needs, put together from the record of the latest term with a handover, or of the one that is named; null where no handover has begun. What is for OHCHR alone is in no pack. */
export function handoverPack({ facts }: PostRead, names: Names, today: Day, of = ''): HandoverPack | null {
  const terms = termsWithPack(facts);
  const term = of ? terms.find((t) => t.id === of) : terms[0];
  if (!term) return null;
  const thread = threadPart(facts);
  const part = (id: string, heading: string, blocks: PackBlock[]): PackPart => ({ id, heading, blocks });
  const note = term.exit.handover?.note;
  const reports = [...term.reports].reverse().slice(0, LAST_REPORTS).flatMap(textsOf);
  return {
    ref: facts.ref,
    term: term.id,
    title: 'Handover pack',
    adviser: term.person.name,
    about: aboutOf(facts, term, names, today),
    parts: [
      part(
        'know',
        'What the next adviser has to know first',
        note ? [{ kind: 'text', text: note }] : empty('It is written when the post is handed over.'),
      ),
      part('open', 'Open commitments', openPart(term, facts)),
      part('plan', 'Work plan', planPart(term)),
      part('reports', 'Last reports', reports.length ? reports : empty('No report was filed.')),
      part('findings', 'Findings', findingsPart(term)),
      ...(thread.length ? [part('thread', 'Criteria and results', thread)] : []),
      part('contacts', 'Contacts', contactsPart(facts, today)),
      part('lists', 'Checklists', listsPart(term)),
    ],
  };
}

/** The packs of the other terms of the post, the latest first. */
const otherPacks = (facts: DeploymentFacts, { term }: HandoverPack) =>
  termsWithPack(facts)
    .filter((t) => t.id !== term)
    .map((t) => ({
      text: `${t.person.name}, ${date(t.from, 'short')} to ${date(t.until ?? t.endsOn ?? t.from, 'short')}`,
      href: packHref(facts.ref, t.id),
    }));

/** The pack as a page of its own, for reading and for paper. */
export const handoverPage = (pack: HandoverPack, { facts }: PostRead, frame: PostFrame, today: Day) => ({
  title: `${pack.title}: ${frame.place}, ${pack.ref}`,
  breadcrumbs: [
    frame.breadcrumbs[0]!,
    { text: frame.place, href: paths.deployment(pack.ref) },
    { text: 'Handover', href: paths.deploymentPage(pack.ref, 'exit') },
    { text: pack.title },
  ],
  pack,
  place: frame.place,
  print: frame.print,
  today,
  word: packHref(pack.ref, pack.term, '.docx'),
  others: otherPacks(facts, pack),
  about: pack.about.map(([label, value]) => ({ key: { text: label }, value: { text: value } })),
});
