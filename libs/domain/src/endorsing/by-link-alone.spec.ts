import { expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { STAGES } from '../../test/stages.js';
import { availableActions } from '../decide.js';
import { endorserHolder, listedEndorsers } from './endorser.js';
import { BY_LINK_ALONE } from './events.js';

it('whoever is asked to endorse answers by the link, and takes no other step', () => {
  const c = STAGES.endorsersAsked();
  const holder = endorserHolder(listedEndorsers(c.facts)[0]!);
  const may = () =>
    availableActions(c.facts, holder)
      .filter((a) => a.allowed)
      .map((a) => a.type);
  expect(may()).toEqual(BY_LINK_ALONE);
  expect(availableActions(aCase().facts, holder)).toEqual([]);
  c.send('coordinator', { type: 'SUBMIT', declaration: true });
  expect(may()).toEqual([]);
});
