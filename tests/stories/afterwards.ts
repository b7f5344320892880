import { done, people, type Sandbox } from './sandbox.ts';

/** Walks a fresh case through what happens after the evidence has left. */
export type Afterwards = Readonly<
  Record<'accepted' | 'asked' | 'proposed' | 'destroyed' | 'closed', () => Promise<string>>
>;

export const question = { matter: 'other-use', recipient: 'Trial 7 KLs 3/26', purpose: 'The same fraud.', exculpatory: false }; // prettier-ignore
export const consent = { outcome: 'granted', finding: true, reasons: 'The same victims.', conditions: 'Sealed file.' } as const; // prettier-ignore

export function afterwards({ acts, see, on, released }: Pick<Sandbox, 'acts' | 'see' | 'on' | 'released'>): Afterwards {
  const accepted = async (): Promise<string> => {
    const caseId = await released();
    done(await acts().collect(await on(people.sender, caseId)));
    const shownSha256 = (await see(people.sender, caseId)).case.released?.body.conditionsSha256 ?? '';
    done(await acts().acceptConditions({ ...(await on(people.sender, caseId)), shownSha256 }));
    return caseId;
  };
  const asked = async (): Promise<string> => {
    const caseId = await accepted();
    done(await acts().askConsent({ ...(await on(people.sender, caseId)), ...question }));
    return caseId;
  };
  const proposed = async (): Promise<string> => {
    const caseId = await asked();
    done(await acts().answerConsent({ ...(await on(people.officer, caseId)), ...consent }));
    return caseId;
  };
  const destroyed = async (): Promise<string> => {
    const caseId = await accepted();
    done(await acts().confirmDestruction({ ...(await on(people.sender, caseId)), how: 'Wiped.' }));
    return caseId;
  };
  const closed = async (): Promise<string> => {
    const caseId = await destroyed();
    done(await acts().close({ ...(await on(people.officer, caseId)), reasons: 'Done.' }));
    return caseId;
  };
  return { accepted, asked, proposed, destroyed, closed };
}
