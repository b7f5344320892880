import type { lifeRefusals as english } from '../en/life-refusals.ts';

/** Pourquoi quelque chose n’a pas été fait dans la vie d’un dossier. */

export const lifeRefusals: typeof english = {
  'not-narrower': {
    heading: 'Cette ordonnance n’est pas plus étroite que celle qui a été contestée',
    body: 'Vous avez jugé qu’elle doit être restreinte. Rien n’a été signé. Écartez quelque chose, puis relisez l’ordonnance.',
  },
  'not-preservation': {
    heading: 'Ce n’est pas une demande de préservation',
    body: 'Cette demande vise une autre mesure. Statuez plutôt sur elle.',
  },
  'preserve-instead': {
    heading: 'La préservation est un acte à part',
    body: 'Rien n’est remis, donc aucune ordonnance n’est proposée au juge. Faites plutôt préserver les données.',
  },
  'preservation-floor': {
    heading: 'L’État requérant a encore le temps d’envoyer sa demande',
    body: 'Les données restent préservées 60 jours au moins (article 42(8)). Jusqu’au :',
  },
  'request-pending': {
    heading: 'Une demande de ces données n’est pas encore tranchée',
    body: 'Les données restent préservées jusque-là (article 42(8)).',
  },
  'not-following': {
    heading: 'Ce dossier ne peut pas suivre la préservation',
    body: 'Ce doit être une demande de votre autorité à la même autorité, pour au moins un des mêmes comptes, et non une nouvelle préservation.',
  },
  'bad-condition': {
    heading: 'Une condition a besoin de mots et d’une règle qui la fonde',
    body: 'Rien n’a été enregistré. Une condition peut se fonder sur l’une de ces règles :',
  },
  'not-postponable': {
    heading: 'Une telle entraide ne se diffère pas',
    body: 'L’article 40(27) vaut pour les articles 44 à 46. La préservation et la divulgation de données de trafic préservées n’attendent pas.',
  },
  'digest-differs': {
    heading: 'Ce n’est pas l’empreinte de ce qui a été transmis',
    body: 'Rien n’a été consigné. Recalculez-la sur le fichier evidence.age du paquet ; si elle diffère encore, recevez le paquet de nouveau.',
  },
  'receipt-open': {
    heading: 'L’État requérant n’a pas confirmé la réception',
    body: 'Un dossier dont des preuves sont sorties est clos une fois que le destinataire a confirmé ce qui est arrivé.',
  },
  'another-officer': {
    heading: 'Un autre agent rouvre ce dossier',
    body: 'Vous y avez statué en dernier. Votre autorité en a d’autres, qui peuvent le voir d’un œil neuf :',
  },
  'not-your-event': {
    heading: 'Cela n’a pas été écrit par votre autorité',
    body: 'Une autorité rectifie ce qu’elle a écrit elle-même.',
  },
  'no-such-duty': {
    heading: 'Cette date ne peut pas être reportée',
    body: 'Il n’y a pas maintenant de tel devoir dans ce dossier, ou sa date ne peut pas être reportée. Rien n’a été enregistré.',
  },
  'bad-date': {
    heading: 'Cette date n’est pas possible',
    body: 'Rien n’a été enregistré. Elle se situe entre ces deux dates :',
  },
};
