import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { AGENCIES } from '../reference/agencies.js';
import { buildCountries } from '../reference/countries.js';
import { REGIONAL_OFFICES } from '../reference/regional-offices.js';
import { REGIONS } from '../reference/regions.js';
import { DEMONSTRATION_PEOPLE } from './people.js';

interface SampleRequest {
  requestedBy: { name: string; email: string };
  countries: string[];
  endorsements: { agency: string }[];
}
interface SampleReview {
  reviewers: { id: string; name: string }[];
  regionalAdvice: { from: string }[];
}

const SAMPLES = new URL('../../data/samples/', import.meta.url);
function samples<Sample>(folder: string): Sample[] {
  const files = readdirSync(new URL(folder, SAMPLES));
  return files.map((file) => JSON.parse(readFileSync(new URL(folder + file, SAMPLES), 'utf8')) as Sample);
}

const people = DEMONSTRATION_PEOPLE;
const byKey = new Map(people.map((person) => [person.key, person]));
const holders = (role: string) =>
  people.flatMap((person) => person.assignments.filter((assignment) => assignment.role === role));

describe('the people of the demonstration', () => {
  it('have a key and an address of their own, which leads nowhere', () => {
    expect(byKey.size).toBe(people.length);
    expect(new Set(people.map((person) => person.email)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.name)).size).toBe(people.length);
    for (const person of people) expect(person.email).toMatch(/^[a-z.-]+@[a-z-]+\.example$/);
  });

  it('include who asks in each sample request, with an office that drafts for the same countries', () => {
    for (const { requestedBy, countries } of samples<SampleRequest>('requests/')) {
      const asking = people.find((person) => person.email === requestedBy.email);
      expect(asking?.name).toBe(requestedBy.name);
      for (const role of ['residentCoordinator', 'rcOffice']) {
        const reaching = holders(role).filter((a) => countries.every((code) => a.countries?.includes(code)));
        expect(reaching).toHaveLength(1);
      }
    }
  });

  it('include every reviewer under the id of the samples', () => {
    for (const reviewer of samples<SampleReview>('reviews/').flatMap((review) => review.reviewers)) {
      const person = byKey.get(reviewer.id);
      expect(person?.name).toBe(reviewer.name);
      expect(person?.assignments.some((assignment) => assignment.role === 'reviewer')).toBe(true);
    }
  });

  it('include everybody whose advice is on record', () => {
    for (const { from } of samples<SampleReview>('reviews/').flatMap((review) => review.regionalAdvice)) {
      expect(people.filter((person) => person.organisation === from)).toHaveLength(1);
    }
  });

  it('cover every region with a desk officer, a regional team and a regional office', () => {
    for (const role of ['deskOfficer', 'regionalTeam', 'regionalOffice']) {
      const covered = new Set(holders(role).flatMap((assignment) => assignment.regions ?? []));
      expect(covered).toEqual(new Set(REGIONS.map((region) => region.code)));
    }
  });

  it('allow duties to be separated: two chairs and two approvers, and one of each of the rest', () => {
    const count = (role: string) => holders(role).length;
    expect(['panelChair', 'approver', 'fundManager', 'auditor', 'administrator'].map(count)).toEqual([2, 2, 1, 1, 1]);
  });

  it('show one person with two parts and one who acts for another between two days', () => {
    expect(people.filter((person) => person.assignments.length > 1).map((person) => person.key)).toEqual([
      'rv-sabbaghi',
    ]);
    const [acting] = holders('actingCoordinator');
    expect(byKey.get(acting?.actingFor ?? '')?.assignments[0]?.countries).toEqual(acting?.countries);
    expect(acting!.from < acting!.until!).toBe(true);
  });

  it('hold jurisdictions and agencies that the reference data know', () => {
    const countries = new Set(buildCountries().map((country) => country.code));
    const agencies = new Set(AGENCIES.map((agency) => agency.code));
    const assignments = people.flatMap((person) => [...person.assignments]);
    for (const assignment of assignments) {
      for (const code of assignment.countries ?? []) expect(countries).toContain(code);
      if (assignment.agency) expect(agencies).toContain(assignment.agency);
    }
    for (const { agency } of samples<SampleRequest>('requests/').flatMap((request) => request.endorsements)) {
      expect(agencies).toContain(agency);
    }
  });

  it('have a regional office behind each of their keys', () => {
    const offices = new Set(REGIONAL_OFFICES.map((office) => `ro-${office.code}`));
    const keys = people.map((person) => person.key).filter((key) => key.startsWith('ro-'));
    expect(keys.filter((key) => !offices.has(key))).toEqual([]);
  });
});
