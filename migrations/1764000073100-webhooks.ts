import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOOKS = `
CREATE TABLE webhook (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  name text NOT NULL,
  url text NOT NULL,
  secret text NOT NULL,
  types text[] NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  failing_since timestamptz,
  off_at timestamptz,
  off_why text,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person (id),
  CONSTRAINT webhook_made_by_fkey FOREIGN KEY (made_by) REFERENCES person (id)
);
CREATE INDEX webhook_owner_id_idx ON webhook (owner_id);`;
const TELLINGS = `
CREATE TABLE webhook_delivery (
  id uuid NOT NULL DEFAULT uuidv7(),
  webhook_id uuid NOT NULL,
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  told_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'waiting',
  attempts integer NOT NULL DEFAULT 0,
  replays smallint NOT NULL DEFAULT 0,
  fed_at timestamptz,
  tried_at timestamptz,
  took_ms integer,
  answer_status integer,
  answer text,
  problem text,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE,
  CONSTRAINT webhook_delivery_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id),
  CONSTRAINT webhook_delivery_once_key UNIQUE (webhook_id, case_id, seq),
  CONSTRAINT webhook_delivery_status_check CHECK (status IN ('waiting', 'delivered', 'failed'))
);
CREATE INDEX webhook_delivery_log_idx ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_waiting_idx ON webhook_delivery (id) WHERE status = 'waiting';`;

/** Programs that are told of steps, and what became of each telling. */
export class Webhooks1764000073100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOOKS);
    await runner.query(TELLINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE webhook_delivery; DROP TABLE webhook;');
  }
}
