import { Module, type DynamicModule } from '@nestjs/common';
import { CaseworkModule, DatabaseClock, DatabaseHealth } from '#casework';
import { Metrics, openFileStore, pgPool, type Environment } from '#platform';
import { EndorseController } from './endorsing/endorse.controller.js';
import { EndorsePage } from './endorsing/endorse-page.js';
import { LinkDoor } from './shell/link-door.js';
import { EndorsementsController } from './endorsing/endorsements.controller.js';
import { API } from './api/api-controllers.js';
import { Documents } from './shell/documents.js';
import { FILES } from './shell/files.js';
import { HealthController } from './shell/health.controller.js';
import { ENVIRONMENT, Pages } from './shell/pages.js';
import { StatementsController } from './shell/statements.controller.js';
import { Provider } from './sign-in/provider.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { CriteriaController } from './criteria/criteria.controller.js';
import { ArrangementsController } from './arrangements/arrangements.controller.js';
import { ConfirmingController } from './arrangements/confirming.controller.js';
import { RequestPosts } from './arrangements/request-posts.js';
import { FundingController } from './arrangements/funding.controller.js';
import { CalendarController } from './deployments/calendar.controller.js';
import { FeedController, FeedsController } from './deployments/feeds.controller.js';
import { GapsController } from './deployments/gaps.controller.js';
import { MapController } from './deployments/map.controller.js';
import { PostsController } from './deployments/posts.controller.js';
import { PostsFrame } from './deployments/posts-frame.js';
import { SavedViewsController } from './deployments/saved-views.controller.js';
import { WorkloadController } from './deployments/workload.controller.js';
import { DeskController } from './deployment/desk.controller.js';
import { PostBeside } from './deployment/post-beside.js';
import { PostController } from './deployment/post.controller.js';
import { ReportFilesController } from './deployment/report-files.controller.js';
import { ReportsController } from './deployment/report.controller.js';
import { PostStepController } from './deployment/step.controller.js';
import { PostPhasesController } from './deployment/phases.controller.js';
import { PostExitController } from './deployment/exit.controller.js';
import { HandoverController } from './deployment/handover.controller.js';
import { PostTerms } from './deployment/post-terms.js';
import { PostTermsController } from './deployment/terms.controller.js';
import { WorkPlanController } from './deployment/work-plan.controller.js';
import { HomeController } from './home/home.controller.js';
import { HomeData } from './home/home.data.js';
import { HomeTimes } from './home/home.times.js';
import { HomePosts } from './home/posts.data.js';
import { DeclarationController } from './review/declaration.controller.js';
import { ReviewQueueController } from './review/review-queue.controller.js';
import { PanelController } from './review/panel.controller.js';
import { PanelDateController } from './panel/date.controller.js';
import { RoundMoneyController } from './panel/money.controller.js';
import { PreparedController } from './panel/prepared.controller.js';
import { RoundController } from './panel/round.controller.js';
import { SettleController } from './review/settle.controller.js';
import { ScreeningController } from './screening/screening.controller.js';
import { LetterKnown } from './request/letter-known.js';
import { AppointingDesk } from './screening/appointing-desk.js';
import { ReviewersController } from './screening/reviewers.controller.js';
import { AdviceController } from './advice/advice.controller.js';
import { ConsultationController } from './advice/consultation.controller.js';
import { ConsultedController } from './advice/consulted.controller.js';
import { AdviceDesk } from './advice/advice-desk.js';
import { LinkAnswers } from './advice/link-answers.js';
import { AdviceQueueController } from './advice/advice-queue.controller.js';
import { RecommendationController } from './decision/recommendation.controller.js';
import { DecisionCase } from './decision/decision-case.js';
import { DecisionFiguresController } from './decision/figures.controller.js';
import { DecisionController } from './decision/decision.controller.js';
import { NotesController } from './review/notes.controller.js';
import { ScoreController } from './review/score.controller.js';
import { ScoreFileController } from './review/score-file.controller.js';
import { ScoreFiles } from './review/score-files.js';
import { ScorePage } from './review/score-page.js';
import { OptionCostsController } from './options/option-costs.controller.js';
import { OptionEditController } from './options/option-edit.controller.js';
import { OptionRetireController } from './options/option-retire.controller.js';
import { OptionsController } from './options/options.controller.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { LanguagesController } from './conflicts/languages.controller.js';
import { LeavingController } from './review/leaving.controller.js';
import { CalibrationController } from './calibration/calibration.controller.js';
import { OptionsFrame } from './options/options-frame.js';
import { PresencesController } from './presences/presences.controller.js';
import { ReconciliationController } from './presences/reconciliation.controller.js';
import { WRITING, WRITING_PARTS } from './request/writing.js';
import { RequestPageController } from './request/request-page.controller.js';
import { CaseTimes } from './request/case-times.js';
import { RequestPageData } from './request/request-page.data.js';
import { FullController } from './request/full.controller.js';
import { VersionsController } from './request/versions.controller.js';
import { HistoryController } from './request/history.controller.js';
import { LetterCorrectionController } from './request/letter-correction.controller.js';
import { LetterController } from './request/letter.controller.js';
import { AbsenceController, AbsencesController } from './absence/absence.controller.js';
import { DelegationController } from './delegation/delegation.controller.js';
import { CopyController } from './request/copy.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { NoticeRulesController } from './notices/rules.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticeSettingsController } from './notices/settings.controller.js';
import { UnsubscribeController } from './notices/unsubscribe.controller.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { PostTimeController } from './timing/post-time.controller.js';
import { TimeController } from './timing/time.controller.js';
import { HolidaysController } from './holidays/holidays.controller.js';
import { SeatsController } from './seats/seats.controller.js';
import { InboundController } from './inbound/inbound.controller.js';
import { ReceivedController } from './inbound/received.controller.js';
import { RepliesController } from './inbound/replies.controller.js';
import { CallsController } from './calls/calls.controller.js';
import { CountryController } from './country/country.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { CaseTerms } from './terms/case-terms.js';
import { TermsGuidanceController } from './terms/guidance.controller.js';
import { StandardTermsController } from './terms/standard.controller.js';
import { TermsEditController } from './terms/terms-edit.controller.js';
import { TermsFilesController } from './terms/terms-files.controller.js';
import { TermsSignController } from './terms/terms-sign.controller.js';
import { TermsController } from './terms/terms.controller.js';
import { ListController } from './request/list.controller.js';

// The pages by the users' own verbs.
const SHELL = [HealthController, StatementsController, SignInController];
const JUDGING = [
  ScreeningController,
  ReviewersController,
  AdviceQueueController,
  AdviceController,
  ConsultationController,
  ConsultedController,
  EndorseController,
  EndorsementsController,
  ReviewQueueController,
  DeclarationController,
  NotesController,
  ScoreController,
  ScoreFileController,
  PanelController,
  SettleController,
  RoundController,
  RoundMoneyController,
  PanelDateController,
  PreparedController,
  RecommendationController,
  DecisionFiguresController,
  DecisionController,
  CriteriaController,
];
const ARRANGING = [FundingController, ArrangementsController, ConfirmingController];
const TERMS = [
  TermsController,
  TermsEditController,
  TermsSignController,
  TermsFilesController,
  TermsGuidanceController,
  StandardTermsController,
  CallsController,
  DeliveryController,
  WebhooksController,
  HolidaysController,
  SeatsController,
  InboundController,
  ReceivedController,
  RepliesController,
  TimeController,
  PostTimeController,
  CountryController,
  CopyController,
  LettersController,
  AbsenceController,
  AbsencesController,
  DelegationController,
];
const HOLDING = [
  PostController,
  PostStepController,
  PostPhasesController,
  PostExitController,
  HandoverController,
  PostTermsController,
  WorkPlanController,
  ReportsController,
  ReportFilesController,
  DeskController,
];
const READING = [
  HomeController,
  ListController,
  RequestPageController,
  FullController,
  VersionsController,
  HistoryController,
  LetterController,
  LetterCorrectionController,
  PresencesController,
  ReconciliationController,
];
const TRACKING = [
  MapController,
  PostsController,
  WorkloadController,
  CalendarController,
  FeedController,
  FeedsController,
  GapsController,
  SavedViewsController,
  NoticeRulesController,
  NoticesController,
  NoticeSettingsController,
  UnsubscribeController,
  ConflictsController,
  LanguagesController,
  LeavingController,
  CalibrationController,
  OptionsController,
  OptionEditController,
  OptionCostsController,
  OptionRetireController,
];
const PARTS = [
  ...WRITING_PARTS,
  OptionsFrame,
  PostsFrame,
  AdviceDesk,
  AppointingDesk,
  LetterKnown,
  PostBeside,
  LinkAnswers,
  EndorsePage,
  LinkDoor,
  HomePosts,
  Documents,
  Pages,
  Provider,
  HomeData,
  HomeTimes,
  CaseTimes,
  RequestPageData,
  ScorePage,
  ScoreFiles,
  CaseTerms,
  DecisionCase,
  PostTerms,
  RequestPosts,
];

/** What this process tells of itself, and how much waits to be mailed: the worker has no page for it. */
function figures(database: DatabaseHealth): Metrics {
  const metrics = new Metrics('web');
  metrics.gauge(
    'outbox_waiting',
    'Notices that no mail is written for yet',
    async () => (await database.backlog()).outbox,
  );
  metrics.gauge(
    'mails_waiting',
    'Mails that are written and not sent yet',
    async () => (await database.backlog()).mails,
  );
  return metrics;
}

/** What this app is made of, on one screen. */
@Module({})
export class WebModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: WebModule,
      imports: [
        CaseworkModule.forRoot({
          url: environment.databaseUrl,
          poolSize: environment.databasePool,
          name: 'hra web',
          clock: (dataSource) => DatabaseClock.open(pgPool(dataSource), environment.demo),
        }),
      ],
      controllers: [
        ...API,
        ...SHELL,
        ...WRITING,
        ...JUDGING,
        ...ARRANGING,
        ...HOLDING,
        ...TERMS,
        ...TRACKING,
        ...READING,
      ],
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: FILES, useFactory: () => openFileStore(environment) },
        { provide: Metrics, inject: [DatabaseHealth], useFactory: figures },
        ...PARTS,
      ],
    };
  }
}
