import { Injectable } from '@nestjs/common';
import { Cases, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, mayTake, type RequestContent } from '#domain';
import { readWordDocument, type WordDocument } from '#platform';
import type { Answers } from '../request/answers.js';
import { openCase } from '../request/open-case.js';
import { plural } from '../request/case-words.js';
import type { Upload } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { dateTime, words } from '../shell/words.js';
import { formDocx } from './form-docx.js';
import { formFields, type FormField } from './form-fields.js';
import { headLines } from './form-head.js';
import { findForm, originText, type FoundForm, type Origin } from './form-read.js';
import { answersInForm, asForm, type Texts } from './form-texts.js';
import { EVERY_GUIDE_LINE, guideLines } from './guide-lines.js';
import { textsOf, understand, type UnderstoodField } from './understood.js';

/** A request whose form is given out and taken back. */
export interface OpenForm {
  view: CaseView;
  content: RequestContent;
  fields: FormField[];
}
/** A form as it was understood. Nothing of it is kept. */
export interface Understood {
  origin: Origin;
  fields: UnderstoodField[];
  /** What stands in it, as it is written, and as values. */
  texts: Texts;
  answers: Answers;
  /** Text in none of its fields. */
  outside: string[];
  /** What has to be known of how it was read. */
  notes: string[];
}

/** The form of a request as a Word document: given out, and understood when it comes back. Nothing is kept here. */
@Injectable()
export class WordForms {
  constructor(
    private readonly cases: Cases,
    readonly names: ReferenceData,
  ) {}

  /** The request for who may write in it now; everybody else is told why there is no form for them. */
  async open(ref: string, me: SignedIn): Promise<OpenForm> {
    const view = await openCase(this.cases, ref, me);
    const may = mayTake(view.facts, me, 'EDIT');
    if (isRefusal(may)) throw new Refused(may);
    const content = await this.cases.content(view);
    return { view, content, fields: formFields(content, this.names, view.tiers) };
  }

  /** The form with what is stored in it. */
  async file({ view, content, fields }: OpenForm): Promise<{ name: string; bytes: Buffer }> {
    const { ref, summary } = view.facts;
    const language = content.language ?? 'en';
    const places = summary.countries.map((code) => this.names.countryName(code, language)).join(', ');
    const bytes = await formDocx({
      language,
      origin: originText({ ref, revision: view.revision }),
      about: [`${ref}: ${places}`, dateTime(view.changedAt), ...headLines(content, places, language)],
      fields,
      texts: textsOf(fields, content),
      guides: guideLines(language),
      footer: ref,
    });
    return { name: `${ref}-form.docx`, bytes };
  }

  /** What a form says that came back, or a sentence that says why it is not taken. */
  async read(open: OpenForm, upload: Upload | undefined): Promise<Understood | string> {
    if (!upload) return 'Choose the form that you filled in.';
    if (upload.file.path === '' || upload.file.tooLarge)
      return upload.inspected.ok ? 'Choose the form that you filled in.' : upload.inspected.reason;
    const read = await readWordDocument(upload.file.path, upload.name);
    if (!read.ok) return read.reason;
    const found = findForm(read.document, open.fields, EVERY_GUIDE_LINE);
    if (typeof found === 'string') return `“${upload.name}” ${found}`;
    const { ref, revision } = found.origin;
    if (ref !== open.view.facts.ref)
      return `“${upload.name}” is the form of another request: it says ${ref}, and this is ${open.view.facts.ref}. Nothing of it is taken. Choose the form of this request, or bring this one to ${ref}.`;
    const answers = answersInForm(asForm(open.fields, found.texts));
    const compared = await this.compare(open, revision, answers);
    if (!compared)
      return `“${upload.name}” says that it was made from step ${revision}, and this request has come to step ${open.view.revision}. Download the form again.`;
    const notes = [...notesOf(read.document, found), ...notesOfFields(compared, revision !== open.view.revision)];
    return { ...found, fields: compared, answers, notes };
  }

  /** Answers that were made from an earlier text, beside what is stored now; null where there was no such text. */
  async compare(
    { view, content, fields }: OpenForm,
    made: number,
    brought: Answers,
  ): Promise<UnderstoodField[] | null> {
    const before = made === view.revision ? content : await this.cases.textAt(view, made);
    return before && understand(fields, { before, stored: content, brought });
  }
}

/** What a document has that is read in one way only, or not at all. */
function notesOf({ tracked, comments, pictures }: WordDocument, { twice }: FoundForm): string[] {
  return [
    ...(tracked ? ['Changes were tracked in this document. It is read as if all of them were accepted.'] : []),
    ...(comments
      ? [
          `${words(comments, true)} ${plural(comments, 'comment is', 'comments are')} in the document. Comments are not taken over.`,
        ]
      : []),
    ...(pictures
      ? [
          `${words(pictures, true)} ${plural(pictures, 'picture is', 'pictures are')} in the document. Pictures are not taken over: add them to the request as documents.`,
        ]
      : []),
    ...twice.map(
      (code) =>
        `Field ${code} stands twice in the document. The first counts; what the other says is under “Text in none of the fields”.`,
    ),
  ];
}

/** How the form stands to the request. */
function notesOfFields(fields: readonly UnderstoodField[], earlier: boolean): string[] {
  const of = (outcome: UnderstoodField['outcome']) => fields.filter((f) => f.outcome === outcome);
  const missing = of('missing').map(({ field }) => field.code);
  return [
    ...(earlier && of('stored').length + of('both').length
      ? [
          'The request was changed after this form was downloaded. Nothing of that is lost: where both were changed, you choose.',
        ]
      : []),
    ...(missing.length
      ? [
          `${words(missing.length, true)} ${plural(missing.length, 'field is', 'fields are')} not in the document (${missing.join(', ')}). What is stored for ${plural(missing.length, 'it', 'them')} stays.`,
        ]
      : []),
  ];
}
