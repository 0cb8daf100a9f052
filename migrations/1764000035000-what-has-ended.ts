import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what has ended, so that it is not kept for ever; and the parties of a consultation that no mail reached. */
export class WhatHasEnded1764000035000 implements MigrationInterface {
  name = 'WhatHasEnded1764000035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX consultation_link_expires_at_idx ON consultation_link (expires_at)');
    await runner.query('CREATE INDEX kept_form_kept_at_idx ON kept_form (kept_at)');
    await runner.query(
      `CREATE INDEX mail_unreached_idx ON mail (case_id) WHERE parties <> '{}' AND status IN ('refused', 'failed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_unreached_idx');
    await runner.query('DROP INDEX kept_form_kept_at_idx');
    await runner.query('DROP INDEX consultation_link_expires_at_idx');
  }
}
