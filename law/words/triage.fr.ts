import type { FactorId } from '../triage.ts';

/** Pourquoi un dossier passe avant un autre. */
export const triage = {
  'seriousness/abuse-of-children': 'abus ou exploitation d’enfants',
  'seriousness/ten-years': 'dix ans ou plus selon notre droit',
  'seriousness/systems-stopped': 'systèmes empêchés de fonctionner',
  'seriousness/four-years': 'quatre ans ou plus selon notre droit',
  'seriousness/claimed': 'quatre ans ou plus, selon le requérant',
  'urgency/danger-found': 'danger pour la vie ou la sécurité, confirmé',
  'urgency/danger-stated': 'danger pour la vie ou la sécurité, selon le requérant',
  'urgency/preservation': 'données à préserver sans attendre',
  'urgency/data-at-risk': 'données sur le point d’être perdues ou modifiées',
  'urgency/deadline': 'une échéance motivée',
  'vulnerability/child': 'un enfant est concerné',
  'vulnerability/protected-person': 'une personne spécialement protégée',
  'vulnerability/gendered-harm': 'un préjudice lié au genre ou à l’orientation est possible',
  'vulnerability/intimate-images': 'images intimes',
} as const satisfies Record<FactorId, string>;
