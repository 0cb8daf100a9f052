import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { dayForAdvice } from '../consultation/clocks.js';
import { todosFor } from '../time/todo.js';
import { addDays } from '../time/working-days.js';
import { assessmentOf } from './states.js';

const consultation = (c: CaseBuilder) => assessmentOf(c.facts.state)?.consultation;
const supports = { type: 'ADVISE', position: 'supports', text: 'No other offer in the region.' } as const;
const silence = (c: CaseBuilder) => c.on(30).send('clock', { type: 'RECORD_SILENCE' });

describe('consultation', () => {
  it('ends when the regional team has advised; the OHCHR office is not waited for', () => {
    const c = aCase().accepted().send('regionalOffice', supports);
    expect(consultation(c)).toBe('awaited');
    expect(consultation(c.send('team', supports))).toBe('answered');
    expect(consultation(aCase().accepted().send('team', supports))).toBe('answered');
  });

  it('names as silent whoever did not answer: silence is recorded, never taken for consent', () => {
    const c = silence(aCase().accepted().send('regionalOffice', supports));
    expect(consultation(c)).toBe('silent');
    expect(c.facts.consultation.map((x) => [x.key, x.state])).toEqual([
      ['regionalTeam:esa', 'silent'],
      ['regionalOffice:esa', 'answered'],
    ]);
  });

  it('lets late advice in and marks it as late; the silence of the day stays recorded', () => {
    const c = silence(aCase().accepted()).send('team', supports);
    expect(consultation(c)).toBe('silent');
    expect(c.facts.consultation[0]).toMatchObject({ state: 'answered', advice: { late: true } });
    expect(c.attempt('team', supports)).toMatchObject({ code: 'notReady' });
  });

  it('is open to the office that was not waited for, until the day that it was told, however far the review is', () => {
    const c = aCase().accepted().send('team', supports);
    const late = (x: CaseBuilder) => x.facts.consultation[1]!.advice!.late;
    const day = dayForAdvice(c.facts, 'regionalOffice:esa')!;
    expect(late(c.send('regionalOffice', supports))).toBe(false);
    const withPanel = () => aCase().accepted().send('team', supports).settled();
    expect(withPanel().facts.state).toBe('recommendation');
    expect(late(withPanel().on(day).send('regionalOffice', supports))).toBe(false);
    const after = withPanel().on(addDays(day, 1)).send('regionalOffice', supports);
    expect([after.facts.state, late(after)]).toEqual(['recommendation', true]);
  });

  it('takes advice once from each party', () => {
    const c = aCase().accepted().send('team', supports);
    expect(c.attempt('team', supports)).toMatchObject({
      code: 'notReady',
      message: 'Your advice on this request has been given.',
    });
  });

  it('hears each office of a region in its own name, beside the team', () => {
    const { cast } = aCase();
    const speaker = (office: string) => ({
      ...cast.regionalOffice,
      assignments: [assigned('regionalOffice', { regions: ['esa'], office })],
    });
    const officesIn = () => [
      { code: 'addis', name: 'East Africa' },
      { code: 'pretoria', name: 'Southern Africa' },
    ];
    const c = aCase({
      cast: { ...cast, regionalOffice: speaker('addis'), spare: speaker('pretoria') },
      context: { officesIn },
    }).accepted();
    const said = () => c.facts.consultation.map((x) => [x.key, x.state, x.advice?.by.id]);
    expect(c.attempt('regionalOffice', { ...supports, from: 'regionalOffice:pretoria' })).toMatchObject({
      entry: { data: { key: 'regionalOffice:addis' } },
    });
    c.send('regionalOffice', supports);
    expect(c.attempt('regionalOffice', supports)).toMatchObject({ code: 'notReady' });
    expect(todosFor(c.facts, c.cast.spare).map((t) => t.clock.key)).toEqual(['consultation:regionalOffice:pretoria']);
    expect(todosFor(c.facts, c.cast.regionalOffice)).toEqual([]);
    c.send('team', supports);
    expect(said()).toEqual([
      ['regionalTeam:esa', 'answered', 'team'],
      ['regionalOffice:addis', 'answered', 'regionalOffice'],
      ['regionalOffice:pretoria', 'awaited', undefined],
    ]);
    // The case waits no longer, and yet the other office keeps its time; then its silence is recorded.
    expect(consultation(c)).toBe('answered');
    expect(todosFor(c.facts, c.cast.spare)).toHaveLength(1);
    silence(c);
    expect(said()[2]).toEqual(['regionalOffice:pretoria', 'silent', undefined]);
    expect(consultation(c)).toBe('answered');
  });

  it('is over with the recommendation: who was still awaited then was silent', () => {
    const c = aCase().accepted().send('team', supports).settled();
    expect(c.facts.consultation[1]!.state).toBe('awaited');
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
    expect(c.facts.consultation[1]!.state).toBe('silent');
    expect(c.facts.clocks.map((x) => x.key)).toEqual(['decision']);
    expect(c.last!.notices.map((n) => n.name)).toEqual(['decisionNeeded', 'adviceClosed']);
    expect(
      aCase()
        .recommended()
        .last!.notices.map((n) => n.name),
    ).toEqual(['decisionNeeded']);
  });

  it('is cut short by a recommendation before its time: until when there was time is kept, and what comes within it is not late', () => {
    const c = aCase().accepted().send('team', supports).settled();
    const { dueOn } = c.facts.clocks.find((x) => x.group === 'consultation')!;
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
    expect(c.facts.consultation[1]).toMatchObject({ state: 'silent', cutShort: dueOn });
    expect(c.facts.consultation[0]).not.toHaveProperty('cutShort');
    c.send('approver', anEvent('SEND_BACK', { facts: c.facts })).send('regionalOffice', supports);
    expect(c.facts.consultation[1]!.advice!.late).toBe(false);
  });

  it('is over after its time where nobody has recorded it yet', () => {
    const c = aCase().accepted().send('team', supports).settled().on(60);
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
    expect(c.facts.consultation[1]).not.toHaveProperty('cutShort');
    expect(c.last!.notices.map((n) => n.name)).toEqual(['decisionNeeded', 'ownSilenceRecorded']);
  });

  it('cannot be answered in another party’s name', () => {
    const c = aCase()
      .accepted()
      .send('team', { ...supports, from: 'regionalOffice:esa' });
    expect(c.facts.consultation.map((x) => x.state)).toEqual(['answered', 'awaited']);
  });

  it('of several regions waits for every regional team, and is answered when one of them was and the others were silent', () => {
    const cast = castFor(['TZA', 'NER'], ['esa', 'wca']);
    const esa = { ...cast.team, assignments: [assigned('regionalTeam', { regions: ['esa'] })] };
    const wide = () =>
      aCase({ cast: { ...cast, team: esa }, content: aContent({ countries: ['TZA', 'NER'] }) }).accepted();
    expect(consultation(wide().send('team', supports))).toBe('awaited');
    expect(wide().send('team', supports).attempt('team', supports)).toMatchObject({ code: 'notReady' });
    expect(consultation(silence(wide().send('team', supports)))).toBe('answered');
    expect(consultation(silence(wide().send('regionalOffice', supports)))).toBe('silent');
  });

  it('follows the countries when these change before the request is submitted again', () => {
    const cast = aCase().cast;
    const wide = {
      ...cast.coordinator,
      assignments: [{ ...cast.coordinator.assignments[0]!, countries: ['TZA', 'NER'] }],
    };
    const c = aCase({ cast: { ...cast, coordinator: wide } }).returned();
    c.send('coordinator', { type: 'EDIT', patch: { countries: ['NER'] } });
    c.send('coordinator', { type: 'RESUBMIT', declaration: true });
    expect(c.facts.consultation.map((x) => x.key)).toEqual(['regionalTeam:wca', 'regionalOffice:wca']);
    expect(c.facts).toMatchObject({ state: 'screening', version: 2, returned: null });
  });
});
