import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reviewer notes for themselves about a case. No part of its record: nobody else reads it, auditors included. */
export class ReviewNotes1764000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review_note (
        request_id uuid NOT NULL,
        person_id uuid NOT NULL,
        text text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT review_note_pkey PRIMARY KEY (request_id, person_id),
        CONSTRAINT review_note_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id),
        CONSTRAINT review_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_note;');
  }
}
