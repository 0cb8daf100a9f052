import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conflicts of interest that are registered before anybody is appointed: of a person with a country, between two days. */
export class RegisteredConflicts1764000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registered_conflict (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        country character varying(3) NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL DEFAULT '',
        valid_from date NOT NULL,
        valid_until date,
        recorded_by uuid NOT NULL,
        recorded_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT registered_conflict_pkey PRIMARY KEY (id),
        CONSTRAINT registered_conflict_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT registered_conflict_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id)
      );
      CREATE INDEX registered_conflict_person_id_idx ON registered_conflict (person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registered_conflict;');
  }
}
