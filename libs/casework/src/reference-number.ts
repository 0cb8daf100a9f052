/** Whether a text can be the reference of a case at all; some that cannot the database would refuse as no text. */
export const mayBeReference = (text: string): boolean => /^[\w-]{1,40}$/.test(text);
