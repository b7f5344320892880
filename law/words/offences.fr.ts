/** Articles 7 à 19 : l’objet de chaque règle, et ce qui est dit quand sa conséquence s’ensuit. */

type Pair = readonly [title: string, follows: string];

const claimed = (what: string, article: number): Pair => [
  `Éléments : ${what}, selon la demande`,
  `Il est demandé au requérant en quoi le comportement réunit les éléments de l’article ${article}.`,
];
const confirmed = (what: string, article: number): Pair => [
  `Éléments : ${what}, selon les constatations`,
  `Il manque au comportement exposé un élément de l’article ${article} : les motifs disent quels faits le portent.`,
];
const narrower = (what: string): Pair => [
  `${what}, plus étroit dans l’État requis`,
  'Le droit de l’État requis restreint cette infraction, et le comportement n’y entre pas.',
];
const similarAge = 'Il s’agissait d’un comportement consenti entre jeunes d’âge proche.';

export const offenceRules = {
  'un-cybercrime/7(1)/claimed': claimed('accès illicite', 7),
  'un-cybercrime/7(1)/confirmed': confirmed('accès illicite', 7),
  'un-cybercrime/7(2)': narrower('Accès illicite'),
  'un-cybercrime/8(1)/claimed': claimed('interception illicite', 8),
  'un-cybercrime/8(1)/confirmed': confirmed('interception illicite', 8),
  'un-cybercrime/8(2)': narrower('Interception illicite'),
  'un-cybercrime/9(1)/claimed': claimed('atteinte à des données', 9),
  'un-cybercrime/9(1)/confirmed': confirmed('atteinte à des données', 9),
  'un-cybercrime/9(2)': narrower('Atteinte à des données'),
  'un-cybercrime/10/claimed': claimed('atteinte à un système', 10),
  'un-cybercrime/10/confirmed': confirmed('atteinte à un système', 10),
  'un-cybercrime/11(1)/claimed': claimed('usage abusif de dispositifs', 11),
  'un-cybercrime/11(1)/confirmed': confirmed('usage abusif de dispositifs', 11),
  'un-cybercrime/11(2)': [
    'Travail de sécurité licite avec des dispositifs',
    'Le but était licite : l’essai ou la protection ne sont pas un usage abusif de dispositifs.',
  ],
  'un-cybercrime/11(2)/good-faith': [
    'Travail de sécurité de bonne foi',
    'Il s’agissait d’un travail de sécurité de bonne foi.',
  ],
  'un-cybercrime/11(3)': [
    'Usage abusif de dispositifs, objet d’une réserve',
    'L’État requis a réservé cette infraction, et le comportement n’est ni un commerce d’identifiants ni une infraction grave.',
  ],
  'un-cybercrime/12(1)/claimed': claimed('falsification', 12),
  'un-cybercrime/12(1)/confirmed': confirmed('falsification', 12),
  'un-cybercrime/12(2)': narrower('Falsification'),
  'un-cybercrime/13/claimed': claimed('vol ou fraude', 13),
  'un-cybercrime/13/confirmed': confirmed('vol ou fraude', 13),
  'un-cybercrime/14(1)/claimed': claimed('contenus d’abus sexuels sur enfants', 14),
  'un-cybercrime/14(1)/confirmed': confirmed('contenus d’abus sexuels sur enfants', 14),
  'un-cybercrime/14(3)': narrower('Contenus d’abus sexuels sur enfants'),
  'un-cybercrime/14(4)(a)/own-image': [
    'Image qu’un enfant a faite de lui-même',
    'Un enfant a fait l’image de lui-même : il ne devient pas délinquant pour cela.',
  ],
  'un-cybercrime/14(4)(b)/similar-age': ['Contenus entre jeunes', similarAge],
  'un-cybercrime/15(1)/claimed': claimed('sollicitation d’un enfant', 15),
  'un-cybercrime/15(1)/confirmed': confirmed('sollicitation d’un enfant', 15),
  'un-cybercrime/15(2)': narrower('Sollicitation d’un enfant'),
  'un-cybercrime/15(4)/similar-age': ['Contacts entre jeunes', similarAge],
  'un-cybercrime/16(1)/claimed': claimed('images intimes', 16),
  'un-cybercrime/16(1)/confirmed': confirmed('images intimes', 16),
  'un-cybercrime/16(3)/similar-age': ['Images entre jeunes', similarAge],
  'un-cybercrime/16(5)': narrower('Diffusion d’images intimes'),
  'un-cybercrime/17(1)/claimed': claimed('blanchiment', 17),
  'un-cybercrime/17(1)/confirmed': confirmed('blanchiment', 17),
  'un-cybercrime/17(2)(e)': narrower('Blanchiment'),
  'un-cybercrime/19/claimed': claimed('participation ou tentative', 19),
  'un-cybercrime/19/confirmed': confirmed('participation ou tentative', 19),
} as const;
