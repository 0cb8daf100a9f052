import { NewRequestController } from './new-request.controller.js';
import { DetailsController } from './details.controller.js';
import { SectionController } from './section.controller.js';
import { PartDocumentsController } from '../together/part-documents.controller.js';
import { SignaturesController } from '../together/signatures.controller.js';
import { CoordinatorsController } from '../together/coordinators.controller.js';
import { CommentsController } from '../together/comments.controller.js';
import { CheckController } from './check.controller.js';
import { SubmitController } from './submit.controller.js';
import { NudgeController } from './nudge.controller.js';
import { FinalActController } from './final-act.controller.js';
import { DocumentsController } from './documents.controller.js';
import { MessagesController } from './messages.controller.js';
import { AutosaveController } from '../drafts/autosave.controller.js';
import { DraftsController } from '../drafts/drafts.controller.js';
import { MergePages } from '../drafts/merge-pages.js';
import { Attachments } from './attachments.js';
import { CheckPages } from './check-pages.js';
import { SectionPages } from './section-pages.js';
import { DraftSurroundings } from '../together/draft-surroundings.js';
import { KnownAnswers } from '../country/known-answers.js';
import { KnownController } from '../country/known.controller.js';
import { Copies } from './copies.js';
import { SaveAnswers } from './save-answers.js';
import { AcceptForms } from '../word-form/accept-forms.js';
import { WordFormController } from '../word-form/word-form.controller.js';
import { WordForms } from '../word-form/word-forms.js';

/** The pages on which a request is written. */
export const WRITING = [
  NewRequestController,
  DetailsController,
  SectionController,
  WordFormController,
  AutosaveController,
  DraftsController,
  CommentsController,
  SignaturesController,
  PartDocumentsController,
  CoordinatorsController,
  CheckController,
  KnownController,
  SubmitController,
  FinalActController,
  NudgeController,
  DocumentsController,
  MessagesController,
];
/** What they share. */
export const WRITING_PARTS = [
  Attachments,
  SectionPages,
  CheckPages,
  DraftSurroundings,
  SaveAnswers,
  Copies,
  KnownAnswers,
  WordForms,
  AcceptForms,
  MergePages,
];
