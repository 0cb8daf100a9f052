import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNTRIES = `
  CREATE TABLE country (
    code varchar(3) NOT NULL,
    alpha2 varchar(2) NOT NULL,
    m49 varchar(3),
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    status varchar(12) NOT NULL,
    aliases text[] NOT NULL,
    footnote_en text,
    footnote_fr text,
    footnote_es text,
    edited_at timestamptz,
    CONSTRAINT country_pkey PRIMARY KEY (code),
    CONSTRAINT country_alpha2_key UNIQUE (alpha2),
    CONSTRAINT country_m49_key UNIQUE (m49),
    CONSTRAINT country_status_check CHECK (status IN ('member', 'observer', 'territory'))
  );
  CREATE TABLE country_name (
    country_code varchar(3) NOT NULL,
    valid_until date NOT NULL,
    valid_from date,
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    footnote text,
    edited_at timestamptz,
    CONSTRAINT country_name_pkey PRIMARY KEY (country_code, valid_until),
    CONSTRAINT country_name_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code)
  );`;

const REGIONS = `
  CREATE TABLE region (
    code varchar(8) NOT NULL,
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    position smallint NOT NULL,
    edited_at timestamptz,
    CONSTRAINT region_pkey PRIMARY KEY (code)
  );
  CREATE TABLE region_name (
    region_code varchar(8) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    edited_at timestamptz,
    CONSTRAINT region_name_pkey PRIMARY KEY (region_code, valid_from),
    CONSTRAINT region_name_region_code_fkey FOREIGN KEY (region_code) REFERENCES region (code)
  );
  CREATE TABLE country_region (
    country_code varchar(3) NOT NULL,
    region_code varchar(8) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    basis varchar(4) NOT NULL,
    edited_at timestamptz,
    CONSTRAINT country_region_pkey PRIMARY KEY (country_code, region_code, valid_from),
    CONSTRAINT country_region_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code),
    CONSTRAINT country_region_region_code_fkey FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT country_region_basis_check CHECK (basis IN ('team', 'area'))
  );
  CREATE INDEX country_region_region_code_idx ON country_region (region_code);`;

const PARTIES = `
  CREATE TABLE regional_office (
    code varchar(24) NOT NULL,
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    kind varchar(8) NOT NULL,
    city text NOT NULL,
    country_code varchar(3) NOT NULL,
    region_code varchar(8) NOT NULL,
    valid_from date,
    valid_until date,
    edited_at timestamptz,
    CONSTRAINT regional_office_pkey PRIMARY KEY (code),
    CONSTRAINT regional_office_country_code_fkey FOREIGN KEY (country_code) REFERENCES country (code),
    CONSTRAINT regional_office_region_code_fkey FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT regional_office_kind_check CHECK (kind IN ('office', 'centre'))
  );
  CREATE TABLE agency (
    code varchar(16) NOT NULL,
    name_en text NOT NULL,
    name_fr text NOT NULL,
    name_es text NOT NULL,
    valid_from date,
    valid_until date,
    edited_at timestamptz,
    CONSTRAINT agency_pkey PRIMARY KEY (code)
  );
  CREATE TABLE mechanism_member (
    mechanism varchar(16) NOT NULL,
    agency_code varchar(16) NOT NULL,
    attested_on date NOT NULL,
    role varchar(8) NOT NULL,
    source text NOT NULL,
    edited_at timestamptz,
    CONSTRAINT mechanism_member_pkey PRIMARY KEY (mechanism, agency_code, attested_on),
    CONSTRAINT mechanism_member_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agency (code),
    CONSTRAINT mechanism_member_role_check CHECK (role IN ('coChair', 'member'))
  );`;

const PRESENCES = `
  CREATE TABLE presence (
    year smallint NOT NULL,
    post varchar(40) NOT NULL,
    source varchar(40) NOT NULL,
    listed_as text NOT NULL,
    countries varchar(3)[] NOT NULL,
    region_code varchar(8),
    report_region text NOT NULL,
    code varchar(2) NOT NULL,
    under_framework boolean,
    national boolean NOT NULL,
    note text,
    doubt text,
    CONSTRAINT presence_pkey PRIMARY KEY (year, post, source),
    CONSTRAINT presence_region_code_fkey FOREIGN KEY (region_code) REFERENCES region (code),
    CONSTRAINT presence_code_check CHECK (code ~ '^[FN-][?]?$')
  );`;

/** Reference data: countries, regions, offices, agencies and the presences of advisers; dated where names change. */
export class Reference1764000001000 implements MigrationInterface {
  name = 'Reference1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [COUNTRIES, REGIONS, PARTIES, PRESENCES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE presence, mechanism_member, agency, regional_office, country_region, region_name, region,
        country_name, country`);
  }
}
