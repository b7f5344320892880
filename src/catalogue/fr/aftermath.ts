import type {
  aftermath as english,
  aftermathEvents as englishEvents,
  aftermathRefusals as englishRefusals,
  aftermathStates as englishStates,
  aftermathTasks as englishTasks,
} from '../en/aftermath.ts';

/** Après la transmission des preuves : conditions, consentement, usage, destruction, manquement, et fin du dossier. */

export const aftermath: typeof english = {
  heading: 'Conditions qui accompagnent les preuves',
  speciality: 'À quoi elles peuvent servir',
  specialitySays: 'À cette demande et à rien d’autre, sauf consentement préalable de l’autorité qui transmet.',
  onward: 'Communication à des tiers',
  onwardSays: 'À personne, sauf consentement préalable de l’autorité qui transmet.',
  retention: 'À détruire avant le',
  retentionFrom: {
    request: 'Aussi longtemps que l’État requérant a dit les conserver',
    ours: 'L’État requérant n’a fixé aucune durée, ou une durée trop longue ; celle-ci est la nôtre',
  },
  assurance: 'Autre condition',
  acceptance: 'Acceptées par le destinataire',
  notAccepted: 'pas encore',
  isAccepted: 'acceptées',
  destruction: 'Détruites',
  statement: 'SHA-256 de la déclaration signée',
  consents: 'Consentement à un autre usage ou à une communication',
  consentStates: { open: 'demandé', proposed: 'devant le juge', granted: 'consenti', refused: 'refusé' },
  uses: 'Usage déclaré',
  broken: 'Conditions non respectées',
  reasons: 'Motifs',
  reasonsHelp: 'Les deux États les lisent.',
  matters: {
    'onward-transfer': 'Communiquer les preuves à un État tiers ou à une organisation (art. 36(3))',
    'other-use': 'Les utiliser dans une autre procédure (art. 40(19))',
  },
  outcomes: { granted: 'Consentir', refused: 'Refuser' },
  proposed: 'Ce que propose l’autorité qui transmet',
  breaches: {
    'other-use': 'Utilisées à autre chose sans consentement',
    'onward-transfer': 'Communiquées à un tiers sans consentement',
    'kept-too-long': 'Conservées au-delà du délai',
    assurance: 'Une autre condition n’a pas été respectée',
    'not-accepted': 'Les conditions n’ont pas été acceptées à temps',
  },
  'accept-conditions': {
    heading: 'Accepter les conditions',
    lead: 'Vous engagez votre autorité à ce qui suit. Un reçu signé va à l’autorité qui transmet et son empreinte au journal public.',
    send: 'Accepter les conditions',
  },
  'ask-consent': {
    heading: 'Demander un consentement',
    lead: 'Avant que les preuves servent à autre chose ou soient communiquées. Rien ne peut être fait avant une réponse favorable.',
    send: 'Demander à l’autorité qui transmet',
    matter: 'Pour quoi',
    recipient: 'À qui, ou pour quelle autre procédure',
    recipientHelp: 'Un seul destinataire ou une seule procédure. Pour un autre, demandez à nouveau.',
    purpose: 'Dans quel but',
    special: 'Dans l’intérêt d’une personne',
    exculpatory: 'Elles révèlent des faits qui disculpent une personne',
  },
  'answer-consent': {
    heading: 'Répondre à la demande de consentement',
    lead: 'Votre constat et vos motifs vont à l’État requérant. Là où le droit exige un juge, votre consentement est une proposition qui lui est faite.',
    send: 'Répondre',
    outcome: 'Votre réponse',
    conditions: 'À quoi le consentement est lié',
    conditionsHelp: 'Facultatif.',
  },
  'rule-consent': {
    heading: 'Statuer sur le consentement proposé',
    lead: 'L’autorité qui transmet consentirait. Cela n’a aucun effet avant votre décision.',
    send: 'Statuer',
  },
  'record-use': {
    heading: 'Déclarer l’usage des preuves',
    lead: 'Un reçu signé va à l’autorité qui transmet.',
    send: 'Déclarer',
    use: 'Ce qui a été utilisé, et à quoi',
    useHelp: 'Dans quelle procédure, à quelle étape.',
  },
  'confirm-destruction': {
    heading: 'Confirmer la destruction',
    lead: 'Vous dites que les preuves et toutes leurs copies sont détruites. Un reçu signé va à l’autorité qui transmet. Cela ne peut pas être retiré.',
    send: 'Confirmer la destruction',
    how: 'Ce qui a été détruit, et comment',
    howHelp: 'Toutes les copies : fichiers, clés, sauvegardes.',
  },
  'record-breach': {
    heading: 'Consigner un manquement',
    lead: 'Il compte contre la qualité de l’État requérant. Son autorité lit vos motifs.',
    send: 'Consigner le manquement',
    which: 'Ce qui n’a pas été respecté',
  },
};

/** What a person can do after the evidence has left, as the case page lists it. */
export const aftermathTasks: typeof englishTasks = {
  'accept-conditions': ['Accepter les conditions', 'Avec un reçu signé. Elles accompagnent les preuves.'],
  'ask-consent': ['Demander un consentement', 'Avant un autre usage, ou avant de communiquer les preuves.'],
  'answer-consent': [
    'Répondre à la demande de consentement',
    'Avec votre constat et vos motifs. Articles 36(3) et 40(19).',
  ],
  'rule-consent': ['Statuer sur le consentement proposé', 'Il n’a aucun effet avant.'],
  'record-use': ['Déclarer l’usage des preuves', 'Avec un reçu signé.'],
  'confirm-destruction': ['Confirmer la destruction', 'Avant sa date, avec un reçu signé.'],
  'record-breach': ['Consigner un manquement', 'Avec motifs. Il compte contre la qualité de l’État.'],
};

/** What is said where an act of this part is refused. */
export const aftermathRefusals: typeof englishRefusals = {
  'not-overdue': {
    heading: 'Ce n’est pas en retard',
    body: 'Le dépassement d’une date n’est consigné qu’une fois la date passée :',
  },
};

/** What happened, as the timeline says it. */
export const aftermathEvents: typeof englishEvents = {
  'conditions-accepted': 'Conditions acceptées par le destinataire',
  'consent-asked': 'Consentement demandé',
  'consent-answered': 'Réponse à la demande de consentement',
  'consent-ruled': 'Le juge sur le consentement proposé',
  'use-recorded': 'Usage déclaré par le destinataire',
  'destruction-confirmed': 'Preuves détruites par le destinataire',
  'breach-recorded': 'Une condition n’a pas été respectée',
};

/** How a case stands after the evidence has left. */
export const aftermathStates: typeof englishStates = {
  accepted: 'Conditions acceptées',
  'consent-asked': 'Consentement demandé à l’autorité qui transmet',
  'consent-proposed': 'Consentement devant le juge',
  destroyed: 'Preuves détruites',
};
