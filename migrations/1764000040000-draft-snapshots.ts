import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole text of a draft, kept once in a while, so that every earlier text is built from few lines of the record. */
export class DraftSnapshots1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_snapshot (
        request_id uuid NOT NULL,
        seq integer NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT draft_snapshot_pkey PRIMARY KEY (request_id, seq),
        CONSTRAINT draft_snapshot_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id)
      );
      CREATE TRIGGER draft_snapshot_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON draft_snapshot FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_snapshot;');
  }
}
