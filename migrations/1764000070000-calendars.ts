import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOLIDAYS = `
  CREATE TABLE holiday_change (
    id integer GENERATED ALWAYS AS IDENTITY,
    what varchar(7) NOT NULL,
    station varchar(3) NOT NULL,
    day date,
    name text NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by uuid,
    changed_name text NOT NULL,
    CONSTRAINT holiday_change_pkey PRIMARY KEY (id),
    CONSTRAINT holiday_change_what_check CHECK (what IN ('loaded', 'added', 'removed')),
    CONSTRAINT holiday_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person (id)
  );
  CREATE INDEX holiday_change_station_idx ON holiday_change (station, id);
  CREATE TRIGGER holiday_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON holiday_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TABLE holiday (
    station varchar(3) NOT NULL,
    day date NOT NULL,
    name text NOT NULL,
    source varchar(7) NOT NULL,
    added_by integer NOT NULL,
    removed_by integer,
    CONSTRAINT holiday_pkey PRIMARY KEY (station, day),
    CONSTRAINT holiday_source_check CHECK (source IN ('package', 'office')),
    CONSTRAINT holiday_added_by_fkey FOREIGN KEY (added_by) REFERENCES holiday_change (id),
    CONSTRAINT holiday_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES holiday_change (id)
  );
  CREATE INDEX holiday_day_idx ON holiday (day) WHERE removed_by IS NULL;
  CREATE TABLE seat (
    holder text NOT NULL,
    station varchar(3) NOT NULL,
    set_at timestamptz NOT NULL,
    set_by uuid NOT NULL,
    set_name text NOT NULL,
    CONSTRAINT seat_pkey PRIMARY KEY (holder),
    CONSTRAINT seat_station_fkey FOREIGN KEY (station) REFERENCES country (code),
    CONSTRAINT seat_set_by_fkey FOREIGN KEY (set_by) REFERENCES person (id)
  );
  CREATE TABLE recount (
    change_id integer NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT recount_pkey PRIMARY KEY (change_id, case_id),
    CONSTRAINT recount_change_id_fkey FOREIGN KEY (change_id) REFERENCES holiday_change (id),
    CONSTRAINT recount_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file (id)
  );`;

const CLOCKS = `
  ALTER TABLE deadline ADD COLUMN station varchar(3), ADD COLUMN counted_from date, ADD COLUMN counted_days integer;
  CREATE INDEX deadline_station_idx ON deadline (station, due_on) WHERE counted_days IS NOT NULL;`;

/** Holidays of duty stations with who changed them when, who sits where, and in which calendar each clock counts. */
export class Calendars1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [HOLIDAYS, CLOCKS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deadline DROP COLUMN station, DROP COLUMN counted_from, DROP COLUMN counted_days;
      DROP TABLE recount, seat, holiday, holiday_change;`);
  }
}
