import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOREIGN_KEY = 'notice_entry_digest_id_fkey';

/** A digest is a mail like all others; a mail about no one case has a reader without a role. */
export class DigestsAreMails1764000073400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One that came to nothing before stands on its cases, each line to be sent again for itself: it has no address.
    await runner.query(`
      ALTER TABLE mail_recipient ALTER COLUMN role DROP NOT NULL;
      ALTER TABLE notice_entry DROP CONSTRAINT ${FOREIGN_KEY};
      INSERT INTO mail (id, apart, apart_about, recipient, person_id, to_addresses, addresses, priority, language, subject, status, attempts, problem, weighed, created_at, handed_at)
        SELECT d.id, 'digest', jsonb_build_object('dueAt', d.due_at), p.id::text, p.id, ARRAY[p.email], CASE WHEN d.status IN ('queued', 'sending') THEN ARRAY[lower(p.email)] ELSE '{}' END,
          3, p.language, d.subject, d.status, d.attempts, d.problem, true, d.created_at, d.handed_at
        FROM digest d JOIN person p ON p.id = d.person_id WHERE d.status <> 'empty';
      UPDATE notice_entry e SET digest_id = NULL FROM digest d WHERE d.id = e.digest_id AND d.status = 'empty';
      ALTER TABLE notice_entry ADD CONSTRAINT ${FOREIGN_KEY} FOREIGN KEY (digest_id) REFERENCES mail (id) ON DELETE SET NULL;
      DROP TABLE digest;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE digest (
        id uuid NOT NULL DEFAULT uuidv7(),
        person_id uuid NOT NULL,
        due_at timestamptz NOT NULL,
        status text NOT NULL,
        subject text,
        problem text,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        handed_at timestamptz,
        CONSTRAINT digest_pkey PRIMARY KEY (id),
        CONSTRAINT digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT digest_status_check CHECK (status IN ('queued', 'sending', 'sent', 'empty', 'refused', 'failed'))
      );
      CREATE INDEX digest_unsent_idx ON digest (id) WHERE status IN ('queued', 'sending');
      INSERT INTO digest (id, person_id, due_at, status, subject, problem, attempts, created_at, handed_at)
        SELECT id, person_id, (apart_about ->> 'dueAt')::timestamptz, CASE status WHEN 'bounced' THEN 'refused' ELSE status END, subject, problem, attempts, created_at, handed_at
        FROM mail WHERE apart = 'digest';
      ALTER TABLE notice_entry DROP CONSTRAINT ${FOREIGN_KEY};
      DELETE FROM mail WHERE apart = 'digest';
      DELETE FROM mail_recipient WHERE role IS NULL;
      ALTER TABLE mail_recipient ALTER COLUMN role SET NOT NULL;
      ALTER TABLE notice_entry ADD CONSTRAINT ${FOREIGN_KEY} FOREIGN KEY (digest_id) REFERENCES digest (id);`);
  }
}
