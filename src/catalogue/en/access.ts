/** Who may open a case: assignment, and breaking the glass. */

export const access = {
  heading: 'This case is not assigned to you',
  lead: 'You see its line in the list. Its contents are open to the officers who have it.',
  state: 'State of the case',
  from: 'From',
  received: 'Received',
  officers: 'Officers who have it',
  nobody: 'Nobody who holds a mandate now',
  glass: {
    heading: 'Open it all the same',
    lead: (hours: number): string =>
      `If somebody has to look now, you can. The case opens to you for ${hours} hours, for reading. That you opened it, when and why is recorded, counted in the public log, and sent to the overseer.`,
    reasons: 'Why you must open it',
    reasonsHelp: 'The overseer reads this.',
    send: 'Open the case and tell the overseer',
  },
  basis: {
    assignment: 'Assigned',
    'broken-glass': 'Glass broken',
    office: 'By office',
    oversight: 'Oversight',
    unknown: 'Not recorded',
  },
  opened: (hours: number): string =>
    `You broke the glass. The case is open to you for ${hours} hours after that, for reading. To act on it, have it assigned.`,
  assign: {
    link: 'Assign the case',
    heading: 'Assign the case',
    lead: 'The officers whom you choose can open the case and act on it. Those whom you leave out see its line in the list and no more.',
    officers: 'Officers of this authority',
    officer: (name: string, role: string): string => `${name}, ${role}`,
    reasons: 'Reasons',
    reasonsHelp: 'Why the case changes hands.',
    missing: 'Choose at least one officer who can act on the case',
    send: 'Assign',
  },
};
