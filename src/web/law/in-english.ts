import type { Words } from '../../catalogue/en.ts';

/** The `lang` of what stands in English on every page: the law in our own words. None is needed where the page is English. */
export const inEnglish = ({ lang }: Words): string | undefined => (lang === 'en' ? undefined : 'en');
