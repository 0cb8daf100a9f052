import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody keeps for themselves: filters by name, and addresses from which a calendar can be read. */
export class SavedViews1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT saved_view_pkey PRIMARY KEY (id),
        CONSTRAINT saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT saved_view_name_key UNIQUE (person_id, name)
      );
      CREATE TABLE calendar_feed (
        id uuid NOT NULL,
        hash bytea NOT NULL,
        person_id uuid NOT NULL,
        region text,
        created_at timestamptz NOT NULL,
        CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
        CONSTRAINT calendar_feed_hash_key UNIQUE (hash),
        CONSTRAINT calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
      );
      CREATE INDEX calendar_feed_person_id_idx ON calendar_feed (person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed, saved_view;');
  }
}
