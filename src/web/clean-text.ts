import { text } from '../request/fields.ts';

/** Whether a person's text is as long as may be and says what it shows: no controls, no reversed direction. */
export const isCleanText = (value: string): boolean => text.safeParse(value).success;
