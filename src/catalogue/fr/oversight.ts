import type { oversight as english } from '../en/oversight.ts';

/** Les pages de ceux qui contrôlent. */

export const oversight: typeof english = {
  nav: 'Consultations',
  heading: 'Qui a lu quel dossier',
  lead: 'Chaque regard porté sur chaque dossier auquel votre État est partie, le dernier d’abord : qui, quand, quel dossier et pourquoi il lui était ouvert.',
  person: 'Nom du lecteur',
  case: 'Numéro du dossier',
  caseHelp: 'Le numéro entier, tel qu’il figure dans l’adresse du dossier.',
  which: 'Quelles lectures',
  glass: 'Seulement en cas de bris de glace',
  search: 'Chercher',
  none: 'Aucune lecture ne correspond.',
  columns: ['Quand', 'Qui', 'Dossier', 'Page', 'Pourquoi il lui était ouvert'],
  cut: (limit) => `Les ${limit} dernières sont affichées. Cherchez pour voir les autres.`,
};
