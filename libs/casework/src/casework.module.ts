import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listen, pgPool, type Clock, type Listener } from '#platform';
import { Casework, Deployments } from './advance.js';
import { AnswerLinks } from './answer-links.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { Conflicts } from './conflicts.js';
import { DatabaseClock } from './database-clock.js';
import { Coordinators } from './coordinators.js';
import { Absences } from './absences.js';
import { AwayHolders } from './delivery/away-holders.js';
import { Delegations } from './delegations.js';
import { DeliveryDesk } from './delivery/delivery-desk.js';
import { Holidays } from './holidays.js';
import { Seats } from './seats.js';
import { MailRecipients } from './delivery/recipients.js';
import { CaseMessages } from './inbound/case-messages.js';
import { InboundTray } from './inbound/inbound-tray.js';
import { LetterTemplates } from './letters/letter-templates.js';
import { MailLog } from './delivery/mail-log.js';
import { NoticeWishes } from './notice-wishes.js';
import { Acknowledgements } from './acknowledgements.js';
import { OwnNotices } from './own-notices.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { People } from './people.js';
import { openDatabase } from './prepare-database.js';
import { FrameworkPublisher } from './publish-framework.js';
import { Cases } from './read/case.js';
import { Consultations } from './read/consultations.js';
import { ConsultationStates } from './consultation-states.js';
import { Endorsements } from './endorsements.js';
import { DecisionFigures } from './read/decision-figures.js';
import { EarlierTexts } from './read/earlier-texts.js';
import { Frameworks } from './read/frameworks.js';
import { DeploymentList } from './read/deployments.js';
import { DatabaseHealth } from './read/health.js';
import { Pipeline } from './read/pipeline.js';
import { Presences } from './read/presences.js';
import { Posts } from './read/posts.js';
import { Requests } from './read/requests.js';
import { RoundCases } from './read/round-cases.js';
import { CountriesKnown } from './country-known.js';
import { RoundCalls } from './round-calls.js';
import { Rounds } from './rounds.js';
import { PanelAnswers } from './panel-answers.js';
import { PanelDates } from './panel-dates.js';
import { PreparedRecommendations } from './apply-prepared.js';
import { Work } from './read/work.js';
import { TermsStandards } from './read/terms-standards.js';
import { Reconciliation } from './reconciliation.js';
import { RegionalOptions } from './regional-options.js';
import { ReferenceData } from './reference-data.js';
import { DraftComments } from './draft-comments.js';
import { SectionPresence } from './section-presence.js';
import { ReviewNotes } from './review-notes.js';
import { SavedViews } from './saved-views.js';
import { WorkedExamples } from './calibration/worked-examples.js';
import { Webhooks } from './webhooks/webhooks.js';
import { WorkingLanguages } from './working-languages.js';
import { TermsPublisher } from './terms/publish-terms.js';

/** The name under which the clock is injected: time is given, never taken. */
export const CLOCK = Symbol('clock');
const POOL = Symbol('pool');
const LISTENER = Symbol('listener');

type PoolOf = ConstructorParameters<typeof ReferenceData>[0];
/** Read with the pool alone. */
const READS = [
  CaseMessages,
  Cases,
  Consultations,
  DatabaseHealth,
  DecisionFigures,
  EarlierTexts,
  MailLog,
  Pipeline,
  Posts,
  Presences,
  Requests,
  RoundCases,
  TermsStandards,
  Work,
  WorkingLanguages,
];

const reads: Provider[] = READS.map((type) => ({
  provide: type,
  inject: [POOL],
  useFactory: (pool: PoolOf) => new type(pool),
}));
const people: Provider = {
  provide: People,
  inject: [POOL, CLOCK],
  useFactory: (pool: PoolOf, clock: Clock) => new People(pool, clock),
};
/** Write with the pool, the time and what decisions need. */
const WRITERS = [
  AnswerLinks,
  InboundTray,
  MailRecipients,
  Casework,
  Conflicts,
  Coordinators,
  CountriesKnown,
  DeliveryDesk,
  Deployments,
  DeploymentList,
  FrameworkPublisher,
  Frameworks,
  Absences,
  AwayHolders,
  Delegations,
  Holidays,
  LetterTemplates,
  PanelAnswers,
  PanelDates,
  Reconciliation,
  RegionalOptions,
  Rounds,
  RoundCalls,
  Seats,
  TermsPublisher,
  Webhooks,
];
const writers: Provider[] = WRITERS.map((type) => ({
  provide: type,
  inject: [POOL, CLOCK, ReferenceData],
  useFactory: (pool: PoolOf, clock: Clock, reference: ReferenceData) => new type(pool, clock, reference),
}));

/** Sends what was prepared for several cases. */
const prepared: Provider = {
  provide: PreparedRecommendations,
  inject: [Casework, RoundCases],
  useFactory: (casework: Casework, cases: RoundCases) => new PreparedRecommendations(casework, cases),
};
/** What people keep for themselves. */
const kept: Provider[] = [
  {
    provide: NoticeWishes,
    inject: [POOL, ReferenceData],
    useFactory: (pool: PoolOf, reference: ReferenceData) => new NoticeWishes(pool, reference),
  },
  {
    provide: DraftComments,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new DraftComments(pool, clock),
  },
  {
    provide: SectionPresence,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new SectionPresence(pool, clock),
  },
  {
    provide: ReviewNotes,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new ReviewNotes(pool, clock),
  },
  {
    provide: WorkedExamples,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new WorkedExamples(pool, clock),
  },
  {
    provide: SavedViews,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new SavedViews(pool, clock),
  },
  {
    provide: ConsultationStates,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new ConsultationStates(pool, clock),
  },
  {
    provide: Endorsements,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new Endorsements(pool, clock),
  },
  {
    provide: Acknowledgements,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new Acknowledgements(pool, clock),
  },
  {
    provide: OwnNotices,
    inject: [POOL, CLOCK],
    useFactory: (pool: PoolOf, clock: Clock) => new OwnNotices(pool, clock),
  },
  {
    provide: UnsubscribeLinks,
    inject: [POOL],
    useFactory: (pool: PoolOf) => new UnsubscribeLinks(pool),
  },
  {
    provide: CalendarFeeds,
    inject: [POOL, CLOCK, People],
    useFactory: (pool: PoolOf, clock: Clock, all: People) => new CalendarFeeds(pool, clock, all),
  },
];

const dayOf = (clock: Clock): string => clock.now().toISOString().slice(0, 10);
/** What decisions need, read once. */
const reference: Provider = {
  provide: ReferenceData,
  inject: [POOL, CLOCK],
  useFactory: (pool: PoolOf, clock: Clock) => new ReferenceData(pool).load(dayOf(clock)),
};
/** Reads it again whenever somebody has changed it, or may have while nobody listened. */
const listener: Provider = {
  provide: LISTENER,
  inject: [POOL, CLOCK, ReferenceData],
  useFactory: (pool: PoolOf, clock: Clock, data: ReferenceData) => {
    // What cannot be read now is read when the connection is there again; until then what is known stays in force.
    const again = () => void data.load(dayOf(clock)).catch(() => undefined);
    return listen(pool, 'reference', again, { onConnected: again });
  },
};

export interface CaseworkSettings {
  url: string;
  poolSize: number;
  name: string;
  clock: (dataSource: DataSource) => Promise<Clock> | Clock;
}

/** Closes what the module opened. */
class Closing implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly listener: Listener,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.listener.close();
    if (this.clock instanceof DatabaseClock) await this.clock.close();
    await this.dataSource.destroy();
  }
}
const closing: Provider = {
  provide: Closing,
  inject: [DataSource, CLOCK, LISTENER],
  useFactory: (dataSource: DataSource, clock: Clock, heard: Listener) => new Closing(dataSource, clock, heard),
};

/** What apps are given. */
const OPEN = [
  DataSource,
  CLOCK,
  ReferenceData,
  People,
  ConsultationStates,
  Endorsements,
  ReviewNotes,
  DraftComments,
  SectionPresence,
  SavedViews,
  WorkedExamples,
  CalendarFeeds,
  Acknowledgements,
  NoticeWishes,
  OwnNotices,
  UnsubscribeLinks,
  PreparedRecommendations,
  ...WRITERS,
  ...READS,
];

/** Everything that an app needs of casework, on one database. Without decorators: the worker must not load the framework of the pages. */
export class CaseworkModule {
  static forRoot({ url, poolSize, name, clock }: CaseworkSettings): DynamicModule {
    return {
      module: CaseworkModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => openDatabase(url, poolSize, name) },
        { provide: POOL, inject: [DataSource], useFactory: pgPool },
        { provide: CLOCK, inject: [DataSource], useFactory: clock },
        reference,
        listener,
        closing,
        people,
        ...writers,
        prepared,
        ...kept,
        ...reads,
      ],
      exports: OPEN,
    };
  }
}
