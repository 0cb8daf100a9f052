import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { DatabaseHealth } from '#casework';
import { checkHealth, Metrics, type FileStore, type HealthReport } from '#platform';
import { FILES } from './files.js';
import type { Reply } from './exchange.js';

/** Whether the process lives, whether it can work, and its figures. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly metrics: Metrics,
    @Inject(FILES) private readonly files: FileStore,
  ) {}

  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<HealthReport> {
    const report = await checkHealth({ database: () => this.database.check(), files: () => this.files.verify() });
    if (report.status !== 'ok') void reply.status(503);
    return report;
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.text();
  }
}
