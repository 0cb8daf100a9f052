import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consultation: which parties a mail asks, links for those who have no account, and who has read what they are asked. */
export class Consultation1764000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox ADD COLUMN parties text[] NOT NULL DEFAULT '{}';
      ALTER TABLE mail ADD COLUMN parties text[] NOT NULL DEFAULT '{}';
      CREATE INDEX mail_parties_idx ON mail (case_id, outbox_id) WHERE parties <> '{}';
      CREATE TABLE consultation_link (
        hash bytea NOT NULL,
        case_id uuid NOT NULL,
        party text NOT NULL,
        number integer NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT consultation_link_pkey PRIMARY KEY (hash),
        CONSTRAINT consultation_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id)
      );
      CREATE TABLE consultation_reading (
        case_id uuid NOT NULL,
        party text NOT NULL,
        round integer NOT NULL,
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        CONSTRAINT consultation_reading_pkey PRIMARY KEY (case_id, party, round),
        CONSTRAINT consultation_reading_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE consultation_reading, consultation_link;
      DROP INDEX mail_parties_idx;
      ALTER TABLE mail DROP COLUMN parties;
      ALTER TABLE outbox DROP COLUMN parties;`);
  }
}
