import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'queued', 'sending', 'sent', 'refused', 'failed'`;
const unreachedIndex = (states: string): string => `
  DROP INDEX mail_unreached_idx;
  CREATE INDEX mail_unreached_idx ON mail (case_id) WHERE parties <> '{}' AND status IN (${states});`;

/** What became of a mail for each of its recipients, and the secret by which their addresses are signed. */
export class MailRecipients1764000072000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail DROP CONSTRAINT mail_status_check;
      ALTER TABLE mail ADD CONSTRAINT mail_status_check CHECK (status IN (${STATES}, 'bounced'));
      ${unreachedIndex(`'refused', 'failed', 'bounced'`)}
      CREATE TABLE mail_key (
        id smallint NOT NULL,
        secret bytea NOT NULL,
        CONSTRAINT mail_key_pkey PRIMARY KEY (id),
        CONSTRAINT mail_key_id_check CHECK (id = 1)
      );
      CREATE TABLE mail_recipient (
        id uuid NOT NULL DEFAULT uuidv7(),
        mail_id uuid NOT NULL,
        person_id uuid NOT NULL,
        address text NOT NULL,
        role text NOT NULL,
        copy boolean NOT NULL,
        state text NOT NULL DEFAULT 'queued',
        problem text,
        handed_at timestamptz,
        bounced_at timestamptz,
        acknowledged_at timestamptz,
        CONSTRAINT mail_recipient_pkey PRIMARY KEY (id),
        CONSTRAINT mail_recipient_mail_id_address_key UNIQUE (mail_id, address),
        CONSTRAINT mail_recipient_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail (id) ON DELETE CASCADE,
        CONSTRAINT mail_recipient_state_check CHECK (state IN ('queued', 'sent', 'refused', 'failed', 'bounced'))
      );`);
    // Two random UUIDs are 244 bits that nobody can guess.
    await runner.query(`INSERT INTO mail_key (id, secret)
      SELECT 1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_recipient; DROP TABLE mail_key;
      UPDATE mail SET status = 'refused' WHERE status = 'bounced';
      ALTER TABLE mail DROP CONSTRAINT mail_status_check;
      ALTER TABLE mail ADD CONSTRAINT mail_status_check CHECK (status IN (${STATES}));
      ${unreachedIndex(`'refused', 'failed'`)}`);
  }
}
