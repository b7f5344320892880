import type { emergencyEvents as events, emergencyTasks as tasks } from '../en/emergency-case.ts';

/** Ce que la page du dossier dit d’une urgence : tâches et faits. */

export const emergencyTasks: typeof tasks = {
  'prepare-emergency': [
    'Demander une divulgation immédiate',
    'Seulement si une vie ou la sécurité est en danger et qu’aucun juge n’est joignable. Article 41.',
  ],
  'record-call-back': [
    'Rappeler l’autorité requérante',
    'Par la voie inscrite au registre. Vous n’êtes pas l’auteur de la préparation.',
  ],
  'order-emergency': ['Lire l’ordre d’urgence ; le signer ou non', 'Avant tout juge. Un juge examine ensuite.'],
  'confirm-emergency': ['Confirmer ou refuser l’ordre d’urgence', 'Ce que vous refusez est supprimé.'],
  'confirm-deletion': [
    'Confirmer la suppression des données',
    'Un juge de l’État requis a refusé la divulgation après coup.',
  ],
  'give-notice': ['Informer la personne concernée', 'Ses données ont été divulguées en urgence.'],
};

export const emergencyEvents: typeof events = {
  'emergency-prepared': 'Divulgation immédiate demandée : vie ou sécurité en danger',
  'called-back': 'Autorité requérante rappelée',
  'emergency-confirmed': 'Ordre d’urgence confirmé par un juge',
  'emergency-refused': 'Ordre d’urgence refusé par un juge',
  'deletion-confirmed': 'Suppression confirmée par l’État requérant',
  'notice-given': 'Personne concernée informée',
};
