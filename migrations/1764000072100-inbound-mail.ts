import type { MigrationInterface, QueryRunner } from 'typeorm';

const INBOUND = `
  CREATE TABLE inbound_mail (
    id uuid NOT NULL DEFAULT uuidv7(),
    message_key text NOT NULL,
    recipient text NOT NULL,
    sender text NOT NULL,
    source bytea NOT NULL,
    received_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'received',
    attempts integer NOT NULL DEFAULT 0,
    taken_at timestamptz,
    from_address text NOT NULL DEFAULT '',
    from_name text NOT NULL DEFAULT '',
    subject text NOT NULL DEFAULT '',
    text text NOT NULL DEFAULT '',
    reason text NOT NULL DEFAULT '',
    case_id uuid,
    settled_at timestamptz,
    settled_by uuid,
    settled_name text,
    settled_reason text,
    CONSTRAINT inbound_mail_pkey PRIMARY KEY (id),
    CONSTRAINT inbound_mail_message_key_recipient_key UNIQUE (message_key, recipient),
    CONSTRAINT inbound_mail_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT inbound_mail_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person (id),
    CONSTRAINT inbound_mail_state_check CHECK (state IN ('received', 'posted', 'bounce', 'automatic', 'tray', 'dismissed'))
  );
  CREATE INDEX inbound_mail_waiting_idx ON inbound_mail (id) WHERE state = 'received';
  CREATE INDEX inbound_mail_state_idx ON inbound_mail (state, id);`;
const MESSAGES = `
  CREATE TABLE case_message (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    audience text NOT NULL,
    text text NOT NULL,
    whole text NOT NULL,
    subject text NOT NULL,
    person_id uuid,
    person_name text NOT NULL,
    role text,
    notice text,
    files jsonb NOT NULL,
    at timestamptz NOT NULL,
    placed_by uuid,
    placed_name text,
    CONSTRAINT case_message_pkey PRIMARY KEY (id),
    CONSTRAINT case_message_id_fkey FOREIGN KEY (id) REFERENCES inbound_mail (id),
    CONSTRAINT case_message_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id),
    CONSTRAINT case_message_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES person (id),
    CONSTRAINT case_message_audience_check CHECK (audience IN ('office', 'officeAndOhchr', 'ohchr'))
  );
  CREATE INDEX case_message_case_id_idx ON case_message (case_id, at);`;

/** The mails that come in (replies, returned mails, and what nobody can match), and what is kept of them with a case. */
export class InboundMail1764000072100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INBOUND);
    await runner.query(MESSAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_message; DROP TABLE inbound_mail;');
  }
}
