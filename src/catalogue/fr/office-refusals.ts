import type { officeRefusals as english } from '../en/office-refusals.ts';

/** Refus relatifs aux mandats, au registre, à l’attribution et aux urgences. */

export const officeRefusals: typeof english = {
  'not-assigned': {
    heading: 'Ce dossier ne vous est pas attribué',
    body: 'Seuls les agents qui ont un dossier en charge l’ouvrent. Vous pouvez vous le faire attribuer, ou l’ouvrir avec un motif que lit l’organe de contrôle.',
  },
  'not-an-officer': {
    heading: 'Le dossier ne peut pas être attribué à ces agents',
    body: 'Choisissez des agents de votre propre autorité dont le mandat est valable, et parmi eux un agent qui puisse agir sur le dossier.',
  },
  'own-mandate': {
    heading: 'Quelqu’un d’autre doit le faire',
    body: 'Nul ne s’accorde un mandat à soi-même, et aucune autorité ne se porte garante d’elle-même dans son propre registre.',
  },
  'other-authority': {
    heading: 'Pas pour cette autorité',
    body: 'Une autorité de ce type ne connaît pas cette fonction, ou le code n’appartient pas à cet État.',
  },
  'mandate-dates': {
    heading: 'Les dates ne conviennent pas',
    body: 'La fin doit être postérieure au début, de cinq ans au plus.',
  },
  'known-person': {
    heading: 'Cet identifiant est celui d’une autre personne',
    body: 'Un identifiant désigne une seule personne, afin que nul n’agisse dans un dossier sous deux noms. Choisissez-en un autre :',
  },
  'mandate-holds': {
    heading: 'Cette personne a déjà ce mandat',
    body: 'Il est en cours. Mettez-y d’abord fin, ou choisissez une autre fonction.',
  },
  'not-in-register': {
    heading: 'Absent de ce registre',
    body: 'Le registre de votre autorité ne contient ni ce mandat ni cette inscription.',
  },
  'has-ended': {
    heading: 'Cela a déjà pris fin',
    body: 'Rien n’a été modifié. Ce qui a pris fin reste lisible dans le registre.',
  },
  'last-registrar': {
    heading: 'Le dernier greffier du registre demeure',
    body: 'Sans lui, nul ne pourrait tenir ce registre. Accordez d’abord ce mandat à quelqu’un d’autre.',
  },
  'not-a-key': {
    heading: 'Ceci n’est pas une clé',
    body: 'Une clé de vérification comporte un nom, une empreinte et la clé elle-même, reliés par des signes plus.',
  },
  'no-call-back': {
    heading: 'Cette autorité ne peut pas être rappelée',
    body: 'En urgence, des données ne sont divulguées qu’à une autorité dont la clé et la voie de rappel figuraient au registre avant l’arrivée de la demande. La voie ordinaire devant le tribunal reste ouverte.',
  },
  'beyond-need': {
    heading: 'Dites pourquoi il en faut davantage',
    body: 'Ces catégories de données vont au-delà de ce qui écarte le danger. Laissez-les de côté, ou motivez :',
  },
  'not-the-channel': {
    heading: 'Ce n’est pas la voie inscrite au registre',
    body: 'Appelez le numéro inscrit au registre. Un numéro tiré de la demande, ou d’ailleurs, ne prouve rien. Vous avez saisi :',
  },
  'no-prosecutor': {
    heading: 'Aucun procureur n’est en fonction',
    body: 'Personne ne pourrait ordonner maintenant. La voie ordinaire devant le tribunal reste ouverte.',
  },
  'call-back-too-old': {
    heading: 'Le rappel est trop ancien',
    body: 'Qui demandait alors ne demande peut-être plus. La voie ordinaire devant le tribunal reste ouverte.',
  },
  'notice-delayed': {
    heading: 'Pas encore',
    body: 'La notification est différée avec motifs, et le délai court encore. L’ordonnance dit jusqu’à quand.',
  },
};
