/**
 * Share of the other documents that must have a subject for a draft without it to lack it: the half. It is what people
 * can set (`draft --share`).
 */
export const LACKED_SUBJECT_SHARE = 0.5
