import type { PostRead, SignedIn } from '#casework';
import { presentTerm, PROGRESS, REPORT_KINDS, type Obligation } from '#domain';
import type { Names } from '../request/case-words.js';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';
import { criterionWords, periodWords, READERS, reportTitle } from './adviser-words.js';
import { postFrame } from './post-frame.js';
import { lineFields, whichFields, wordFields, type TypedReport } from './report.form.js';
import { lastReported } from './work-plan.presenter.js';

export interface ReportTyped {
  due: Obligation | null;
  typed: TypedReport;
  errors: PageError[];
}

/** The form of a report: what it begins with, what was typed, and who reads what before anything is written. */
export function reportForm(view: PostRead, me: SignedIn, names: Names, { due, typed, errors }: ReportTyped) {
  const { ref } = view.facts;
  const term = presentTerm(view.facts)!;
  const frame = postFrame(view, me, 'reports', names);
  const heading = due ? reportTitle(due) : 'File a report';
  const reports = paths.deploymentPage(ref, 'reports');
  const drawing = { typed, errors };
  return {
    title: `${heading}: ${frame.place}, ${ref}`,
    breadcrumbs: [...frame.breadcrumbs.slice(0, 2), { text: 'Reports', href: reports }, { text: heading }],
    eyebrow: `${ref}, ${frame.place}`,
    heading,
    lead: `${due ? `Due on ${date(due.dueOn)}. ` : ''}It begins with what you reported last: change what has changed. A filed report stays as it is.`,
    readers: (['rc', 'ohchr', 'fund'] as const).map((one) => READERS[one]),
    which: due ? [] : whichFields(drawing, REPORT_KINDS),
    words: wordFields(drawing),
    lines: lineFields(drawing, term).map(({ item, ...fields }) => {
      const last = lastReported(term, item);
      return {
        ...fields,
        text: item.text,
        criterion: criterionWords(item.criterion),
        last: last
          ? `Last, ${periodWords(last.period)}: ${PROGRESS[last.progress].toLowerCase()}`
          : 'Not reported on yet',
      };
    }),
    // The form itself says which report it is: what is kept of it when a session ends is kept without the address.
    hidden: [...stepFields(view.revision), ...(due ? [{ kind: 'hidden', name: 'of', value: due.id }] : [])],
    action: `${reports}/new`,
    back: reports,
    ...(errors.length ? { errors } : {}),
  };
}
