import type { places as english } from '../en/places.ts';
import { pluralIn } from '../plural.ts';

/** Accueil, connexion, liste des dossiers, journal public. */

const plural = pluralIn('fr');

export const places: typeof english = {
  states: { XA: 'Arvenia', XB: 'Bellmark' },
  start: {
    heading: 'Des preuves électroniques par-delà les frontières, avec des garanties qui fonctionnent',
    lead: 'Un État demande à un autre des preuves électroniques en vertu de la Convention des Nations Unies contre la cybercriminalité. Proviso confronte chaque demande au droit, interroge des personnes sur ce que seules des personnes peuvent apprécier, et ne laisse rien sortir avant qu’un juge n’ait signé. Ensuite, chacun peut vérifier que tout cela a eu lieu.',
    signIn: 'L’essayer dans le bac à sable',
    walkHeading: 'Le chemin d’une demande',
    walk: [
      ['L’agent requérant envoie une demande.', 'Ce qui lui manque est nommé aussitôt, champ par champ.'],
      [
        'Le droit est interrogé.',
        'Obstacles, faits manquants et questions ouvertes, chacun avec son article. L’inconnu n’est jamais lu comme un non.',
      ],
      [
        'Un agent chargé du dossier décide.',
        'Une personne nommée répond, avec ses motifs, aux questions d’appréciation.',
      ],
      [
        'Un juge autorise.',
        'Un juge qui n’avait pas pris part au dossier signe exactement le texte montré, ou une ordonnance plus étroite, ou refuse.',
      ],
      [
        'Le fournisseur remet les preuves.',
        'Après avoir vérifié que l’ordonnance est authentique. Ce qui en sort est retenu.',
      ],
      [
        'Les preuves sont scellées et reçues.',
        'Avec une chaîne de traçabilité et des preuves que chacun peut vérifier hors ligne.',
      ],
      ['La personne concernée est informée.', 'En principe. Le secret exige un motif et un terme.'],
    ],
    promisesHeading: 'Trois promesses',
    promises: [
      [
        'Rien n’est accordé par une machine.',
        'Le programme trouve les obstacles, les lacunes et les devoirs. Les personnes décident.',
      ],
      ['Rien ne sort sans preuve.', 'Sans autorisation valable ni place dans le journal, pas de clé.'],
      ['Rien n’est caché pour toujours.', 'Les secrets sont comptés aussitôt et ouverts à une date.'],
    ],
    checkHeading: 'Ne nous croyez pas sur parole',
    check: (size: number): string =>
      `Chaque acte laisse une inscription dans un journal public qui ne peut plus être changée. Il compte ${plural(size, { one: '# inscription', many: '# d’inscriptions', other: '# inscriptions' })} à présent.`,
    checkLink: 'Voir le journal et comment le vérifier',
  },
  signIn: {
    heading: 'Qui voulez-vous être ?',
    lead: 'Dans le bac à sable, vous vous connectez d’un clic sous le nom de l’une de ces personnes inventées. Menez un dossier de bout en bout en changeant de place : envoyez une demande, décidez, autorisez, remettez, recevez.',
    as: (name: string): string => `Continuer comme ${name}`,
    may: {
      'case-officer':
        'Voit les demandes adressées à cette autorité, répond aux questions ouvertes, demande des compléments, décide avec ses motifs, transmet ce qu’un juge a autorisé.',
      'second-officer': 'Rappelle l’autorité requérante en cas d’urgence, par la voie que le registre connaît.',
      prosecutor:
        'Ordonne une divulgation immédiate quand une vie est en danger et qu’aucun juge ne peut être joint. Un juge examine ensuite.',
      judge:
        'Voit ce qui a été accordé et pourquoi. L’autorise, le restreint ou refuse. Signe exactement ce qui est montré.',
      provider: 'Vérifie qu’une ordonnance est authentique, puis remet les fichiers qu’elle demande.',
      'requesting-officer': 'Envoie des demandes, voit où elles en sont, reçoit les preuves scellées et les vérifie.',
      'person-concerned':
        'Apprend quand ses données ont été transmises, qui les a demandées et quelle juridiction l’a permis.',
      overseer: 'Voit chaque dossier de l’État, et qui l’a lu et quand. Ne décide rien.',
      'data-protection-officer':
        'Voit ce qu’il advient des données personnelles : consultations, conservation, notifications. Jamais leur contenu.',
      registrar:
        'Tient le registre : qui peut agir pour cette autorité, et quelles autorités d’autres États sont connues.',
    },
    ended: (date: string): string =>
      `Cette habilitation a pris fin le ${date}. Voyez ce qui se passe quand une personne sans habilitation essaie.`,
    unknown: 'Il n’y a pas de telle personne dans ce bac à sable.',
    off: 'Cette installation ne laisse entrer personne d’un clic.',
    already: (name: string): string => `Vous êtes connecté comme ${name}. Choisir une autre personne vous déconnecte.`,
  },
  cases: {
    heading: 'Dossiers',
    mine: 'Mon travail',
    mineCaption: 'Ce qui vous attend, le plus urgent d’abord',
    all: 'Tous les dossiers',
    allCaption: 'Dossiers, derniers changés d’abord',
    overdue: 'En retard',
    overdueCaption: 'Dossiers où quelque chose est en retard, derniers changés d’abord',
    foundCaption: 'Dossiers où figurent ces mots, derniers changés d’abord',
    lists: 'Listes de dossiers',
    listed: (title: string, count: string): string => `${title} (${count})`,
    number: (count: number): string => plural(count, { other: '#' }),
    moreThan: (count: number): string => plural(count, { other: 'plus de #' }),
    recent: 'Derniers changements',
    columns: [
      'Dossier',
      'État du dossier',
      'Entre',
      'Degré d’urgence',
      'Dernier changement',
      'Ce que vous pouvez faire',
    ],
    between: (from: string, to: string): string => `De ${from} à ${to}`,
    weight: (weight: number): string => `Urgence ${weight} sur 9`,
    due: 'À faire avant le',
    overdueSince: 'En retard depuis le',
    search: {
      label: 'Chercher dans les dossiers',
      help: 'Des mots qui figurent dans un dossier, “une expression entre guillemets droits ou anglais”, -sans. Ce que vous cherchez n’est gardé nulle part.',
      button: 'Chercher',
      heading: (count: string): string => (count === '1' ? '1 dossier trouvé' : `${count} dossiers trouvés`),
      none: 'Aucun dossier que vous puissiez lire ne contient ces mots.',
      tooLong: (limit: number): string => `${limit} caractères au plus`,
      again: 'Montrer les dossiers suivants',
    },
    filter: {
      heading: 'Filtrer',
      state: 'État du dossier',
      measure: 'Mesure',
      with: 'État concerné',
      any: 'Indifférent',
      apply: 'Montrer ces dossiers',
      clear: 'Retirer le filtre',
      none: 'Aucun dossier ne correspond à ce filtre.',
    },
    views: {
      heading: 'Vos listes enregistrées',
      name: 'Nom de cette liste',
      nameHelp: 'Enregistre le filtre, pour vous seul.',
      save: 'Enregistrer cette liste',
      remove: (name: string): string => `Supprimer « ${name} »`,
      badName: (limit: number): string => `Indiquez un nom de ${limit} caractères au plus`,
      full: (limit: number): string => `Vous avez ${limit} listes enregistrées. Supprimez-en d’abord une.`,
    },
    next: 'Dossiers suivants',
    first: 'Revenir aux premiers dossiers',
    name: (short: string): string => `Dossier ${short}`,
    none: 'Il n’y a aucun dossier que vous puissiez voir.',
    noneOfficer: 'Aucune demande n’est encore arrivée. Elle paraîtra ici.',
    noneRequesting: 'Vous n’avez pas encore envoyé de demande.',
    noneElse: 'Aucun dossier ne vous attend. Il en paraît un ici quand il atteint votre étape.',
    ended: 'Votre habilitation a pris fin',
    endedBody: (date: string): string =>
      `Elle était valable jusqu’au ${date}. Sans habilitation valable, aucun dossier ne peut être vu et rien ne peut être fait.`,
    waiting: (count: number): string =>
      count === 0
        ? 'Rien ne vous attend.'
        : plural(count, { one: 'Un dossier vous attend.', other: '# dossiers vous attendent.' }),
    nothing: 'Rien : une autre personne est attendue',
    closed: 'Rien : le dossier est clos',
    notMine: 'Ne vous est pas attribué',
  },
  log: {
    heading: 'Le journal public',
    lead: 'Chaque acte de chaque autorité laisse une inscription. Les inscriptions ne portent ni nom, ni compte, ni numéro de dossier. Elles forment un arbre dont la tête signée prouve à chacun, sans qu’il faille nous croire, qu’aucune inscription n’a été changée, retirée ou ajoutée après coup.',
    size: 'Inscriptions',
    root: 'Empreinte racine',
    origin: 'Nom du journal',
    checkpointHeading: 'Tête signée (point de contrôle)',
    checkpoint:
      'C’est une note signée C2SP. Gardez-en une copie : il doit être montré que chaque tête ultérieure la contient.',
    download: 'Télécharger le point de contrôle',
    key: 'Télécharger la clé qui le vérifie',
    howHeading: 'Comment le vérifier',
    how: 'Prenez le journal entier et recalculez sa racine à partir des inscriptions :',
    command: ['unzip proviso-log.zip -d proviso-log', 'npx proviso log verify proviso-log'],
    whole: 'Télécharger le journal entier',
    large: (limit: number): string =>
      `Le journal a plus de ${plural(limit, { one: '# inscription', many: '# d’inscriptions', other: '# inscriptions' })} : trop pour un seul fichier.`,
    package: 'Une remise porte ses propres preuves et se vérifie sans connexion :',
    packageCommand: 'npx proviso verify PACKAGE',
    overNetwork: 'Ou lisez-le là où il est, sans rien décompresser :',
    overNetworkCommand: (address: string): string[] => [
      `npx proviso log verify ${address}/log`,
      `npx proviso monitor ${address}/log --state seen`,
    ],
    witnessesHeading: 'Témoins',
    witnesses: (signed: number, known: number): string =>
      `${plural(signed, { one: '# témoin', other: '# témoins' })} sur ${known} ${signed < 2 ? 'a' : 'ont'} signé cette tête : chacun a vu que le journal n’a fait que croître. Rien n’est prouvé sous une tête que trop peu d’entre eux ont vue.`,
    witnessColumns: ['Témoin', 'Signé'],
    policy: 'Télécharger la règle des témoins',
    closedHeading: 'Le journal n’accepte rien tant qu’une personne n’a pas tranché',
    alarmHeading: 'Rien de plus récent ne peut être publié maintenant',
    browseHeading: 'Inscriptions',
    browse: 'Parcourir les inscriptions',
    leaves: {
      heading: 'Inscriptions du journal',
      caption: 'Inscriptions, les plus récentes d’abord',
      columns: ['Inscription', 'Mois', 'Genre', 'Autorité', 'Issue'],
      none: 'Il n’y a pas d’inscription ici.',
      older: 'Inscriptions plus anciennes',
      lookUp: 'Numéro d’une inscription, lu sur un récépissé',
      lookUpButton: 'La chercher',
    },
    leaf: {
      heading: (index: number): string => `Inscription ${index}`,
      lead: 'Voici les octets qui ont été inscrits. Ce à quoi ils engagent est connu de ceux que cela concerne, et peut être ouvert à chacun, champ par champ.',
      hash: 'Empreinte de la feuille',
      leafFile: 'Télécharger l’entrée elle-même',
      proof: 'Télécharger la preuve que le journal la contient',
      time: 'Télécharger la preuve du moment de son inscription',
      recorded: 'Inscrite',
      between: (from: string, until: string): string => `entre ${from} et ${until}, d’après les horloges des témoins`,
      until: (until: string): string => `au plus tard ${until}, d’après les horloges des témoins`,
      unknown: 'Pas encore prouvé',
      promise: 'Télécharger la promesse du journal qu’elle restera',
      check:
        'La preuve est un fichier .tlog-proof de C2SP. Elle se vérifie avec l’inscription, la clé du journal et la règle des témoins.',
      unproven:
        'Elle ne peut pas être prouvée en ce moment : trop peu de témoins répondent. La promesse dit jusqu’à quand elle doit l’être.',
    },
  },
};
