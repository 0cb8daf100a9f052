/** Those who stand behind a request are asked while it is written. */
export const endorsing = {
  INVITE_ENDORSERS: {},
  ASK_ENDORSERS_AGAIN: {},
  REPLACE_ENDORSER: {},
  WITHDRAW_ENDORSER: {},
  ENDORSE: {},
  DECLINE_ENDORSEMENT: {},
  RECORD_ENDORSER_UNREACHED: {},
};
