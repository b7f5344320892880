import type { CaseView } from '../../acts/see-case.ts';

/** A case as a program reads it: what its mandate may read, nothing else (src/acts/case-part.ts). */
export function caseJson({ case: subject, mandate, assessment, open, people, readings }: CaseView): object {
  const { findings, ...rest } = subject;
  return {
    ...rest,
    findings: Object.fromEntries(findings),
    assessment,
    open,
    mandate: mandate.id,
    people: [...people.values()].map(({ id, name, role, authority, authorityName, state }) => ({ id, name, role, authority, authorityName, state })),
    readings,
  }; // prettier-ignore
}
