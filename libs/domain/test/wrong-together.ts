/** What is wrong with the steps of the offices of a request of several, where Fiji is the one that does not lead, and with a nudge. */
export const WRONG_TOGETHER = {
  EDIT_PART: [
    { country: 'KEN', daysPerYear: 10, at: 'country' },
    { country: 'FJI', daysPerYear: 400, at: 'daysPerYear' },
    { country: 'FJI', daysPerYear: 10, shareUSD: -1, at: 'shareUSD' },
  ],
  NUDGE: [{ clock: 'nobody', at: 'clock' }],
  SIGN_TOGETHER: [{ declaration: false, at: 'declaration' }],
  TAKE_BACK_SIGNATURE: [{ reason: ' ', at: 'reason' }],
  WITHDRAW_COUNTRY: [
    { country: 'KEN', reason: 'x', at: 'country' },
    { country: 'FJI', reason: '', at: 'reason' },
  ],
};
