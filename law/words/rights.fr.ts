/** Les traités relatifs aux droits de l’homme : l’objet de chaque règle, et ce qui est dit quand sa conséquence s’ensuit. */
export const rightsRules = {
  'cat/3(2)/pattern': [
    'Ensemble de violations graves',
    'Il existe un ensemble de violations graves et systématiques : une seconde personne examine le dossier, et les motifs en traitent.',
  ],
  'crc/3/child': [
    'Un enfant est concerné',
    'La personne concernée est un enfant : son intérêt supérieur prime, et une seconde personne examine le dossier.',
  ],
  'crc/12/heard': [
    'L’enfant est entendu',
    'L’enfant, ou qui le représente, est informé en des mots qu’il comprend, et apprend comment être entendu et comment se plaindre.',
  ],
  'crc/16/privacy': [
    'Vie privée de l’enfant',
    'Ce qui montre l’intimité de l’enfant est vu par le moins de personnes possible, gardé à part, et détruit ou restitué à la fin de la procédure.',
  ],
  'crc/40/identity': ['Identité de l’enfant', 'L’identité de l’enfant n’est rendue publique à aucun stade.'],
  'iccpr/2(3)/delay-ends': [
    'Le secret a un motif et un terme',
    'Il est demandé au requérant un motif et un terme du secret.',
  ],
  'iccpr/2(3)/notice-position': [
    'Position sur l’information de la personne',
    'Il est demandé au requérant si la personne peut être informée.',
  ],
  'iccpr/2(3)/person-told': [
    'La personne concernée est informée',
    'La personne concernée est informée à la transmission, ou à la fin d’un report justifié, et apprend comment se plaindre.',
  ],
  'iccpr/6/assurance': [
    'Peine de mort : assurance',
    'Il est demandé au requérant l’assurance que la peine de mort ne sera ni prononcée ni exécutée.',
  ],
  'iccpr/6/bar': [
    'Peine de mort : obstacle',
    'La procédure peut aboutir à la peine de mort, et aucune assurance ne l’exclut.',
  ],
  'iccpr/7/torture': [
    'Torture et mauvais traitements',
    'Il existe un risque réel de torture ou de mauvais traitements.',
  ],
  'iccpr/9/arbitrary-detention': [
    'Détention arbitraire, comme motif',
    'Il existe un risque réel de détention arbitraire.',
  ],
  'iccpr/9/arbitrary-detention-bar': [
    'Détention arbitraire, comme obstacle',
    'Il existe un risque réel de détention arbitraire.',
  ],
  'iccpr/14(7)/tried-before': ['Pas deux fois', 'La personne a déjà été définitivement jugée pour ce comportement.'],
  'iccpr/14/privilege': [
    'Secret de l’avocat',
    'Les échanges entre l’avocat et son client sont écartés, ou détruits sans être lus là où ils se trouvent.',
  ],
  'iccpr/14/unfair-trial': [
    'Procès inéquitable, comme motif',
    'Il existe un risque réel d’un procès manifestement inéquitable.',
  ],
  'iccpr/14/unfair-trial-bar': [
    'Procès inéquitable, comme obstacle',
    'Il existe un risque réel d’un procès manifestement inéquitable.',
  ],
  'iccpr/15/when-committed': [
    'Pas de peine sans loi',
    'Le comportement n’était pas une infraction quand il a eu lieu.',
  ],
  'iccpr/17/legality': ['Légalité', 'Aucune loi claire de l’État requis ne prévoit la mesure.'],
  'iccpr/17/necessity': ['Nécessité', 'La mesure n’est pas nécessaire.'],
  'iccpr/18/belief': [
    'Religion ou conviction',
    'Le comportement relève de la religion ou de la conviction, que le droit des droits de l’homme protège.',
  ],
  'iccpr/19/protected-conduct': [
    'Expression et presse',
    'Le comportement relève de l’expression ou du journalisme, que le droit des droits de l’homme protège.',
  ],
  'iccpr/19/protected-person': [
    'Personne spécialement protégée',
    'La personne concernée est spécialement protégée : une seconde personne examine le dossier, et les motifs en traitent.',
  ],
  'iccpr/19/sources': [
    'Sources journalistiques',
    'Tout ce qui identifie la source d’un journaliste est écarté, ou détruit sans être lu là où cela se trouve.',
  ],
  'iccpr/19/whistleblowing': [
    'Alerte éthique',
    'Il s’agissait de révéler des agissements répréhensibles dans l’intérêt public.',
  ],
  'iccpr/21/assembly': [
    'Réunion pacifique',
    'Le comportement relève de la réunion pacifique, que le droit des droits de l’homme protège.',
  ],
  'iccpr/22/association': [
    'Association',
    'Le comportement relève de l’association, que le droit des droits de l’homme protège.',
  ],
  'iccpr/26/gendered-harm': [
    'Préjudice lié au genre',
    'Un préjudice lié au genre ou à l’orientation est possible : une seconde personne examine le dossier, et les motifs en traitent.',
  ],
  'iccpr/26/orientation-and-gender': [
    'Orientation et genre',
    'Le comportement relève de la vie privée, de l’orientation ou du genre, que le droit des droits de l’homme protège.',
  ],
} as const;
