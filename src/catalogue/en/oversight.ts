/** The pages of those who watch. */

export const oversight = {
  nav: 'Readings',
  heading: 'Who read which case',
  lead: 'Every look at every case in which your State takes part, the last first: who, when, which case, and why it was open to them.',
  person: 'Name of the reader',
  case: 'Number of the case',
  caseHelp: 'The whole number, as it stands in the address of the case.',
  which: 'Which readings',
  glass: 'Only where the glass was broken',
  search: 'Search',
  none: 'No reading fits.',
  columns: ['When', 'Who', 'Case', 'Page', 'Why it was open to them'],
  cut: (limit: number): string => `The last ${limit} are listed. Search to see others.`,
};
