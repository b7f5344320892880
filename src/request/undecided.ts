import type { Case } from './case.ts';

/** A case that nobody decided yet, with the state that follows from what the asking State still owes it. */
export const undecided = (subject: Case): Case => ({
  ...subject,
  state: subject.consultations.some(({ answered, silent }) => answered === undefined && silent !== true)
    ? 'consulted'
    : subject.informationAsked === undefined
      ? 'received'
      : 'information-asked',
});

/** Nobody answered in time: the case waits for its officer again. */
export const silence = (before: Case): Case =>
  undecided({
    ...before,
    consultations: before.consultations.map((each) => ({
      ...each,
      ...(each.answered === undefined && { silent: true }),
    })),
  });

/** What was found stays, and shows that it was found about the request as it was before. */
export const supplied = ({ findings }: Case): Pick<Case, 'findings' | 'informationAsked'> => ({
  informationAsked: undefined,
  findings: new Map([...findings].map(([fact, found]) => [fact, { ...found, beforeChange: true }])),
});
