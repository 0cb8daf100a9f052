import type { MigrationInterface, QueryRunner } from 'typeorm';

const ABSENCES = `
  CREATE TABLE absence (
    id uuid NOT NULL DEFAULT uuidv7(),
    person_id uuid NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    zone text NOT NULL,
    note text NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamptz NOT NULL,
    looked_on date,
    returned_at timestamptz,
    CONSTRAINT absence_pkey PRIMARY KEY (id),
    CONSTRAINT absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT absence_set_by_fkey FOREIGN KEY (set_by) REFERENCES person (id),
    CONSTRAINT absence_days_check CHECK (from_day <= until_day)
  );
  CREATE INDEX absence_person_id_idx ON absence (person_id, until_day);
  CREATE INDEX absence_open_idx ON absence (until_day) WHERE returned_at IS NULL;`;

/** Days on which people are away. */
export class Absences1764000076001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ABSENCES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE absence;');
  }
}
