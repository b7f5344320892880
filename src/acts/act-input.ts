/** What every act on a case is told beside its own matter. */
export type ActOnCase = Readonly<{
  /** Made where the form was made: the same act sent twice is done once. */
  actId: string;
  /** The mandate under which the signed-in person acts. */
  mandate: string;
  caseId: string;
  /** The version of the case that the person saw. */
  version: number;
}>;
