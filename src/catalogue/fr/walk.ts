import type { walk as english } from '../en/walk.ts';

/** Pages du fournisseur, du destinataire et de la personne concernée. */

export const walk: typeof english = {
  production: {
    heading: 'Vérifier l’ordonnance, puis remettre les preuves',
    checksHeading: 'Cette ordonnance est-elle authentique ?',
    genuine: 'Oui. Chaque vérification tient.',
    notGenuine: 'Non. Ne remettez rien.',
    checks: {
      text: [
        'Le texte est l’ordonnance',
        'Le texte ci-dessous dit exactement ce que disent les données de l’ordonnance.',
        'Le texte n’est pas ce que disent les données de l’ordonnance.',
      ],
      signature: [
        'Signée',
        'La signature de l’empreinte de ce texte a été faite avec la clé inscrite du juge.',
        'Aucune signature valable d’un juge inscrit ne porte sur ce texte.',
      ],
      mandate: [
        'Par un juge habilité',
        'L’habilitation du juge était valable quand l’ordonnance a été signée.',
        'L’habilitation du juge n’était pas valable quand l’ordonnance a été signée.',
      ],
      separation: [
        'Qui n’avait pas pris part au dossier',
        'Ni celui qui a demandé ni celui qui a accordé n’est celui qui a autorisé.',
        'La personne qui a autorisé avait déjà pris part au dossier.',
      ],
      validity: ['Toujours valable', 'L’ordonnance peut encore être exécutée aujourd’hui.', 'L’ordonnance a expiré.'],
      log: [
        'Dans le journal public',
        'L’autorisation a son inscription dans le journal, sous la tête signée.',
        'L’autorisation n’est pas dans le journal.',
      ],
    },
    holds: 'Tient',
    fails: 'Ne tient pas',
    hash: 'SHA-256 du texte',
    signedBy: 'Signée par',
    signedAt: 'Signée le',
    logEntry: 'Inscription au journal',
    validUntil: 'Valable jusqu’au',
    text: 'L’ordonnance',
    filesHeading: 'Remettre les preuves',
    files: 'Fichiers de preuves',
    filesHelp:
      '20 fichiers de 20 Gio au plus, 100 Gio en tout ; un envoi interrompu reprend où il en était. Sans JavaScript, fichiers de 50 Mo au plus, 90 Mo en tout. Envoyez-les tels que vous les détenez : ce qui sort de l’ordonnance est retenu avant que quoi que ce soit ne parte.',
    uploadedHeading: 'Fichiers déjà reçus',
    uploadedLead:
      'Ils sont chiffrés et ne sont pas encore remis. Les fichiers complets sont remis avec le formulaire ci-dessous ; ce que personne ne remet est supprimé après sept jours.',
    uploadedWhole: (bytes: number): string => `${bytes} octets, complet`,
    uploadedPart: (received: number, bytes: number): string =>
      `${received} octets sur ${bytes}, incomplet : choisissez de nouveau le même fichier pour reprendre`,
    hashOf: 'SHA-256',
    takeBack: (name: string): string => `Retirer ${name}`,
    uploadFailed: 'non envoyé.',
    send: 'Remettre ces fichiers',
    challenge:
      'Si vous pensez que l’ordonnance ne doit pas être exécutée telle quelle, n’envoyez aucun fichier et contestez-la.',
  },
  collect: {
    heading: 'Recevoir les preuves',
    conditionsHeading: 'Conditions que vous acceptez avec les preuves',
    noConditions: 'Aucune.',
    collect: 'Télécharger le paquet',
    collectLead: 'Chaque téléchargement est consigné.',
    verifyHeading: 'Le vérifier, hors ligne et sans nous',
    verify: 'Vérifiez le fichier tel quel. Chaque étape est nommée ; un seul octet modifié se voit.',
    open: 'Ouvrez les preuves scellées avec votre clé. Tout outil du format age le fait.',
    key: (authority: string): string =>
      `Dans ce bac à sable, votre clé est le fichier keys/${authority}.age-identity du dossier de données. Hors d’un bac à sable, elle ne quitte jamais votre propre ordinateur.`,
  },
  notices: {
    heading: 'Ce qui vous est notifié',
    lead: 'Quand des données vous concernant sont transmises, vous l’apprenez ici : en principe dès la transmission, ou à la fin du secret.',
    none: 'Il n’y a pas de notification pour vous.',
    noneBody:
      'Une notification paraît ici dès que des données vous concernant ont été transmises, sauf si un juge l’a différée pour un motif et jusqu’à une date.',
    item: (number: number, state: string): string =>
      `Notification ${number} : des données vous concernant ont été transmises à l’État suivant : ${state}`,
    who: 'Qui a demandé',
    court: 'Quelle juridiction l’a autorisé',
    ordered: 'Autorisé le',
    released: 'Transmis le',
    measure: 'Genre de mesure',
    categories: 'Catégories de données',
    period: 'De quand à quand',
    sandbox: 'Dans ce bac à sable, une personne représente quiconque est visé par un dossier.',
    before:
      'Le juge l’a autorisé avant que les données ne partent. Le journal public montre l’ordre des deux inscriptions.',
  },
};
