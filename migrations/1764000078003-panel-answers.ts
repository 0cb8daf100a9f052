import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who are invited to a panel answer, by their calendar program or on the page. */
export class PanelAnswers1764000078003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE panel_answer (
        round varchar(6) NOT NULL,
        person_id uuid NOT NULL,
        sequence integer NOT NULL,
        answer text NOT NULL,
        note text NOT NULL,
        proposed_at timestamptz,
        said_at timestamptz NOT NULL,
        CONSTRAINT panel_answer_pkey PRIMARY KEY (round, person_id, sequence),
        CONSTRAINT panel_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT panel_answer_answer_check CHECK (answer IN ('yes', 'perhaps', 'no'))
      );
      ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_state_check;
      ALTER TABLE inbound_mail ADD CONSTRAINT inbound_mail_state_check
        CHECK (state IN ('received', 'posted', 'answer', 'bounce', 'automatic', 'tray', 'dismissed'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE inbound_mail SET state = 'automatic' WHERE state = 'answer';
      ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_state_check;
      ALTER TABLE inbound_mail ADD CONSTRAINT inbound_mail_state_check
        CHECK (state IN ('received', 'posted', 'bounce', 'automatic', 'tray', 'dismissed'));
      DROP TABLE panel_answer;`);
  }
}
