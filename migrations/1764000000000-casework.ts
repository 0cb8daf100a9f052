import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = `
  CREATE TABLE person (
    id uuid NOT NULL DEFAULT uuidv7(),
    email text NOT NULL,
    name text NOT NULL,
    title text NOT NULL DEFAULT '',
    language varchar(2) NOT NULL DEFAULT 'en',
    subject text,
    illustrative boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (id),
    CONSTRAINT person_email_key UNIQUE (email),
    CONSTRAINT person_subject_key UNIQUE (subject),
    CONSTRAINT person_email_check CHECK (email = lower(email))
  );
  CREATE TABLE assignment (
    id uuid NOT NULL DEFAULT uuidv7(),
    person_id uuid NOT NULL,
    role text NOT NULL,
    regions text[] NOT NULL DEFAULT '{}',
    countries text[] NOT NULL DEFAULT '{}',
    acting_for text,
    valid_from date NOT NULL,
    valid_until date,
    CONSTRAINT assignment_pkey PRIMARY KEY (id),
    CONSTRAINT assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
  );
  CREATE INDEX assignment_person_id_idx ON assignment (person_id);
  CREATE INDEX assignment_role_idx ON assignment (role);
  CREATE TABLE credential (
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    scopes text[] NOT NULL,
    id_token text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT credential_pkey PRIMARY KEY (hash),
    CONSTRAINT credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT credential_kind_check CHECK (kind IN ('session', 'token'))
  );
  CREATE INDEX credential_expires_at_idx ON credential (expires_at);
  CREATE TABLE kept_form (
    person_id uuid NOT NULL,
    path text NOT NULL,
    body jsonb NOT NULL,
    kept_at timestamptz NOT NULL,
    CONSTRAINT kept_form_pkey PRIMARY KEY (person_id, path),
    CONSTRAINT kept_form_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
  );`;

const SETTINGS = `
  CREATE TABLE framework (
    id uuid NOT NULL DEFAULT uuidv7(),
    version integer NOT NULL,
    name text NOT NULL,
    applies_to text,
    definition jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    CONSTRAINT framework_pkey PRIMARY KEY (id),
    CONSTRAINT framework_version_key UNIQUE (version)
  );
  CREATE TABLE setting (
    version integer NOT NULL,
    clocks jsonb NOT NULL,
    set_at timestamptz NOT NULL,
    set_by text NOT NULL,
    CONSTRAINT setting_pkey PRIMARY KEY (version)
  );
  CREATE TABLE questionnaire (
    id varchar(64) NOT NULL,
    sections jsonb NOT NULL,
    kept_at timestamptz NOT NULL,
    CONSTRAINT questionnaire_pkey PRIMARY KEY (id)
  );
  CREATE TABLE clock_shift (
    id smallint NOT NULL DEFAULT 1,
    milliseconds bigint NOT NULL,
    CONSTRAINT clock_shift_pkey PRIMARY KEY (id),
    CONSTRAINT clock_shift_id_check CHECK (id = 1)
  );
  CREATE TABLE reference_counter (
    year integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT reference_counter_pkey PRIMARY KEY (year)
  );`;

// No index and no index predicate touches a column that a step changes: updates stay heap-only.
const REQUEST = `
  CREATE TABLE request (
    id uuid NOT NULL,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    ref text NOT NULL,
    revision integer NOT NULL,
    machine_version smallint NOT NULL,
    state text NOT NULL,
    consultation text,
    review text,
    is_open boolean NOT NULL,
    title text NOT NULL,
    language varchar(2) NOT NULL,
    type text NOT NULL,
    track text NOT NULL,
    modality text NOT NULL,
    round text NOT NULL,
    countries text[] NOT NULL,
    regions text[] NOT NULL,
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    submitted_at timestamptz,
    changed_at timestamptz NOT NULL,
    facts jsonb NOT NULL,
    CONSTRAINT request_pkey PRIMARY KEY (id),
    CONSTRAINT request_ref_key UNIQUE (ref),
    CONSTRAINT request_seq_key UNIQUE (seq)
  ) WITH (fillfactor = 80);
  CREATE TABLE request_content (
    request_id uuid NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT request_content_pkey PRIMARY KEY (request_id),
    CONSTRAINT request_content_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE TABLE request_version (
    request_id uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    documents jsonb NOT NULL,
    questionnaire_id varchar(64) NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by text NOT NULL,
    acting_for text,
    gaps_reason text,
    CONSTRAINT request_version_pkey PRIMARY KEY (request_id, number),
    CONSTRAINT request_version_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id),
    CONSTRAINT request_version_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES questionnaire (id)
  );
  CREATE TABLE request_scope (
    scope text NOT NULL,
    seq bigint NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT request_scope_pkey PRIMARY KEY (scope, seq),
    CONSTRAINT request_scope_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE INDEX request_scope_request_id_idx ON request_scope (request_id);
  CREATE TABLE request_search (
    request_id uuid NOT NULL,
    seq bigint NOT NULL,
    vector tsvector NOT NULL,
    CONSTRAINT request_search_pkey PRIMARY KEY (request_id),
    CONSTRAINT request_search_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE INDEX request_search_vector_idx ON request_search USING gin (vector);
  CREATE TABLE appointment (
    request_id uuid NOT NULL,
    person_id uuid NOT NULL,
    state text NOT NULL,
    appointed_at timestamptz NOT NULL,
    CONSTRAINT appointment_pkey PRIMARY KEY (request_id, person_id),
    CONSTRAINT appointment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE INDEX appointment_person_id_idx ON appointment (person_id, request_id);
  CREATE TABLE deadline (
    request_id uuid NOT NULL,
    key text NOT NULL,
    clock_group text NOT NULL,
    holder text NOT NULL,
    person_id uuid,
    region text,
    started_at timestamptz NOT NULL,
    due_on date NOT NULL,
    stopped_with integer,
    steps jsonb NOT NULL,
    step integer NOT NULL DEFAULT 0,
    next_at timestamptz,
    CONSTRAINT deadline_pkey PRIMARY KEY (request_id, key),
    CONSTRAINT deadline_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE INDEX deadline_next_at_idx ON deadline (next_at) WHERE next_at IS NOT NULL;
  CREATE INDEX deadline_holder_idx ON deadline (holder, due_on);
  CREATE INDEX deadline_person_id_idx ON deadline (person_id) WHERE person_id IS NOT NULL;`;

const RECORD = `
  CREATE TABLE audit_event (
    request_id uuid NOT NULL,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    event text NOT NULL,
    name text NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    role text,
    acting_for text,
    data jsonb NOT NULL,
    state jsonb NOT NULL,
    clocks jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_event_pkey PRIMARY KEY (request_id, seq),
    CONSTRAINT audit_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE FUNCTION audit_hash(previous bytea, request_id uuid, seq integer, at timestamptz, event text, name text, actor_id uuid, actor_name text, role text, acting_for text, data jsonb, state jsonb, clocks jsonb)
    RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256(previous || convert_to(jsonb_build_array(request_id, seq, extract(epoch FROM at), event, name, actor_id, actor_name, role, acting_for, data, state, clocks)::text, 'UTF8'));
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN RAISE EXCEPTION 'The record % is append-only', TG_TABLE_NAME; END $body$;
  CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER request_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON request_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TABLE receipt (
    person_id uuid NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    answer jsonb NOT NULL,
    given_at timestamptz NOT NULL,
    CONSTRAINT receipt_pkey PRIMARY KEY (person_id, key)
  );
  CREATE INDEX receipt_given_at_idx ON receipt (given_at);`;

const DELIVERY = `
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY,
    request_id uuid NOT NULL,
    revision integer NOT NULL,
    notice text NOT NULL,
    person_id uuid,
    clock_key text,
    ledger_key text,
    created_at timestamptz NOT NULL,
    dispatched_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id),
    CONSTRAINT outbox_ledger_key_key UNIQUE (ledger_key),
    CONSTRAINT outbox_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
  );
  CREATE INDEX outbox_waiting_idx ON outbox (id) WHERE dispatched_at IS NULL;
  CREATE TABLE mail (
    id uuid NOT NULL DEFAULT uuidv7(),
    outbox_id bigint NOT NULL,
    request_id uuid NOT NULL,
    recipient text NOT NULL,
    notice text NOT NULL,
    person_id uuid,
    to_addresses text[] NOT NULL,
    copy_addresses text[] NOT NULL DEFAULT '{}',
    language varchar(2) NOT NULL DEFAULT 'en',
    subject text,
    status text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    problem text,
    created_at timestamptz NOT NULL,
    handed_at timestamptz,
    CONSTRAINT mail_pkey PRIMARY KEY (id),
    CONSTRAINT mail_outbox_id_recipient_key UNIQUE (outbox_id, recipient),
    CONSTRAINT mail_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES outbox (id),
    CONSTRAINT mail_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id),
    CONSTRAINT mail_status_check CHECK (status IN ('queued', 'sending', 'sent', 'refused', 'failed'))
  );
  CREATE INDEX mail_request_id_idx ON mail (request_id, id);
  CREATE INDEX mail_unsent_idx ON mail (id) WHERE status IN ('queued', 'sending');`;

/** People, the case with its record, clocks and mail. */
export class Casework1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PEOPLE, SETTINGS, REQUEST, RECORD, DELIVERY]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail, outbox, receipt, audit_event, deadline, appointment, request_search, request_scope, request_version,
        request_content, request, reference_counter, clock_shift, questionnaire, setting, framework, kept_form, credential, assignment, person;
      DROP FUNCTION refuse_change; DROP FUNCTION audit_hash;`);
  }
}
