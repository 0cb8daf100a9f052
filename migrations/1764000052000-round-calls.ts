import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days of the call of each round, version by version. A round without a row has the usual call. */
export class RoundCalls1764000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE round_call (
        round varchar(6) NOT NULL,
        version integer NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        grace_days smallint NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid NOT NULL,
        set_name text NOT NULL,
        CONSTRAINT round_call_pkey PRIMARY KEY (round, version),
        CONSTRAINT round_call_set_by_fkey FOREIGN KEY (set_by) REFERENCES person (id)
      );
      CREATE TRIGGER round_call_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_call FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE round_call;');
  }
}
