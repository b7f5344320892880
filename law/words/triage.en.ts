import type { FactorId } from '../triage.ts';

/** Why a case comes before another. */
export const triage = {
  'seriousness/abuse-of-children': 'abuse or exploitation of children',
  'seriousness/ten-years': 'ten years or more under our law',
  'seriousness/systems-stopped': 'systems kept from working',
  'seriousness/four-years': 'four years or more under our law',
  'seriousness/claimed': 'four years or more, as the requester says',
  'urgency/danger-found': 'danger to life or safety, confirmed',
  'urgency/danger-stated': 'danger to life or safety, as the requester says',
  'urgency/preservation': 'data to be preserved at once',
  'urgency/data-at-risk': 'data about to be lost or changed',
  'urgency/deadline': 'a deadline with a reason',
  'vulnerability/child': 'a child is concerned',
  'vulnerability/protected-person': 'a person under special protection',
  'vulnerability/gendered-harm': 'harm for gender or orientation is possible',
  'vulnerability/intimate-images': 'intimate images',
} as const satisfies Record<FactorId, string>;
