import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office says to itself about a question of its draft, and in which section of it each person is. No part of the record of the case. */
export class WorkingTogether1764000043000 implements MigrationInterface {
  name = 'WorkingTogether1764000043000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_comment (
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        question text NOT NULL,
        answers uuid,
        text text NOT NULL,
        person_id uuid NOT NULL,
        person_name text NOT NULL,
        at timestamptz NOT NULL,
        resolved_at timestamptz,
        resolved_name text,
        CONSTRAINT draft_comment_pkey PRIMARY KEY (id),
        CONSTRAINT draft_comment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id),
        CONSTRAINT draft_comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT draft_comment_answers_fkey FOREIGN KEY (answers) REFERENCES draft_comment (id)
      );
      CREATE INDEX draft_comment_request_id_idx ON draft_comment (request_id);
      CREATE TABLE section_presence (
        request_id uuid NOT NULL,
        person_id uuid NOT NULL,
        section smallint NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT section_presence_pkey PRIMARY KEY (request_id, person_id),
        CONSTRAINT section_presence_request_id_fkey FOREIGN KEY (request_id) REFERENCES request (id),
        CONSTRAINT section_presence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE section_presence; DROP TABLE draft_comment;');
  }
}
