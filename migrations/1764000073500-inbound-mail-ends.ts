import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that came in is removed some time after it was dealt with; the message that it became stays with its case. */
export class InboundMailEnds1764000073500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_message DROP CONSTRAINT case_message_id_fkey');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO inbound_mail (id, message_key, recipient, sender, source, received_at, state, case_id, settled_at)
        SELECT m.id, 'removed ' || m.id, '', '', '', m.at, 'posted', m.case_id, m.at FROM case_message m
        WHERE NOT EXISTS (SELECT FROM inbound_mail i WHERE i.id = m.id);
      ALTER TABLE case_message ADD CONSTRAINT case_message_id_fkey FOREIGN KEY (id) REFERENCES inbound_mail (id);`);
  }
}
