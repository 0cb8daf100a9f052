import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Worked examples with agreed scores, and how each reviewer scored them before a round. */
export class WorkedExamples1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE worked_example (
        id uuid NOT NULL,
        content jsonb NOT NULL,
        written_by text NOT NULL,
        written_at timestamptz NOT NULL,
        retired_at timestamptz,
        CONSTRAINT worked_example_pkey PRIMARY KEY (id)
      );
      CREATE TABLE example_take (
        example_id uuid NOT NULL,
        person_id uuid NOT NULL,
        round text NOT NULL,
        scores jsonb NOT NULL,
        taken_at timestamptz NOT NULL,
        CONSTRAINT example_take_pkey PRIMARY KEY (example_id, person_id, round),
        CONSTRAINT example_take_example_id_fkey FOREIGN KEY (example_id) REFERENCES worked_example (id),
        CONSTRAINT example_take_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
      );
      CREATE INDEX example_take_person_id_idx ON example_take (person_id, round);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE example_take, worked_example;');
  }
}
