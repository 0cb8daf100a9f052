import { CallsApi } from './calls.api.js';
import { HolidaysApi } from './holidays.api.js';
import { TimesApi } from './times.api.js';
import { SeatsApi } from './seats.api.js';
import { CasePartsApi } from './case-parts.api.js';
import { CommentsApi } from './comments.api.js';
import { ConflictsApi } from './conflicts.api.js';
import { LanguagesApi } from './languages.api.js';
import { ConsultationApi } from './consultation.api.js';
import { ConsultedApi } from './consulted.api.js';
import { CoordinatorsApi } from './coordinators.api.js';
import { CopiesApi } from './copies.api.js';
import { CountriesApi } from './countries.api.js';
import { DecisionPreviewApi } from './decision-preview.api.js';
import { DecisionFiguresApi } from './decisions.api.js';
import { DeliveryApi } from './delivery.api.js';
import { InboundApi } from './inbound.api.js';
import { MailsApi } from './mails.api.js';
import { AbsencesApi } from './absences.api.js';
import { DelegationsApi } from './delegations.api.js';
import { DeploymentListApi } from './deployment-list.api.js';
import { DeploymentsApi } from './deployments.api.js';
import { DraftsApi } from './drafts.api.js';
import { EndorsementsApi } from './endorsements.api.js';
import { FilesApi } from './files.api.js';
import { FrameworksApi } from './frameworks.api.js';
import { NoticesApi } from './notices.api.js';
import { LettersApi } from './letters.api.js';
import { RegionalOptionsApi } from './options.api.js';
import { RoundsApi } from './panel.api.js';
import { PanelDateApi } from './panel-date.api.js';
import { PostReportsApi } from './post-reports.api.js';
import { PresencesApi } from './presences.api.js';
import { RequestsApi } from './requests.api.js';
import { ScoringApi } from './scoring.api.js';
import { StandingApi } from './standing.api.js';
import { TermsApi } from './terms.api.js';
import { WebhooksApi } from './webhooks.api.js';
import { WordFormApi } from './word-form.api.js';
import { WorkedExamplesApi } from './worked-examples.api.js';

/** Every part of the API for programs. */
export const API = [
  RequestsApi,
  DeploymentListApi,
  DeploymentsApi,
  PostReportsApi,
  CasePartsApi,
  StandingApi,
  CountriesApi,
  CopiesApi,
  CommentsApi,
  DraftsApi,
  CoordinatorsApi,
  EndorsementsApi,
  WordFormApi,
  FilesApi,
  ScoringApi,
  FrameworksApi,
  PresencesApi,
  RegionalOptionsApi,
  CallsApi,
  HolidaysApi,
  TimesApi,
  SeatsApi,
  RoundsApi,
  PanelDateApi,
  TermsApi,
  LettersApi,
  NoticesApi,
  ConsultationApi,
  ConsultedApi,
  AbsencesApi,
  DelegationsApi,
  DeliveryApi,
  WebhooksApi,
  InboundApi,
  MailsApi,
  WorkedExamplesApi,
  DecisionFiguresApi,
  DecisionPreviewApi,
  ConflictsApi,
  LanguagesApi,
];
