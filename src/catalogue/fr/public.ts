import type { publicWords as english } from '../en/public.ts';
import { pluralIn } from '../plural.ts';

/** Ce que chacun lit du journal : chiffres, inscriptions par mois et par genre, retards, vérification. */

const plural = pluralIn('fr');

export const publicWords: typeof english = {
  figures: {
    heading: 'Chiffres',
    headingOf: (month: string): string => `Chiffres comptés pour ${month}`,
    lead: 'Combien de demandes, de décisions, d’autorisations et de transmissions il y a eu, comptées dans le journal public. Moins de dix ne sont jamais montrés : ils sont réunis à d’autres mois, États ou genres, toujours de la même façon, de sorte qu’aucune soustraction ne les rend.',
    practice: 'Dossiers d’exercice seulement',
    practiceBody: 'Ceci est un bac à sable. Les vrais dossiers ne sont jamais comptés avec des exercices.',
    none: 'Aucun mois ne s’est achevé avec au moins dix de quoi que ce soit. Les chiffres paraîtront ici quand ce sera le cas.',
    months: 'Mois comptés',
    allMonths: 'Tous les mois',
    chart: (kind: string): string => `${kind}, par période`,
    periods: 'Par période',
    by: { state: 'Par État', measure: 'Par mesure', category: 'Par genre de données', outcome: 'Par issue', ground: 'Par motif de refus' }, // prettier-ignore
    columns: ['Lequel', 'Nombre', 'Part'],
    kinds: {
      request: 'Demandes reçues',
      decision: 'Décisions',
      authorisation: 'Décisions de juridictions',
      production: 'Productions de fournisseurs',
      release: 'Transmissions de preuves',
      withdrawal: 'Demandes retirées',
      sealed: 'Actes sous scellé',
    },
    restOf: (period: string): string => `${period}, mois qui ne sont pas montrés seuls`,
    until: (year: string): string => `Jusqu’à la fin de ${year}, pas encore montrés`,
    quarter: (year: string, number: string): string => `Trimestre ${number} de ${year}`,
    values: {
      all: 'Tout ensemble',
      africa: 'Afrique, réunie',
      americas: 'Amériques, réunies',
      asia: 'Asie, réunie',
      europe: 'Europe, réunie',
      oceania: 'Océanie, réunie',
      'test-states': 'États d’essai, réunis',
      elsewhere: 'Ailleurs, réuni',
      'with-content': 'Avec contenu, réunis',
      'without-content': 'Sans contenu, réunis',
      'not-stated': 'Non indiqué',
      none: 'Aucun',
      granted: 'Accordé',
      narrowed: 'Accordé en partie',
      refused: 'Refusé',
    },
    downloads: 'Télécharger',
    csv: 'En tableau (CSV)',
    json: 'En JSON',
    howHeading: 'Recompter sans nous',
    how: 'Les chiffres découlent du seul journal publié. Ceci le lit, le vérifie, le compte, et dit où le journal prétend autre chose :',
    howCommand: (address: string, practice: boolean): string => `npx proviso report ${address}/log${practice ? ' --practice' : ''}`, // prettier-ignore
  },
  browse: {
    months: 'Mois',
    kinds: 'Genre',
    any: 'Tous',
    kind: {
      register: 'Registre', request: 'Demande', findings: 'Constatations', question: 'Question', information: 'Renseignements',
      consultation: 'Consultation', answer: 'Réponse', withdrawal: 'Retrait', decision: 'Décision', authorisation: 'Décision d’une juridiction',
      production: 'Production', release: 'Transmission', collection: 'Réception', extension: 'Report d’une date', secrecy: 'Ordonnance de secret',
      statistics: 'Chiffres d’un mois', opening: 'Ouverture d’inscriptions scellées', 'secrecy-extension': 'Secret prolongé', sealed: 'Scellée',
      revocation: 'Révocation', acknowledgement: 'Accusé de réception', service: 'Signification d’une ordonnance', challenge: 'Contestation', ruling: 'Décision sur une contestation',
      overdue: 'Obligation en retard', expiry: 'Fin d’une ordonnance', postponement: 'Ajournement', receipt: 'Réception confirmée', closing: 'Clôture',
      reopening: 'Réouverture', correction: 'Rectification', assignment: 'Attribution', access: 'Accès exceptionnel', destruction: 'Destruction des preuves',
      emergency: 'Urgence', 'call-back': 'Rappel de vérification', 'emergency-order': 'Ordonnance d’urgence', confirmation: 'Contrôle par un juge', deletion: 'Suppression', notice: 'Information de la personne',
      acceptance: 'Conditions acceptées', 'consent-request': 'Demande de consentement', consent: 'Réponse sur le consentement', 'consent-ruling': 'Le juge sur le consentement', use: 'Usage déclaré', 'destruction-receipt': 'Destruction par le destinataire', breach: 'Manquement',
      preservation: 'Préservation', 'preservation-end': 'Fin de la préservation', 'follow-up': 'Demande qui suit une préservation',
    }, // prettier-ignore
    openBy: (month: string): string => `à ouvrir au plus tard en ${month}`,
    goOn: 'Chercher plus loin',
    nothing: 'Aucune parmi les inscriptions parcourues.',
  },
  late: {
    heading: 'Ce qui est en retard',
    none: 'Rien. Aucune inscription scellée n’a passé son mois, aucune dette n’est impayée, et chaque chiffre se recalcule.',
    some: (count: number): string => plural(count, { one: '# chose n’est pas comme elle doit être.', other: '# choses ne sont pas comme elles doivent être.' }), // prettier-ignore
    columns: ['Inscription', 'Quoi', 'En détail'],
    tooLarge:
      'Ce journal est trop long pour être vérifié à chaque lecture de cette page. Un moniteur le vérifie en entier :',
    sealedHeading: 'Scellées à présent',
    sealed: (count: number): string => plural(count, { one: '# inscription est scellée. Chacun voit qu’elle est là, et jusqu’à quand.', other: '# inscriptions sont scellées. Chacun voit qu’elles sont là, et jusqu’à quand.' }), // prettier-ignore
    sealedColumns: ['À ouvrir au plus tard', 'Inscriptions'],
    codes: {
      'overdue-opening': 'Pas ouverte à temps',
      'late-opening': 'Ouverte trop tard',
      'opening-mismatch': 'Ouverte comme autre chose',
      'nothing-sealed': 'Ouvre ou prolonge ce qui n’est pas scellé',
      'late-extension': 'Prolongée trop tard',
      'no-court': 'Prolongée par qui ne le peut pas',
      'statistics-month': 'Chiffres d’un autre mois',
      'statistics-range': 'Chiffres d’autres inscriptions',
      'statistics-mismatch': 'Chiffres qui ne se recalculent pas',
      'time-goes-back': 'Un mois qui recule',
      'no-request': 'Sans demande',
      'no-grant': 'Sans décision',
      'no-authorisation': 'Sans juridiction',
      'no-production': 'Sans production',
      'no-release': 'Sans transmission',
    },
  },
  secrecy: {
    heading: 'Secret dans le journal public',
    none: 'Rien de ce dossier n’est scellé dans le journal public. Ses inscriptions portent des codes et aucun nom.',
    sealed: (count: number, month: string): string => plural(count, { one: `# inscription est scellée jusqu’en ${month}. Elle a été comptée aussitôt ; ce qu’elle dit est ouvert au plus tard alors.`, other: `# inscriptions sont scellées jusqu’en ${month}. Elles ont été comptées aussitôt ; ce qu’elles disent est ouvert au plus tard alors.` }), // prettier-ignore
    orderHeading: 'Ordonner le secret',
    extendHeading: 'Prolonger le secret',
    openHeading: 'Ouvrir ce qui est scellé',
    lead: 'À partir de votre ordonnance, les inscriptions de ce dossier au journal public disent seulement qu’un acte a été accompli et jusqu’à quel mois il est scellé. Rien n’est caché pour toujours : elles sont ouvertes ce mois-là, ou vous prolongez avant, avec des motifs. Les inscriptions antérieures restent telles quelles.',
    openBy: 'Scellé jusqu’à la fin de (comme 2027-03)',
    openByHelp: (months: number): string =>
      `Un mois à venir, dans ${months} mois au plus. Le traité ne fixe pas de limite ; celle-ci est la nôtre.`,
    openByProblem: 'Un mois, comme 2027-03',
    reason: 'Motif',
    reasonHelp: 'Si vous prolongez le secret, ce motif est public.',
    reasonProblem: 'Choisissez-en un',
    reasons: {
      investigation: 'Le savoir nuirait à l’enquête',
      'danger-to-a-person': 'Une personne serait en danger',
      'protection-of-evidence': 'Des preuves seraient détruites',
      'other-proceeding': 'Une autre procédure l’exige',
    },
    why: 'Motifs en toutes lettres',
    whyHelp: 'Pour ceux qui lisent le dossier. Ils ne sont pas dans le journal public.',
    order: 'Signer l’ordonnance',
    extend: 'Signer la prolongation',
    openLead:
      'Le journal public dit alors, pour chaque inscription scellée, ce qu’elle aurait dit aussitôt. Aucun nom n’y figure. Douze inscriptions s’ouvrent à la fois.',
    open: 'Ouvrir',
    copies: 'Prendre ce qui les ouvre, scellé à la clé de votre autorité',
  },
  promise: {
    heading: 'Vérifier une promesse du journal',
    lead: 'Qui accomplit un acte reçoit la promesse signée que l’inscription sera sous une tête attestée par des témoins à un moment donné. Collez-en une ici, telle que téléchargée. Ce que dit cette page se vérifie sans elle : le fichier est une note signée, et le journal est public.',
    label: 'La promesse',
    button: 'La vérifier',
    malformed:
      'Collez tout le fichier, de la première ligne à la signature. Ceci n’est pas une promesse que ce journal a signée.',
    kept: 'La promesse est tenue',
    keptBody: (index: number): string =>
      `L’inscription ${index} est celle qui fut promise, et une tête attestée la contient.`,
    waiting: 'La promesse n’est pas encore due',
    waitingBody: (until: string): string =>
      `L’inscription n’est pas encore sous une tête attestée. Elle doit l’être au plus tard le ${until}.`,
    broken: 'La promesse est rompue',
    brokenBody:
      'Le journal a signé ceci et ne l’a pas tenu. Gardez la promesse et le point de contrôle actuel : ensemble, ils prouvent la faute à chacun.',
    link: 'Vérifier une promesse',
  },
  field: {
    heading: 'Vérifier une valeur d’une inscription',
    lead: 'Qui détient l’ouverture d’une inscription peut vous en montrer une valeur et rien d’autre. Collez ce que vous avez reçu ; on le confronte à l’inscription du journal.',
    index: 'Numéro de l’inscription',
    label: 'Ce que vous avez reçu (proviso-field-opening/1)',
    button: 'La vérifier',
    indexProblem: 'Le numéro d’une inscription de ce journal',
    malformed: 'Du JSON de la forme proviso-field-opening/1',
    mismatchHeading: 'Ce n’est pas ce à quoi l’inscription engage',
    sealedHeading: 'Cette inscription est scellée',
    sealed: 'Ce qu’elle dit est ouvert au plus tard en son mois. Alors ses valeurs se vérifient une à une.',
    holdsHeading: 'L’inscription engage à cette valeur',
    name: 'Nom',
    value: 'Valeur',
    link: 'Vérifier une valeur d’une inscription',
  },
  strangers: {
    heading: 'Comment vérifier sans nous',
    lead: 'De ce qui suit, seuls les fichiers viennent de nous. Le journal suit des spécifications ouvertes (C2SP), et d’autres ont écrit des outils pour elles.',
    hash: 'L’empreinte d’une inscription, avec un interpréteur de commandes : c’est celle de la page de l’inscription.',
    hashCommand: (address: string): string[] => [
      `curl -s ${address}/log/leaves/0/bytes > leaf.json`,
      `(printf '\\000'; cat leaf.json) | sha256sum`,
    ],
    go: 'Le point de contrôle, une preuve et l’arbre, avec le module Go dont le projet Go se sert pour son propre journal :',
    goCommand: (address: string): string[] => [
      `curl -s ${address}/log/checkpoint > checkpoint; curl -s ${address}/log/log.vkey > log.vkey`,
      'go get golang.org/x/mod/sumdb/note golang.org/x/mod/sumdb/tlog',
      '# note.Open(checkpoint, note.VerifierList(log.vkey)), puis tlog.CheckRecord sur les empreintes d’un .tlog-proof',
    ],
    witness:
      'Tout témoin qui parle C2SP tlog-witness peut surveiller ce journal à la place des nôtres, et tout client C2SP tlog-tiles peut le lire.',
  },
};
