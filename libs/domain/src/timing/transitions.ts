/** A recount leads nowhere: it moves days. */
export const recounting = { RECOUNT_CLOCKS: {} };
/** What happens to the time of clocks leads nowhere: holidays that move days, more time, and a stop. */
export const timing = {
  ...recounting,
  EXTEND_CLOCK: {},
  STOP_CLOCK: {},
  GO_ON_CLOCK: {},
  RESUME_CLOCKS: {},
  ASK_MORE_TIME: {},
  REFUSE_MORE_TIME: {},
  NUDGE: {},
};
