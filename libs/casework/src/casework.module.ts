import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { listen, pgPool, type Clock, type Listener } from '#platform';
import { Casework } from './advance.js';
import { DatabaseClock } from './database-clock.js';
import { MailLog } from './delivery/mail-log.js';
import { People } from './people.js';
import { openDatabase } from './prepare-database.js';
import { FrameworkPublisher } from './publish-framework.js';
import { Cases } from './read/case.js';
import { Consultations } from './read/consultations.js';
import { Frameworks } from './read/frameworks.js';
import { DatabaseHealth } from './read/health.js';
import { Pipeline } from './read/pipeline.js';
import { Requests } from './read/requests.js';
import { Work } from './read/work.js';
import { ReferenceData } from './reference-data.js';

/** The name under which the clock is injected: time is given, never taken. */
export const CLOCK = Symbol('clock');
const POOL = Symbol('pool');

/** Everything that an app needs of casework, on one database. */
@Global()
@Module({})
export class CaseworkModule implements OnApplicationShutdown {
  private static listener: Listener | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  static forRoot(settings: {
    url: string;
    poolSize: number;
    name: string;
    clock: (dataSource: DataSource) => Promise<Clock> | Clock;
  }): DynamicModule {
    const service = <T>(type: new (pool: never, clock: never, reference: never) => T) => ({
      provide: type,
      inject: [POOL, CLOCK, ReferenceData],
      useFactory: (pool: never, clock: never, reference: never) => new type(pool, clock, reference),
    });
    const reads = [Cases, Consultations, DatabaseHealth, Frameworks, MailLog, Pipeline, Requests, Work].map((type) => ({
      provide: type,
      inject: [POOL],
      useFactory: (pool: never) => new type(pool),
    }));
    const reference = {
      provide: ReferenceData,
      inject: [POOL, CLOCK],
      useFactory: async (pool: ConstructorParameters<typeof ReferenceData>[0], clock: Clock) => {
        const today = () => clock.now().toISOString().slice(0, 10);
        const data = await new ReferenceData(pool).load(today());
        CaseworkModule.listener = await listen(pool, 'reference', () => void data.load(today()));
        return data;
      },
    };
    const providers = [
      { provide: DataSource, useFactory: () => openDatabase(settings.url, settings.poolSize, settings.name) },
      { provide: POOL, inject: [DataSource], useFactory: pgPool },
      { provide: CLOCK, inject: [DataSource], useFactory: settings.clock },
      reference,
      service(Casework),
      service(FrameworkPublisher),
      {
        provide: People,
        inject: [POOL, CLOCK],
        useFactory: (pool: ConstructorParameters<typeof People>[0], clock: Clock) => new People(pool, clock),
      },
      ...reads,
    ];
    return {
      module: CaseworkModule,
      providers,
      exports: [
        DataSource,
        CLOCK,
        ReferenceData,
        Casework,
        People,
        Cases,
        Consultations,
        DatabaseHealth,
        FrameworkPublisher,
        Frameworks,
        MailLog,
        Pipeline,
        Requests,
        Work,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await CaseworkModule.listener?.close();
    if (this.clock instanceof DatabaseClock) await this.clock.close();
    await this.dataSource.destroy();
  }
}
