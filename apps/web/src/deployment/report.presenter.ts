import type { PostRead, SignedIn } from '#casework';
import { PROGRESS } from '#domain';
import { inSentence, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { criterionWords, progressStatus, READERS, reportTitle } from './adviser-words.js';
import { postFrame } from './post-frame.js';
import { partsOf, type ReportRead } from './report-parts.js';

/** The three outputs of the one text, for who may see what each reader is shown. */
function outputLinks({ output, outputs }: ReportRead, here: string) {
  if (outputs.length === 1) return { readers: [], reads: '' };
  return {
    readers: outputs.map((one) => ({
      text: `For ${inSentence(READERS[one].name)}`,
      href: `${here}?for=${one}`,
      active: one === output,
    })),
    reads: `${READERS[output].name} reads ${inSentence(READERS[output].reads)}.`,
  };
}

const COLUMNS = [
  { key: 'what', text: 'Line of the work plan' },
  { key: 'progress', text: 'Progress' },
  { key: 'text', text: 'What came of it' },
];
/** A line that was taken out of the plan later is not named any more. */
const GONE = 'A line that is no longer in the work plan';

/** The page of a report, as one reader reads it. */
export function reportPage(view: PostRead, me: SignedIn, names: Names, read: ReportRead) {
  const { ref } = view.facts;
  const { report, output, results } = read;
  const frame = postFrame(view, me, 'reports', names);
  const title = reportTitle(report);
  const here = paths.report(ref, report.id);
  return {
    title: `${title}: ${frame.place}, ${ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, 2),
      { text: 'Reports', href: paths.deploymentPage(ref, 'reports') },
      { text: title },
    ],
    frame: {
      ...frame,
      print: { ...frame.print, what: `${title}. ${frame.print.what}`, confidential: output === 'ohchr' },
    },
    heading: title,
    eyebrow: `${ref}, ${frame.place}`,
    lead: `Filed by ${report.by.name} on ${date(report.at)}.`,
    ...outputLinks(read, here),
    parts: partsOf(read),
    results: {
      caption: 'Results by line of the work plan',
      columns: COLUMNS,
      rows: results.map(({ item, progress, text }) => ({
        what: item ? { text: item.text, note: criterionWords(item.criterion) } : GONE,
        progress: progressStatus(progress),
        text,
      })),
    },
    word: `${paths.reportDocx(ref, report.id)}?for=${output}`,
  };
}

/** A report for programs. */
export const reportBody = ({ report, output, results }: ReportRead) => ({
  id: report.id,
  for: output,
  kind: report.kind,
  period: report.period,
  by: report.by.name,
  at: report.at,
  summary: report.summary,
  results: results.map(({ item, progress, text }) => ({
    planItem: item?.id ?? null,
    line: item?.text ?? null,
    criterion: item?.criterion ?? null,
    progress,
    progressText: PROGRESS[progress],
    text,
  })),
  challenges: report.challenges,
  support: report.support,
  confidential: report.confidential,
});
