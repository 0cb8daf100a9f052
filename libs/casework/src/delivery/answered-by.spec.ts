import { describe, expect, it } from '@jest/globals';
import type { NoticeName } from '#domain';
import { aCase } from '../../../domain/test/a-case.js';
import { aDeployment } from '../../../domain/test/a-deployment.js';
import { anEvent } from '../../../domain/test/events.js';
import { invited, of, yes } from '../../../domain/test/endorsing.js';
import { castFor } from '../../../domain/test/cast.js';
import type { Candidate } from './audience.js';
import { answeredBy } from './answered-by.js';
import { caseTold, type AnyFacts } from './case-told.js';
import { askIsOver } from './due.js';
import { reachOf, rolesAsked } from './audience.js';

describe('who has answered', () => {
  it('is the office, or the team in the language of the reader', () => {
    const story = aCase().settled();
    story.send('team', anEvent('ADVISE', { facts: story.facts }));
    const { parties } = story.last!.notices.find((n) => n.name === 'adviceGiven')!;
    const told = { facts: story.facts, notice: 'adviceGiven' as const, ...(parties ? { parties } : {}) };
    expect(answeredBy(told)).toBe('Regional UNDG Team');
    expect(answeredBy(told, 'es')).toBe('Equipo Regional del GNUD');
    // What asks a party for something does not name it to itself.
    expect(answeredBy({ ...told, notice: 'adviceExtended' })).toBeNull();
  });

  it('is the agency of a head who endorses, and nobody of a post', () => {
    const story = invited('UNDP', 'UNICEF');
    const { key } = of(story, 'UNICEF');
    expect(answeredBy({ facts: story.facts, notice: 'endorsementGiven', parties: [key] })).toBe('UNICEF');
    expect(answeredBy({ facts: aDeployment().facts, notice: 'postOpened' })).toBeNull();
    expect(yes(story)).toBeDefined();
  });
});

it('what is asked for is over once no clock of it runs', () => {
  const waiting = caseTold(aCase().submitted().facts);
  expect(askIsOver(waiting, 'screeningNeeded')).toBe(false);
  expect(askIsOver(caseTold(aCase().accepted().facts), 'screeningNeeded')).toBe(true);
  // News is never over.
  expect(askIsOver(caseTold(aCase().accepted().facts), 'requestReceived')).toBe(false);
});

it('what is asked for at one stage does not wait again when the same clock asks for another step', () => {
  const over = (story: { facts: AnyFacts }, notice: NoticeName) => askIsOver(caseTold(story.facts), notice);
  expect(over(aDeployment(), 'postOpened')).toBe(false);
  expect(over(aDeployment().onboarding(), 'postOpened')).toBe(true);
  expect(over(aDeployment().selected(), 'selectionConsultation')).toBe(false);
  expect(over(aDeployment().planned(), 'selectionConsultation')).toBe(true);
  const request = aCase().funded();
  expect(over(request, 'termsToPropose')).toBe(false);
  request.send('desk', anEvent('PROPOSE_TOR', { facts: request.facts }));
  expect([over(request, 'termsToPropose'), over(request, 'torToSign')]).toEqual([true, false]);
});

it('of a post without a host country, the regional team is asked and no coordinator', () => {
  const people = Object.values(castFor(['TZA'], ['esa']))
    .filter((a) => !a.system)
    .map((a): Candidate => ({ ...a, email: `${a.id}@x.example`, language: 'en' }));
  const reached = (host: string | null) => {
    const { facts } = aDeployment().selected();
    const of = { ...facts, post: { ...facts.post, host, regions: host === null ? ['esa'] : facts.post.regions } };
    const told = {
      notice: 'selectionConsultation' as const,
      personId: null,
      clockKey: null,
      ledgerKey: null,
      facts: of,
    };
    const asked = rolesAsked(told);
    const found = people.filter((p) => p.assignments.some((a) => asked.includes(a.role)));
    const names = { countryName: (code: string) => code, regionName: (code: string) => code };
    return reachOf(told, found, names)!.to.map(({ person }) => person.id);
  };
  expect(reached('TZA')).toEqual(['coordinator', 'acting']);
  expect(reached(null)).toEqual(['team']);
});
