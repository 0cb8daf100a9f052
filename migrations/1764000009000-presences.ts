import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts of the past from lists of presences, the contradictions between lists, and how people settled them. */
export class Presences1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE presence_contradiction (
        key text NOT NULL,
        kind varchar(20) NOT NULL,
        post varchar(40) NOT NULL,
        years smallint[] NOT NULL,
        words text NOT NULL,
        found_at timestamptz NOT NULL,
        CONSTRAINT presence_contradiction_pkey PRIMARY KEY (key)
      );
      CREATE TABLE presence_settlement (
        id bigint GENERATED ALWAYS AS IDENTITY,
        contradiction_key text NOT NULL,
        decision varchar(20) NOT NULL,
        note text NOT NULL,
        settled_by uuid NOT NULL,
        settled_name text NOT NULL,
        settled_at timestamptz NOT NULL,
        CONSTRAINT presence_settlement_pkey PRIMARY KEY (id),
        CONSTRAINT presence_settlement_contradiction_key_fkey FOREIGN KEY (contradiction_key) REFERENCES presence_contradiction (key)
      );
      CREATE INDEX presence_settlement_contradiction_key_idx ON presence_settlement (contradiction_key, id);
      CREATE TRIGGER presence_settlement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON presence_settlement
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TABLE presence_post (
        key varchar(60) NOT NULL,
        deployment_id uuid NOT NULL,
        revision integer NOT NULL,
        CONSTRAINT presence_post_pkey PRIMARY KEY (key),
        CONSTRAINT presence_post_deployment_id_key UNIQUE (deployment_id),
        CONSTRAINT presence_post_deployment_id_fkey FOREIGN KEY (deployment_id) REFERENCES deployment (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence_post, presence_settlement, presence_contradiction;');
  }
}
