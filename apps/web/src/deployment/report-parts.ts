import type { PostRead, SignedIn } from '#casework';
import {
  readerOf,
  refuse,
  reportFor,
  type Incumbency,
  type PlanItem,
  type Progress,
  type Report,
  type ReportReader,
} from '#domain';
import { Refused } from '../shell/refusals.js';
import { READERS } from './adviser-words.js';

/** A report as one reader reads it, with the lines of the plan that it is about. */
export interface ReportRead {
  term: Incumbency;
  report: Report;
  output: ReportReader;
  /** For whom this person may read it. */
  outputs: ReportReader[];
  results: { item: PlanItem | null; progress: Progress; text: string }[];
}

const ALL: ReportReader[] = ['ohchr', 'rc', 'fund'];
const noSuchReport = () =>
  new Refused(refuse('notFound', 'There is no such report, or it is not one that you can open.'));
const isReader = (asked: unknown): asked is ReportReader => ALL.includes(asked as ReportReader);

/** The report of a post under a number, as it is for one reader: OHCHR and who wrote it see what each of the three does. */
export function openReport(view: PostRead, me: SignedIn, id: string, asked?: unknown): ReportRead {
  const term = view.facts.incumbencies.find((t) => t.reports.some((r) => r.id === id));
  const report = term?.reports.find((r) => r.id === id);
  if (!term || !report) throw noSuchReport();
  const reader = readerOf(me, view.whole);
  const outputs = reader === 'ohchr' || report.by.id === me.id ? ALL : [reader];
  if (asked !== undefined && !isReader(asked)) {
    const message = `Choose one of: ${ALL.map((one) => `${one} (${READERS[one].name})`).join(', ')}`;
    throw new Refused(refuse('invalid', `${message}.`, [{ path: 'for', message }]));
  }
  const output = asked ?? outputs[0]!;
  if (!outputs.includes(output)) throw noSuchReport();
  const read = reportFor(report, output);
  return {
    term,
    report: read,
    output,
    outputs,
    results: read.results.map(({ planItem, progress, text }) => ({
      item: term.workPlan.items.find((item) => item.id === planItem) ?? null,
      progress,
      text,
    })),
  };
}

interface ReportPart {
  id: 'summary' | 'challenges' | 'support' | 'confidential';
  title: string;
  text: string;
  confidential?: true;
}
/** The parts of a report in words, in the order in which they are read; what is empty or not for this reader is not there. */
export const partsOf = ({ report }: ReportRead): ReportPart[] =>
  (
    [
      { id: 'summary', title: 'Summary', text: report.summary },
      { id: 'challenges', title: 'Challenges', text: report.challenges },
      { id: 'support', title: 'Support that is needed', text: report.support },
      { id: 'confidential', title: 'For OHCHR alone', text: report.confidential, confidential: true as const },
    ] as ReportPart[]
  ).filter((part) => part.text !== '');
