import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTINGS_AND_DIGESTS = `
  CREATE TABLE notice_setting (
    person_id uuid NOT NULL,
    choices jsonb NOT NULL,
    quiet_from smallint,
    quiet_until smallint,
    zone text NOT NULL,
    weekly_on smallint NOT NULL,
    plain boolean NOT NULL,
    regions text[] NOT NULL,
    countries text[] NOT NULL,
    states text[] NOT NULL,
    version integer NOT NULL,
    CONSTRAINT notice_setting_pkey PRIMARY KEY (person_id),
    CONSTRAINT notice_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
  );
  CREATE TABLE link_key (
    purpose text NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT link_key_pkey PRIMARY KEY (purpose)
  );
  CREATE TABLE digest (
    id uuid NOT NULL DEFAULT uuidv7(),
    person_id uuid NOT NULL,
    due_at timestamptz NOT NULL,
    status text NOT NULL,
    subject text,
    problem text,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    handed_at timestamptz,
    CONSTRAINT digest_pkey PRIMARY KEY (id),
    CONSTRAINT digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT digest_status_check CHECK (status IN ('queued', 'sending', 'sent', 'empty', 'refused', 'failed'))
  );
  CREATE INDEX digest_unsent_idx ON digest (id) WHERE status IN ('queued', 'sending');`;
const ENTRIES = `
  CREATE TABLE notice_entry (
    id uuid NOT NULL DEFAULT uuidv7(),
    outbox_id bigint NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    notice text NOT NULL,
    role text NOT NULL,
    parties text[] NOT NULL,
    way text NOT NULL,
    how text,
    send_at timestamptz,
    digest_id uuid,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT notice_entry_pkey PRIMARY KEY (id),
    CONSTRAINT notice_entry_outbox_id_person_id_key UNIQUE (outbox_id, person_id),
    CONSTRAINT notice_entry_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox (id),
    CONSTRAINT notice_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT notice_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT notice_entry_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES digest (id),
    CONSTRAINT notice_entry_way_check CHECK (way IN ('mail', 'held', 'off'))
  );
  CREATE INDEX notice_entry_person_id_idx ON notice_entry (person_id, id);
  CREATE INDEX notice_entry_unread_idx ON notice_entry (person_id) WHERE read_at IS NULL;
  CREATE INDEX notice_entry_held_idx ON notice_entry (send_at) WHERE way = 'held' AND digest_id IS NULL;
  CREATE INDEX notice_entry_digest_id_idx ON notice_entry (digest_id) WHERE digest_id IS NOT NULL;
  CREATE INDEX mail_notice_idx ON mail (notice, created_at, status);`;
const ACKNOWLEDGEMENTS = `
  CREATE TABLE acknowledgement (
    case_id uuid NOT NULL,
    what text NOT NULL,
    subject text NOT NULL,
    at timestamptz NOT NULL,
    by_name text NOT NULL,
    CONSTRAINT acknowledgement_pkey PRIMARY KEY (case_id, what, subject),
    CONSTRAINT acknowledgement_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id)
  );`;

/** What each person was told, how they wish to be told, the digests that gather it, and who has seen what they must know. */
export class OwnNotices1764000071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${SETTINGS_AND_DIGESTS} ${ENTRIES} ${ACKNOWLEDGEMENTS}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE acknowledgement; DROP INDEX mail_notice_idx; DROP TABLE notice_entry; DROP TABLE digest;
      DROP TABLE link_key; DROP TABLE notice_setting;`);
  }
}
