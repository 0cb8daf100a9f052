import { expect, it } from '@jest/globals';
import { aDeployment, against, postCast } from '../../test/a-deployment.js';

const TRANSFER = { type: 'TRANSFER', to: 'DEP-2027-002', on: '2028-01-01', endsOn: '2029-12-31' } as const;
const other = () => aDeployment({ cast: postCast(), context: { newRef: 'DEP-2027-002' } });
const unknown = 'notFound: There is no such post, or it is not one that you can open.';

it('nobody moves an adviser to a post of another region, and nobody learns who holds it', () => {
  const { mover: _mover, ...receive } = moved();
  const mover = postCast().deskElsewhere;
  for (const there of [other().on('2028-01-01'), other().arrived().on('2028-01-01')])
    expect(against(there, 'clock', { ...receive, mover })).toBe(unknown);
});

it('whoever reads both posts and does not move advisers there is told who does', () => {
  const mover = postCast().team;
  expect(against(other().on('2028-01-01'), 'clock', { ...moved(), mover })).toMatch(
    /^notYourRole: This is done by the OHCHR desk officer/,
  );
  expect(against(other().on('2028-01-01'), 'clock', moved())).toBe('taken');
});

/** The other half of a transfer that the desk officer takes. */
function moved() {
  const [also] = aDeployment().serving().on('2028-01-01').send('desk', TRANSFER).last!.also;
  expect(also).toMatchObject({ ref: 'DEP-2027-002', namedAt: 'to' });
  const { event } = also!;
  if (event.type !== 'RECEIVE') throw new Error(event.type);
  return event;
}
