import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexOf = (states: string): string =>
  `DROP INDEX mail_parked_idx; CREATE INDEX mail_parked_idx ON mail (id) WHERE status IN (${states});`;

/** What came back is among the mails that came to nothing. */
export class ParkedWithBounces1764000073300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexOf(`'refused', 'failed', 'bounced'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(indexOf(`'refused', 'failed'`));
  }
}
