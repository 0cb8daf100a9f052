import type { MigrationInterface, QueryRunner } from 'typeorm';

// Requests and posts are both cases: one record, one outbox, one set of clocks, one log of mail.
const CASES = `
  CREATE TABLE case_file (
    id uuid NOT NULL,
    kind varchar(16) NOT NULL,
    CONSTRAINT case_file_pkey PRIMARY KEY (id),
    CONSTRAINT case_file_kind_check CHECK (kind IN ('request', 'deployment'))
  );
  INSERT INTO case_file (id, kind) SELECT id, 'request' FROM request;
  ALTER TABLE request ADD CONSTRAINT request_id_fkey FOREIGN KEY (id) REFERENCES case_file (id);`;

const SHARED = ['audit_event', 'outbox', 'deadline', 'mail'];
const toCases = (table: string): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_request_id_fkey;
  ALTER TABLE ${table} RENAME COLUMN request_id TO case_id;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id);`;
const toRequests = (table: string): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_case_id_fkey;
  ALTER TABLE ${table} RENAME COLUMN case_id TO request_id;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id);`;

const COUNTER = `
  ALTER TABLE reference_counter ADD COLUMN kind varchar(16) NOT NULL DEFAULT 'request';
  ALTER TABLE reference_counter ALTER COLUMN kind DROP DEFAULT;
  ALTER TABLE reference_counter DROP CONSTRAINT reference_counter_pkey;
  ALTER TABLE reference_counter ADD CONSTRAINT reference_counter_pkey PRIMARY KEY (kind, year);
  ALTER INDEX mail_request_id_idx RENAME TO mail_case_id_idx;`;

const DEPLOYMENT = `
  CREATE TABLE deployment (
    id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    ref text NOT NULL,
    revision integer NOT NULL,
    machine_version smallint NOT NULL,
    state text NOT NULL,
    tenure text,
    recruitment text,
    is_open boolean NOT NULL,
    title text NOT NULL,
    language varchar(2) NOT NULL,
    modality text NOT NULL,
    host varchar(3),
    duty_station text NOT NULL,
    countries text[] NOT NULL,
    regions text[] NOT NULL,
    framework boolean NOT NULL,
    origin text NOT NULL,
    request_id uuid,
    adviser_id uuid,
    adviser_name text,
    in_post_since date,
    ends_on date,
    empty_since date,
    successor_name text,
    successor_on date,
    recruiting_since date,
    candidate_on date,
    renewal text,
    stage_since date,
    stage_days jsonb NOT NULL,
    to_end boolean NOT NULL,
    attention_on date,
    funding text[] NOT NULL,
    funded_until date,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    words tsvector NOT NULL,
    facts jsonb NOT NULL,
    CONSTRAINT deployment_pkey PRIMARY KEY (id),
    CONSTRAINT deployment_ref_key UNIQUE (ref),
    CONSTRAINT deployment_seq_key UNIQUE (seq),
    CONSTRAINT deployment_id_fkey FOREIGN KEY (id) REFERENCES case_file (id),
    CONSTRAINT deployment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  ) WITH (fillfactor = 80);
  CREATE INDEX deployment_request_id_idx ON deployment (request_id) WHERE request_id IS NOT NULL;
  CREATE INDEX deployment_words_idx ON deployment USING gin (words);
  CREATE TABLE deployment_scope (
    scope text NOT NULL,
    seq bigint NOT NULL,
    deployment_id uuid NOT NULL,
    CONSTRAINT deployment_scope_pkey PRIMARY KEY (scope, seq),
    CONSTRAINT deployment_scope_deployment_id_fkey FOREIGN KEY (deployment_id) REFERENCES deployment (id)
  );
  CREATE INDEX deployment_scope_deployment_id_idx ON deployment_scope (deployment_id);
  CREATE TABLE deployment_cover (
    deployment_id uuid NOT NULL,
    key text NOT NULL,
    kind varchar(12) NOT NULL,
    person_id uuid,
    name text NOT NULL,
    detail text,
    from_on date NOT NULL,
    until_on date,
    planned_until date,
    from_certainty varchar(8) NOT NULL,
    until_certainty varchar(8) NOT NULL,
    CONSTRAINT deployment_cover_pkey PRIMARY KEY (deployment_id, key),
    CONSTRAINT deployment_cover_deployment_id_fkey FOREIGN KEY (deployment_id) REFERENCES deployment (id),
    CONSTRAINT deployment_cover_kind_check CHECK (kind IN ('incumbency', 'bridge', 'successor'))
  );
  CREATE INDEX deployment_cover_person_id_idx ON deployment_cover (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX deployment_cover_from_on_idx ON deployment_cover (from_on);
  CREATE TABLE deployment_country (
    deployment_id uuid NOT NULL,
    key text NOT NULL,
    country varchar(3) NOT NULL,
    days_per_month integer,
    from_on date NOT NULL,
    until_on date,
    CONSTRAINT deployment_country_pkey PRIMARY KEY (deployment_id, key),
    CONSTRAINT deployment_country_deployment_id_fkey FOREIGN KEY (deployment_id) REFERENCES deployment (id)
  );
  CREATE INDEX deployment_country_country_idx ON deployment_country (country, from_on);`;

/** The second kind of case: posts, with those who hold them and the countries that they cover. */
export class Deployments1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [CASES, ...SHARED.map(toCases), COUNTER, DEPLOYMENT]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE deployment_country, deployment_cover, deployment_scope;
      ALTER TABLE request DROP CONSTRAINT request_id_fkey;`);
    await runner.query(`
      DELETE FROM mail WHERE case_id IN (SELECT id FROM deployment);
      DELETE FROM outbox WHERE case_id IN (SELECT id FROM deployment);
      DELETE FROM deadline WHERE case_id IN (SELECT id FROM deployment);
      DROP TABLE deployment;`);
    for (const statements of SHARED.map(toRequests)) await runner.query(statements);
    await runner.query(`
      DROP TABLE case_file;
      DELETE FROM reference_counter WHERE kind <> 'request';
      ALTER TABLE reference_counter DROP CONSTRAINT reference_counter_pkey;
      ALTER TABLE reference_counter DROP COLUMN kind;
      ALTER TABLE reference_counter ADD CONSTRAINT reference_counter_pkey PRIMARY KEY (year);
      ALTER INDEX mail_case_id_idx RENAME TO mail_request_id_idx;`);
  }
}
