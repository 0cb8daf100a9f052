import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the form knows of a country: which share a border with it, and the days of its planning and of the mechanisms. */
export class CountryKnown1764000053000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE country ADD COLUMN neighbours varchar(3)[] NOT NULL DEFAULT '{}';
      ALTER TABLE country ALTER COLUMN neighbours DROP DEFAULT;
      CREATE TABLE country_date (
        id uuid NOT NULL,
        country_code varchar(3) NOT NULL,
        kind varchar(24) NOT NULL,
        title text NOT NULL,
        from_on date NOT NULL,
        until_on date,
        source text NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid NOT NULL,
        entered_name text NOT NULL,
        ended_at timestamptz,
        ended_name text,
        CONSTRAINT country_date_pkey PRIMARY KEY (id),
        CONSTRAINT country_date_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code),
        CONSTRAINT country_date_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person (id)
      );
      CREATE INDEX country_date_country_idx ON country_date (country_code, from_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE country_date; ALTER TABLE country DROP COLUMN neighbours;');
  }
}
