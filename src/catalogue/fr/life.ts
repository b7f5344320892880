import type { life as english } from '../en/life.ts';

/** Les formulaires de la vie d’un dossier qui demandent peu de choses. Chacun dit ce qui suivra, et qui en est informé. */

export const life: typeof english = {
  acknowledge: {
    heading: 'Accuser réception',
    lead: 'L’État requérant apprend que sa demande est ici, ce qui suit et jusqu’à quand.',
    send: 'Accuser réception',
    next: 'Ce qui lui est dit',
    message: 'Message à l’État requérant',
    messageHelp: 'Facultatif. Par exemple qui traite la demande et comment joindre cette personne.',
  },
  'serve-order': {
    heading: 'Notifier l’ordonnance au fournisseur',
    lead: 'Le fournisseur reçoit l’ordonnance du juge avec une date. Avant la notification, rien n’est remis.',
    send: 'Notifier l’ordonnance',
    produceBy: 'À exécuter avant le (UTC)',
    produceByHelp: (latest: string): string => `Au plus tard à la fin de l’ordonnance elle-même : ${latest}.`,
    message: 'Message au fournisseur',
    messageHelp: 'Facultatif. Il n’ajoute rien à ce que l’ordonnance permet.',
  },
  challenge: {
    heading: 'Contester l’ordonnance',
    lead: 'Le tribunal qui a signé l’ordonnance statue sur votre contestation. D’ici là vous ne remettez rien et votre délai ne court pas.',
    send: 'Envoyer la contestation au tribunal',
    grounds: 'Pourquoi l’ordonnance ne devrait pas être exécutée telle quelle',
    reasons: 'Vos motifs',
    reasonsHelp: 'Le tribunal et l’autorité qui a notifié l’ordonnance les lisent ; l’État requérant ne les lit pas.',
    names: {
      'too-wide': 'Elle va au-delà de ce que l’affaire exige',
      'not-held': 'Nous ne détenons pas ces données, ou elles échappent à notre contrôle',
      'conflict-of-laws': 'L’exécuter violerait une autre loi qui nous lie',
      'protected-person': 'Elle vise un journaliste, un défenseur des droits ou une autre personne protégée',
      privilege: 'Elle couvre des communications protégées, avec un avocat par exemple',
      'weakens-security': 'Elle ne peut être exécutée sans affaiblir la sécurité ou le chiffrement',
      form: 'Sa forme est irrégulière, ou ce qui est ordonné n’est pas clair',
      other: 'Un autre motif',
    },
  },
  'decide-challenge': {
    heading: 'Statuer sur la contestation du fournisseur',
    lead: 'Le fournisseur ne remet rien tant que vous n’avez pas statué.',
    send: 'Statuer',
    challenge: 'La contestation',
    outcome: 'Ce que devient votre ordonnance',
    outcomes: {
      upheld: ['Elle est maintenue', 'Le fournisseur reçoit une nouvelle date.'],
      narrowed: [
        'Elle doit être restreinte',
        'Elle n’a plus d’effet. Vous signez le texte restreint à la page suivante.',
      ],
      'set-aside': ['Elle est annulée', 'Rien n’est remis. L’État requérant en est informé.'],
    },
    produceBy: 'Si elle est maintenue : à exécuter avant le (UTC)',
    reasons: 'Motifs',
    reasonsHelp: 'Le fournisseur et l’autorité qui a notifié l’ordonnance les lisent.',
    dateNeeded: 'Indiquez la nouvelle date',
  },
};
