import type { PostRead } from '#casework';
import {
  coveredOn,
  CRITERIA,
  dollarsIn,
  centsIn,
  countingEntries,
  EXIT_ITEMS,
  threadOf,
  type Day,
  type DeploymentFacts,
  type ExitItem,
  type Incumbency,
  type Language,
  type PlanItem,
  type Report,
  type ThreadRow,
} from '#domain';
import type { Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { packHref, termsWithPack } from './exit.presenter.js';
import { handoverWordsIn, type HandoverWords } from './handover-words.js';
import type { PostFrame } from './post-frame.js';
import { dayInWords, periodIn, reportTitleIn, reportWordsIn, type ReportWords } from './report-words.js';

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
  language: Language;
}

/** The words of a language: those of the pack, and those that reports have too. */
interface Words {
  language: Language;
  pack: HandoverWords;
  reports: ReportWords;
  day: (day: Day) => string;
}
function wordsIn(language: Language): Words {
  const reports = reportWordsIn(language);
  return { language, pack: handoverWordsIn(language), reports, day: (day) => dayInWords(reports, day) };
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

function planPart(term: Incumbency, { pack, reports, day }: Words): PackBlock[] {
  const { items } = term.workPlan;
  if (items.length === 0) return empty(pack.empty.plan);
  return [
    {
      kind: 'table',
      caption: pack.plan.caption,
      head: [...pack.plan.head],
      rows: items.map((item) => {
        const last = lastOn(term, item);
        return [
          item.dueOn ? pack.plan.by(item.text, day(item.dueOn)) : item.text,
          [item.criterion ? reports.criteria[item.criterion] : '', item.outcome].filter(Boolean).join(pack.semicolon),
          reports.progress[last?.progress ?? 'notStarted'],
          last?.text ? `${last.text} (${periodIn(reports, last.period)})` : '',
        ];
      }),
    },
  ];
}

/** What stays to be done: lines of the plan, conditions that nothing has answered yet, reports that are due. */
function openPart(term: Incumbency, { origin }: DeploymentFacts, { pack, reports, day }: Words): PackBlock[] {
  const open = term.workPlan.items.filter((i) => !['done', 'dropped'].includes(lastOn(term, i)?.progress ?? ''));
  const answered = (condition: string) =>
    term.workPlan.items.some((i) => i.condition === condition && lastOn(term, i)?.progress === 'done');
  const points = [
    ...open.map((i) => pack.open.line(i.indicator ? `${i.text} (${pack.open.measured(i.indicator)})` : i.text)),
    ...origin.conditions.filter((c) => !answered(c)).map((c) => pack.open.condition(c)),
    ...term.obligations
      .filter((o) => o.reportId === null)
      .slice(0, NEXT_REPORTS)
      .map((o) => pack.open.due(reportTitleIn(reports, o), day(o.dueOn))),
  ];
  return points.length ? [{ kind: 'points', points }] : empty(pack.empty.open);
}

const textsOf = (report: Report, { reports }: Words): PackBlock[] =>
  [
    { title: reportTitleIn(reports, report), text: report.summary },
    { title: reports.parts.challenges, text: report.challenges },
    { title: reports.parts.support, text: report.support },
  ]
    .filter(({ text }) => text !== '')
    .map((block) => ({ kind: 'text' as const, ...block }));

function findingsPart(term: Incumbency, { pack, reports }: Words): PackBlock[] {
  const found = CRITERIA.flatMap((criterion) => {
    const finding = term.exit?.findings.find((f) => f.criterion === criterion);
    return finding ? [{ kind: 'text' as const, title: reports.criteria[criterion], text: finding.text }] : [];
  });
  const reviewed = (term.review?.findings ?? []).map((f) => ({
    kind: 'text' as const,
    title: pack.review(pack.sides[f.side], pack.ratings[f.rating]),
    text: f.text,
  }));
  const blocks = [...found, ...reviewed];
  return blocks.length ? blocks : empty(pack.empty.findings);
}

function contactsPart({ post }: DeploymentFacts, today: Day, { pack, day }: Words): PackBlock[] {
  const now = post.reporting.filter((r) => r.from <= today && (r.until === null || r.until >= today));
  if (now.length === 0) return empty(pack.empty.contacts);
  const rows = now.map((r) => [pack.reporting[r.part], r.name, r.title, day(r.from)]);
  return [{ kind: 'table', caption: pack.contacts.caption, head: [...pack.contacts.head], rows }];
}

function listsPart(term: Incumbency, { pack }: Words): PackBlock[] {
  const done = new Set(term.exit?.done);
  const points = (Object.keys(EXIT_ITEMS) as ExitItem[]).map((item) => pack.listed(pack.items[item], done.has(item)));
  return [{ kind: 'points', points }];
}

function aboutOf(facts: DeploymentFacts, term: Incumbency, names: Names, today: Day, words: Words) {
  const { post, funding } = facts;
  const { pack, reports, day, language } = words;
  const { about: label } = pack;
  const list = new Intl.ListFormat(reports.locale);
  const about: HandoverPack['about'] = [
    [label.post, `${post.title} (${facts.ref})`],
    [label.form, pack.modalities[post.modality]],
    [label.station, post.dutyStation],
    [label.countries, list.format(coveredOn(post, today).map((c) => names.countryName(c, language)))],
    [label.term, pack.term(day(term.from), day(term.until ?? term.endsOn ?? today))],
    [label.request, facts.origin.kind === 'history' ? '' : facts.origin.reference],
    [
      label.paidBy,
      countingEntries(funding)
        .map((f) => pack.paid(pack.sources[f.source], f.name, dollarsIn(centsIn(f.amount)), day(f.until)))
        .join(pack.semicolon),
    ],
  ];
  return about.filter(([, value]) => value !== '');
}

/** What was built on: each criterion with what came of it. */
function threadPart(facts: DeploymentFacts, { pack, reports, language }: Words): PackBlock[] {
  // The name that the criterion had when it was scored is kept in English alone.
  const nameOf = ({ criterion, name }: ThreadRow) =>
    language === 'en' ? name : criterion ? reports.criteria[criterion] : reports.noCriterion;
  const rows = threadOf(facts)
    .flatMap((row) => [...row.conditions.flatMap((c) => c.items), ...row.items].map((item) => ({ row, item })))
    .filter(({ item }) => item.result)
    .map(({ row, item }) => [nameOf(row), item.text, reports.progress[item.result!.progress]]);
  return rows.length ? [{ kind: 'table', caption: pack.thread.caption, head: [...pack.thread.head], rows }] : [];
}

/** Everything that whoever comes next needs, put together from the record of the latest term with a handover, or of the one that is named; null where no handover has begun. What is for OHCHR alone is in no pack. */
export function handoverPack(
  { facts }: PostRead,
  names: Names,
  today: Day,
  of = '',
  language: Language = 'en',
): HandoverPack | null {
  const terms = termsWithPack(facts);
  const term = of ? terms.find((t) => t.id === of) : terms[0];
  if (!term) return null;
  const words = wordsIn(language);
  const { title, parts, empty: none } = words.pack;
  const thread = threadPart(facts, words);
  const part = (id: keyof typeof parts, blocks: PackBlock[]): PackPart => ({ id, heading: parts[id], blocks });
  const note = term.exit.handover?.note;
  const reports = [...term.reports]
    .reverse()
    .slice(0, LAST_REPORTS)
    .flatMap((report) => textsOf(report, words));
  return {
    ref: facts.ref,
    term: term.id,
    language,
    title,
    adviser: term.person.name,
    about: aboutOf(facts, term, names, today, words),
    parts: [
      part('know', empty(note || none.know)),
      part('open', openPart(term, facts, words)),
      part('plan', planPart(term, words)),
      part('reports', reports.length ? reports : empty(none.reports)),
      part('findings', findingsPart(term, words)),
      ...(thread.length ? [part('thread', thread)] : []),
      part('contacts', contactsPart(facts, today, words)),
      part('lists', listsPart(term, words)),
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
