import { CasePartsApi } from './case-parts.api.js';
import { ConflictsApi } from './conflicts.api.js';
import { LanguagesApi } from './languages.api.js';
import { ConsultationApi } from './consultation.api.js';
import { ConsultedApi } from './consulted.api.js';
import { DecisionFiguresApi } from './decisions.api.js';
import { DelegationsApi } from './delegations.api.js';
import { DeploymentListApi } from './deployment-list.api.js';
import { DeploymentsApi } from './deployments.api.js';
import { FilesApi } from './files.api.js';
import { FrameworksApi } from './frameworks.api.js';
import { LettersApi } from './letters.api.js';
import { RegionalOptionsApi } from './options.api.js';
import { RoundsApi } from './panel.api.js';
import { PostReportsApi } from './post-reports.api.js';
import { PresencesApi } from './presences.api.js';
import { RequestsApi } from './requests.api.js';
import { ScoringApi } from './scoring.api.js';
import { TermsApi } from './terms.api.js';
import { WorkedExamplesApi } from './worked-examples.api.js';

/** Every part of the API for programs. */
export const API = [
  RequestsApi,
  DeploymentListApi,
  DeploymentsApi,
  PostReportsApi,
  CasePartsApi,
  FilesApi,
  ScoringApi,
  FrameworksApi,
  PresencesApi,
  RegionalOptionsApi,
  RoundsApi,
  TermsApi,
  LettersApi,
  ConsultationApi,
  ConsultedApi,
  DelegationsApi,
  WorkedExamplesApi,
  DecisionFiguresApi,
  ConflictsApi,
  LanguagesApi,
];
