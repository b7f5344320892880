/** Champ d’application, droits de l’homme et garanties : l’objet de chaque règle, et ce qui est dit quand sa conséquence s’ensuit. */
export const scopeRules = {
  'un-cybercrime/2(h)/asking-law': [
    'Quatre ans selon le droit de l’État requérant',
    'Le droit de l’État requérant lui-même n’en fait pas une infraction grave.',
  ],
  'un-cybercrime/2(h)/own-law': [
    'Peine dans l’État requis',
    'La peine prévue par le droit de l’État requis est à consigner.',
  ],
  'un-cybercrime/2(h)/penalty-stated': [
    'Peine dans l’État requérant',
    'Il est demandé au requérant quelle est la peine maximale.',
  ],
  'un-cybercrime/2(o)': [
    'Une véritable situation d’urgence',
    'Il n’y a pas de danger pour la vie ou la sécurité : la voie d’urgence est fermée, la voie ordinaire est ouverte.',
  ],
  'un-cybercrime/3(b)/criminal-matter': [
    'Une affaire pénale',
    'Il est demandé au requérant de quelle infraction il s’agit.',
  ],
  'un-cybercrime/5(2)': [
    'Pas d’actes sur notre territoire',
    'L’État requérant entend agir lui-même sur le territoire de l’État requis.',
  ],
  'un-cybercrime/6(2)/stated-object': [
    'Une infraction qui punit un comportement protégé',
    'De l’aveu même de la demande, la disposition punit un comportement que le droit des droits de l’homme protège.',
  ],
  'un-cybercrime/6(2)/stated-object-explained': [
    'Explication quand l’infraction punit un comportement protégé',
    'Il est demandé au requérant comment l’aide pourrait se concilier avec l’article 6(2).',
  ],
  'un-cybercrime/6(2)/stated-object-scrutiny': [
    'Vigilance quand l’infraction punit un comportement protégé',
    'La disposition punit un comportement protégé : une seconde personne examine le dossier, et les motifs en traitent.',
  ],
  'un-cybercrime/6(2)/suppression': [
    'Rien ne permet de supprimer des droits',
    'L’aide servirait ici à supprimer des droits de l’homme ou des libertés fondamentales.',
  ],
  'un-cybercrime/21(4)': [
    'Droits de la défense',
    'Il est demandé au requérant comment le procès équitable et les droits de la défense sont garantis.',
  ],
  'un-cybercrime/23(1)/categories': [
    'Catégories de données nommées',
    'Il est demandé au requérant quelles sont les catégories de données.',
  ],
  'un-cybercrime/23(1)/investigation': [
    'Une enquête précise',
    'Il est demandé au requérant quels sont la procédure et le but.',
  ],
  'un-cybercrime/23(1)/period': [
    'Une période limitée',
    'Il est demandé au requérant une période qui commence avant de finir.',
  ],
  'un-cybercrime/23(1)/targets': [
    'Cibles nommées',
    'Il est demandé au requérant les comptes, numéros ou adresses, un par un.',
  ],
  'un-cybercrime/23(1)/targets-preserved': [
    'Cibles nommées pour la préservation',
    'Il est demandé au requérant de qui les données sont à préserver.',
  ],
  'un-cybercrime/24(1)/asking-reasons': [
    'Les raisons du requérant',
    'Il est demandé au requérant pourquoi la mesure est nécessaire et proportionnée, et quels moyens plus doux ont été envisagés.',
  ],
  'un-cybercrime/24(1)/less-intrusive': ['Le moyen le moins intrusif', 'Un moyen moins intrusif suffirait.'],
  'un-cybercrime/24(1)/proportionality': ['Proportionnalité', 'L’ingérence est disproportionnée.'],
  'un-cybercrime/24(2)/asking-authorisation': [
    'Autorisation indépendante dans l’État requérant',
    'Il est demandé au requérant une autorisation d’un organe indépendant.',
  ],
  'un-cybercrime/24(2)/duration': [
    'Dans les limites de l’autorisation du requérant',
    'La période demandée dépasse l’autorisation du requérant lui-même ; il lui est demandé de la réduire ou de faire prolonger l’autorisation.',
  ],
  'un-cybercrime/24(2)/grounds': [
    'Fondement en droit',
    'Il est demandé au requérant quelle disposition de son droit la fonde.',
  ],
  'un-cybercrime/24(2)/review': [
    'Contrôle indépendant préalable',
    'Un juge ou une autre autorité indépendante doit autoriser avant que quoi que ce soit ne sorte.',
  ],
  'un-cybercrime/24(2)/still-valid': [
    'Une autorisation toujours valable',
    'L’autorisation de l’État requérant avait expiré quand la demande a été reçue ; il lui en est demandé une qui soit valable.',
  ],
  'un-cybercrime/24(3)/outweighs': ['Droits des tiers', 'Les droits des tiers l’emportent sur l’intérêt des preuves.'],
  'un-cybercrime/24(3)/protected-by-condition': [
    'Tiers protégés par une condition',
    'Les données de tiers ne servent que dans la mesure où l’affaire l’exige, et sont détruites pour le reste.',
  ],
  'un-cybercrime/28(4)/no-weakening': [
    'Ni clés, ni identifiants, ni sécurité affaiblie',
    'La demande exige des clés ou des identifiants, ou un affaiblissement de la sécurité.',
  ],
  'un-cybercrime/35(1)/claimed': [
    'Champ : une infraction de la Convention ou une infraction grave',
    'D’après la demande elle-même, ce n’est ni une infraction de la Convention ni un fait passible de quatre ans ou plus.',
  ],
  'un-cybercrime/35(1)/confirmed': [
    'Champ, confirmé par le comportement',
    'Le comportement exposé n’est ni une infraction de la Convention ni une infraction grave.',
  ],
  'un-cybercrime/35(1)/convention-only': [
    'Champ : infractions de la Convention seulement',
    'Cette politique ne donne de preuves que pour les infractions que la Convention définit.',
  ],
  'un-cybercrime/35(1)/reserved': [
    'Articles 14 à 16, objet d’une réserve',
    'L’État requis déclare que les articles 14 à 16 ne le lient pas, et le comportement n’est pas une infraction grave.',
  ],
  'un-cybercrime/35(3)': [
    'La double incrimination selon le requérant',
    'Il est demandé au requérant si le comportement est une infraction dans l’État requis.',
  ],
  'un-cybercrime/65': [
    'La Convention lie les deux États',
    'La Convention ne lie pas les deux États à ce jour ; une autre base légale est nécessaire.',
  ],
} as const;
