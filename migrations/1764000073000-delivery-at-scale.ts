import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOLDS = `
CREATE TABLE mail_hold (
    id uuid NOT NULL DEFAULT uuidv7(),
    made_at timestamptz NOT NULL,
    mails integer NOT NULL,
    people integer NOT NULL,
    decided text,
    decided_at timestamptz,
    decided_by uuid,
    decided_name text,
    per_minute integer,
    CONSTRAINT mail_hold_pkey PRIMARY KEY (id),
    CONSTRAINT mail_hold_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person (id),
    CONSTRAINT mail_hold_decided_check CHECK (decided IN ('letGo', 'dropped'))
  );
  CREATE INDEX mail_hold_open_idx ON mail_hold (id) WHERE decided IS NULL;`;
const MAILS = `
ALTER TABLE mail
  ALTER COLUMN outbox_id DROP NOT NULL,
  ALTER COLUMN case_id DROP NOT NULL,
  ALTER COLUMN notice DROP NOT NULL,
  ADD COLUMN addresses text[] NOT NULL DEFAULT '{}',
  ADD COLUMN priority smallint NOT NULL DEFAULT 3,
  ADD COLUMN weighed boolean NOT NULL DEFAULT false,
  ADD COLUMN held boolean NOT NULL DEFAULT false,
  ADD COLUMN hold_id uuid,
  ADD COLUMN not_before timestamptz,
  ADD COLUMN fed_at timestamptz,
  ADD COLUMN broken_off smallint NOT NULL DEFAULT 0,
  ADD COLUMN replays smallint NOT NULL DEFAULT 0,
  ADD COLUMN apart text,
  ADD COLUMN apart_key text,
  ADD COLUMN apart_about jsonb,
  ADD CONSTRAINT mail_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES mail_hold (id),
  ADD CONSTRAINT mail_apart_key_key UNIQUE (apart_key),
  ADD CONSTRAINT mail_apart_check CHECK ((apart IS NULL) = (case_id IS NOT NULL AND outbox_id IS NOT NULL AND notice IS NOT NULL));
UPDATE mail SET addresses = to_addresses || copy_addresses, weighed = true, fed_at = created_at;
CREATE INDEX mail_next_idx ON mail (priority, id) WHERE status = 'queued' AND fed_at IS NULL AND NOT held;
CREATE INDEX mail_parked_idx ON mail (id) WHERE status IN ('refused', 'failed');
CREATE INDEX mail_hold_id_idx ON mail (hold_id) WHERE hold_id IS NOT NULL;`;

/** Mails wait for their turn in their own rows: what was weighed, what is held, what is spread over time, and what is about no case. */
export class DeliveryAtScale1764000073000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDS);
    await runner.query(MAILS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM mail WHERE apart IS NOT NULL;
      DROP INDEX mail_hold_id_idx, mail_parked_idx, mail_next_idx;
      ALTER TABLE mail
        DROP CONSTRAINT mail_apart_check,
        DROP CONSTRAINT mail_apart_key_key,
        DROP CONSTRAINT mail_hold_id_fkey,
        DROP COLUMN apart_about, DROP COLUMN apart_key, DROP COLUMN apart, DROP COLUMN replays, DROP COLUMN broken_off, DROP COLUMN fed_at,
        DROP COLUMN not_before, DROP COLUMN hold_id, DROP COLUMN held, DROP COLUMN weighed, DROP COLUMN priority, DROP COLUMN addresses,
        ALTER COLUMN notice SET NOT NULL,
        ALTER COLUMN case_id SET NOT NULL,
        ALTER COLUMN outbox_id SET NOT NULL;
      DROP TABLE mail_hold;`);
  }
}
