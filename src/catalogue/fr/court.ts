import type { court as english } from '../en/court.ts';

/** La page du juge. */

export const court: typeof english = {
  heading: 'L’ordonnance, telle qu’elle serait signée',
  lead: 'Votre signature porte sur ce texte exactement, et sur rien d’autre.',
  draftedBy: 'Accordée par',
  hash: 'SHA-256 de ce texte',
  text: 'Texte de l’ordonnance',
  signHeading: 'Signer ou refuser',
  sign: 'Autoriser : signer ce texte',
  signHelp:
    'Votre signature, le texte et son empreinte sont consignés. Il peut alors être demandé cela au fournisseur, et rien de plus.',
  refuseHeading: 'Refuser l’autorisation',
  reasons: 'Motifs du refus',
  reasonsHelp: 'Ils sont communiqués à l’autorité qui a accueilli la demande.',
  refuse: 'Refuser',
  extend: {
    heading: 'Prolonger l’ordonnance',
    lead: 'La même ordonnance, mot pour mot, pour trente jours de plus, avec l’empreinte de celle qu’elle suit. Elle exige votre signature comme toute ordonnance, et elle est ensuite signifiée de nouveau.',
    sign: 'Signer la prolongation',
  },
  revoke: {
    heading: 'Retirer l’autorisation',
    lead: 'À partir de cet instant, plus rien n’est produit ni remis sur son fondement. Le fournisseur et les deux autorités en sont informés. Une nouvelle autorisation demande une nouvelle signature d’un nouveau texte.',
    reasons: 'Motifs',
    reasonsHelp: 'Ils restent au dossier.',
    send: 'La retirer',
  },
  conditions: 'Conditions que vous ajoutez, une par ligne',
  conditionsHelp: 'Elles accompagnent les preuves avec celles de la décision. Aucune de celles-ci n’est retirée.',
  offline: {
    heading: 'Signer avec une clé conservée hors ligne',
    lead: 'Portez l’ordonnance à la machine qui a votre clé, lisez-la, signez-la, et collez ce que la commande a écrit.',
    file: 'Télécharger l’ordonnance',
    signed: 'Ce que la commande a écrit',
    signedHelp: 'Le contenu de order.json.signed.json.',
    send: 'Envoyer cette signature',
    bad: 'Ce n’est pas ce que la commande écrit',
  },
  narrowHeading: 'Restreindre l’ordonnance',
  narrowLead:
    'Écartez ce que vous n’autorisez pas et lisez le nouveau texte. Une ordonnance ne peut jamais aller au-delà de ce qui a été accordé.',
  narrowed: 'Voici l’ordonnance restreinte que vous avez choisie. Ce qui est écarté est nommé dans son texte.',
  targets: 'Comptes, numéros et adresses',
  categories: 'Catégories de données',
  from: 'Preuves à partir du (UTC, compris)',
  until: 'Preuves jusqu’au (UTC, non compris)',
  validUntil: 'L’ordonnance peut être exécutée jusqu’au (UTC)',
  show: 'Montrer l’ordonnance restreinte',
  whole: 'Montrer de nouveau l’ordonnance entière',
  needOne: 'Gardez-en au moins un',
  needInside: 'Indiquez une date et une heure à l’intérieur de la période accordée, le début avant la fin',
};
