/** What helps to answer, in one line under each question of the form. */
export const GUIDE_LINES: Readonly<Record<string, string>> = {};
