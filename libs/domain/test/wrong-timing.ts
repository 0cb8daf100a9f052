const TIME = { clock: 'returned', until: '2027-03-24', reason: 'x' };
const MORE = { party: 'regionalTeam:esa', until: '2027-03-24', reason: 'x' };
const long = (n: number) => 'a'.repeat(n);

/** What is wrong with steps that give time: for advice, and for a clock that waits for a correction. */
export const WRONG_TIMING = {
  EXTEND_CONSULTATION: [
    { ...MORE, party: 'regionalTeam:ap', at: 'party' },
    { ...MORE, until: 'soon', at: 'until' },
    { ...MORE, until: '2027-03-02', at: 'until' },
    { ...MORE, until: '2028-03-02', at: 'until' },
    { ...MORE, reason: ' ', at: 'reason' },
  ],
  EXTEND_CLOCK: [
    { ...TIME, clock: 'nobody', at: 'clock' },
    { ...TIME, until: 'soon', at: 'until' },
    { ...TIME, until: '2027-03-02', at: 'until' },
    { ...TIME, until: '2027-03-27', at: 'until' },
    { ...TIME, until: '2028-03-02', at: 'until' },
    { ...TIME, reason: ' ', at: 'reason' },
  ],
  STOP_CLOCK: [
    { ...TIME, clock: 'nobody', at: 'clock' },
    { ...TIME, until: '2027-02-26', at: 'until' },
    { ...TIME, until: '2028-03-02', at: 'until' },
    { ...TIME, until: '2027-03-05', reason: '', at: 'reason' },
  ],
  ASK_MORE_TIME: [
    { ...TIME, clock: 'nobody', at: 'clock' },
    { ...TIME, until: '2027-02-30', at: 'until' },
    { ...TIME, reason: long(2_001), at: 'reason' },
  ],
};
