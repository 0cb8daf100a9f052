import { Injectable } from '@nestjs/common';
import { Cases, Frameworks, type CaseView, type FrameworkVersion, type SignedIn } from '#casework';
import { availableActions, notFound, refuse, type Reviewer } from '#domain';
import { inspectUpload } from '#platform';
import type { Upload } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { formOf, scoreWorkbook } from './score-file.js';
import { SHEETS, type FormOf } from './score-file.fields.js';
import { readScoreForm, type ReadForm } from './score-file.read.js';
import { ScorePage } from './score-page.js';

/** A filled form is a few pages of text; a workbook that is much larger is something else. */
const LARGEST = 1024 * 1024;
const NOT_A_FORM = 'This workbook is not a score form. Download the form of this request, fill it in, and choose that.';

/** A reviewer’s place in a case whose scores are still to be given. */
export interface OpenScores {
  view: CaseView;
  own: Reviewer;
  framework: FrameworkVersion;
  form: FormOf;
}

/** The score form as a workbook: given out, and understood when it comes back. Nothing is kept here. */
@Injectable()
export class ScoreFiles {
  constructor(
    private readonly page: ScorePage,
    private readonly cases: Cases,
    private readonly frameworks: Frameworks,
  ) {}

  /** The place of a reviewer who is scoring; everybody else is told why there is no form for them. */
  async open(ref: string, me: SignedIn): Promise<OpenScores> {
    const { state } = await this.page.own(ref, me);
    if (state === 'appointed')
      throw new Refused(refuse('notReady', 'Declare first whether you have a conflict of interest.'));
    const view = await this.cases.find(ref, me);
    const framework = view?.facts.framework && (await this.frameworks.find(view.facts.framework.id));
    const own = view?.facts.reviewers.find((r) => r.person.id === me.id);
    if (!view || !framework || !own) throw new Refused(notFound());
    const action = availableActions(view.facts, me).find((a) => a.type === 'SAVE_SCORES');
    if (action && !action.allowed) throw new Refused(refuse(action.code, action.reason));
    return { view, own, framework, form: formOf(view.facts, framework, me) };
  }

  /** The form with what the reviewer has saved in it. */
  async workbook({ form, framework, own }: OpenScores): Promise<{ name: string; bytes: Buffer }> {
    const bytes = await scoreWorkbook(form, framework, own.draft);
    return { name: `scores-${form.ref}-version-${form.requestVersion}.xlsx`, bytes };
  }

  /** What a filled form says, or a sentence that says why it is not taken. */
  async read({ form, framework }: OpenScores, upload: Upload | undefined): Promise<ReadForm | string> {
    if (!upload) return 'Choose the score form that you filled in.';
    const { inspected, file, name } = upload;
    if (!inspected.ok) return inspected.reason;
    if (inspected.extension !== 'xlsx')
      return `“${name}” is no workbook. Choose the XLSX file that you downloaded here.`;
    if (inspected.size > LARGEST) return `“${name}” is larger than a score form can be, which is 1 MB.`;
    // A small workbook may unpack to far more than a form does: read into memory it is, so it is looked at more strictly.
    const limits = { maxBytes: LARGEST, maxUnpackedBytes: 16 * LARGEST, maxEntries: 200 };
    const again = await inspectUpload(file.path, name, limits);
    if (!again.ok) return again.reason;
    const rows = await rowsOf(file.path);
    return rows ? readScoreForm(rows, form, framework.criteria) : NOT_A_FORM;
  }
}

/** The rows of the sheet of scores; null where there is none. */
async function rowsOf(path: string): Promise<unknown[][] | null> {
  const { readSheet } = await import('read-excel-file/node');
  try {
    return await readSheet(path, SHEETS.scores);
  } catch {
    // Whatever the reader objects to, the person can do only one thing about it.
    return null;
  }
}
