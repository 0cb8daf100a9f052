import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the panel of a round meets, version by version; a version without a time takes it away. */
export class PanelDates1764000073200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE panel_date (
        round varchar(6) NOT NULL,
        version integer NOT NULL,
        starts_at timestamptz,
        minutes smallint NOT NULL,
        place text NOT NULL,
        zone text NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid NOT NULL,
        set_name text NOT NULL,
        CONSTRAINT panel_date_pkey PRIMARY KEY (round, version),
        CONSTRAINT panel_date_set_by_fkey FOREIGN KEY (set_by) REFERENCES person (id)
      );
      CREATE TRIGGER panel_date_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON panel_date FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE INDEX mail_panel_date_idx ON mail (person_id, id) WHERE apart = 'panelDate';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_panel_date_idx; DROP TABLE panel_date;');
  }
}
