import type { Ask } from '../../law/asks.ts';
import type { lawWords as english } from '../en/law.ts';
import { pluralIn } from '../plural.ts';

/** Les pages sur le droit lui-même. Ce que dit le droit est dans law/ ; voici les mots autour. */

const plural = pluralIn('fr');

/** Ce que demandent les déclarations fondatrices, en une ligne chacune. */
const asks: Readonly<Record<Ask, string>> = {
  A1: 'Les pouvoirs et la coopération se limitent aux cybercrimes que le traité définit.',
  A2: 'Une peine de quatre ans ne doit pas y faire entrer la protestation, le journalisme, les relations entre personnes de même sexe ou la critique des autorités.',
  A3: 'Pas d’extension indéfinie par d’autres traités.',
  A4: 'Les moyens limités vont aux affaires les plus graves et les plus urgentes.',
  B1: 'Légalité, nécessité, but légitime, proportionnalité et non-discrimination gouvernent tout le traité.',
  B2: 'Le droit des droits de l’homme lie partout, l’expression et la vie privée en premier lieu.',
  B3: 'Rien ne peut être lu comme permettant la répression.',
  C1: 'Un contrôle judiciaire ou autrement indépendant, et une autorisation avant l’accès, le partage et l’enquête transfrontière.',
  C2: 'Les conditions de l’article 24 sont remplies.',
  C3: 'Des recours effectifs.',
  C4: 'L’accès transfrontière est surveillé.',
  D1: 'Les journalistes, les dissidents, les défenseurs des droits de l’homme, les diasporas et les personnes marginalisées sont protégés.',
  D2: 'Les chercheurs en sécurité et les autres personnes de bonne foi sont protégés.',
  D3: 'Les lanceurs d’alerte sont protégés.',
  D4: 'Les mineurs d’âge proche aux actes consentis ne deviennent pas des délinquants.',
  D5: 'Le genre est pris en compte dans chaque article, et les personnes LGBTQ+ sont protégées.',
  E1: 'Des conditions et des limites solides pour l’échange de preuves.',
  E2: 'Les données personnelles sont protégées.',
  E3: 'Les preuves ne sont données que pour une enquête précise.',
  E4: 'Rien n’affaiblit le chiffrement ni la sécurité.',
  E5: 'Les fournisseurs ne sont pas mis sous pression.',
  F1: 'Les États sont libres de refuser des demandes discriminatoires ou politiques.',
  F2: 'Ce qui risque de finir en abus est refusé ; la coopération est limitée.',
  F3: 'Les États qui violent les droits peuvent être suspendus.',
  F4: 'L’assistance est liée au respect des droits de l’homme.',
  G1: 'La mise en œuvre et les demandes de coopération sont transparentes.',
  G2: 'L’application du traité est observée, et le détournement combattu.',
  G3: 'Les cas de répression numérique sont rendus visibles.',
  H1: 'Les gouvernements, la société civile, le secteur privé, la communauté technique, l’université et les médias prennent tous part.',
  H2: 'Le droit national satisfait aux normes.',
  H3: 'Les capacités sont renforcées et une assistance technique est fournie.',
  H4: 'Les déclarations et lettres communes ont des signataires vérifiables.',
};

const sure = {
  SEEN: 'lu dans une copie du texte',
  SEC: 'confirmé par une source secondaire',
  'MEM+': 'de mémoire, avec grande confiance',
  'MEM?': 'de mémoire, à vérifier avant que quiconque s’y fie',
  NF: 'non trouvé',
};

const instruments = (count: number): string => plural(count, { one: '# instrument', other: '# instruments' });

export const lawWords: typeof english = {
  heading: 'Le droit appliqué',
  lead: 'Chaque article qui touche à une demande de preuves électroniques, dans nos propres mots, à côté de la règle que le programme applique et d’exemples. Chaque exemple est exécuté comme un test.',
  asks,
  sure,
  sureHeading: 'Notre degré de certitude',
  sureLead:
    'Chaque article dit comment son texte est connu. Avant que quiconque s’y fie, il est comparé à la copie certifiée conforme.',
  instruments: {
    'un-cybercrime': 'Convention des Nations Unies contre la cybercriminalité',
    iccpr: 'Pacte international relatif aux droits civils et politiques',
    cat: 'Convention contre la torture',
    crc: 'Convention relative aux droits de l’enfant',
  },
  contents: 'Sur cette page',
  review: {
    row: 'Relecture',
    none: 'Aucun juriste n’a relu cette règle dans son état actuel',
    noneOf: (rules: number): string =>
      plural(rules, {
        one: 'Aucun juriste n’a relu cette règle dans son état actuel',
        other: 'Aucun juriste n’a relu l’une de ces # règles dans leur état actuel',
      }),
    someOf: (reviewed: number, rules: number): string =>
      `Des juristes ont relu ${reviewed} de ces ${plural(rules, { one: '# règle', other: '# règles' })} dans leur état actuel`,
    how: 'Une relecture vaut pour le texte et la règle tels qu’ils ont été lus. Tout changement ultérieur de l’un ou de l’autre la rend caduque.',
    by: (reviewer: string, date: string): string => `Relue dans son état actuel par ${reviewer}, ${date}`,
    short: (reviewed: number, rules: number): string =>
      reviewed === 0 ? 'Non relue' : reviewed === rules ? 'Relue' : `${reviewed} sur ${rules} relues`,
    nothing: 'Rien n’est codé',
    sha256: 'Ce que signe un relecteur : SHA-256 du texte et de la règle',
  },
  columns: {
    article: 'Article',
    rules: 'Règles',
    sure: 'Certitude',
    checked: 'Dernière vérification',
    review: 'Relecture',
  },
  articleName: (number: string, title: string): string => `Article ${number} : ${title}`,
  official: 'Texte officiel',
  checked: 'Dernière vérification',
  howSure: 'Certitude',
  file: 'Où cela est écrit',
  wordsNote: 'Nos propres mots, non le texte du traité. Seul le texte officiel lie.',
  notCoded: 'Non codé',
  examples: (count: number): string => plural(count, { one: '# exemple', other: '# exemples' }),
  example: {
    known: 'Ce qui est connu',
    outcome: 'Ce qui en résulte',
    missing: 'Ce qu’il faut demander',
    nothing: 'Rien encore',
  },
  outcomes: {
    met: 'Respectée',
    open: 'Ouverte : ne peut pas encore être dite',
    'does not apply': 'Ne s’applique pas',
    refuse: 'Obstacle',
    'may-refuse': 'Un motif de refus',
    ask: 'Le requérant est interrogé',
    condition: 'Une condition accompagne les preuves',
    authorise: 'Doit d’abord être autorisé',
    notify: 'La personne est informée',
    heighten: 'La vigilance est renforcée',
  },
  given: 'indiqué',
  or: ' ou ',
  inForce: (from: string, until: string | undefined): string =>
    until === undefined ? `Depuis le ${from}` : `Du ${from} jusqu’à son remplacement le ${until}`,
  answers: 'Demandes auxquelles elle répond',
  protects: 'Droits qu’elle protège',
  counts: 'Compte',
  countsAlways: 'Toujours : le plancher du traité',
  countsUnder: (policies: string): string => `Selon les politiques ${policies}`,
  countsNever: 'Selon aucune politique',
  version: 'En vigueur',
  scenarios: (count: number): string =>
    plural(count, { one: '# scénario porte sur elle', other: '# scénarios portent sur elle' }),
  standings: {
    tripped: 'déclenchée',
    open: 'laissée ouverte',
    met: 'respectée',
    silent: 'non concernée',
  },
  policiesHeading: 'Les politiques et leurs garanties',
  policiesLead:
    'Ce que le traité laisse à un État, et ce que demandent les déclarations fondatrices, sont des garanties qu’une politique active. Le plancher du traité compte toujours. Une garantie ne fait jamais qu’ajouter des règles.',
  safeguard: 'Garantie',
  ask: 'La demande à laquelle elle répond',
  asksAll: 'Tout ce que demandent les déclarations fondatrices',
  switched: { on: 'active', off: 'inactive' },
  asDefault: (title: string): string => `${title} (par défaut)`,
  exportHeading: 'Pour les programmes',
  export: 'Toutes les règles, tous les textes et exemples en JSON',
  exportHow: 'Le format est décrit dans docs/spec/law.md.',
  statesHeading: 'États',
  statesLead: (known: number, deposits: number, asOf: string): string =>
    `Quelque chose est connu de ${plural(known, { one: '# État ou organisation', other: '# États et organisations' })}. Situation au ${asOf} : sur les 40 instruments que demande l’entrée en vigueur, ${deposits < 2 ? `le dépôt de ${instruments(deposits)} est connu` : `les dépôts de ${instruments(deposits)} sont connus`}.`,
  entry: (date: string | undefined): string =>
    date === undefined ? 'La Convention n’est pas en vigueur.' : `La Convention est en vigueur depuis le ${date}.`,
  noDataMeans:
    '« Sans donnée » ne veut jamais dire « aucune » : aucune de nos sources n’en dit rien. « Aucune » veut dire que quelqu’un a cherché.',
  statesMore: 'Plus qu’une signature est connu de ceux-ci :',
  statesAll: (count: number): string =>
    plural(count, { one: '# État ou organisation', other: 'Les # États et organisations' }),
  state: {
    back: 'Tous les États',
    name: 'Nom',
    column: 'État',
    columns: {
      signature: 'Signature',
      deposit: 'Dépôt',
      reservations: 'Réserves',
      centralAuthority: 'Autorité centrale',
      policy: 'Politique',
    },
    kinds: {
      state: 'État',
      organisation: 'Organisation : son instrument ne compte pas parmi les quarante',
      test: 'État d’essai du bac à sable : tout ce qui le concerne est inventé',
    },
    bound: 'Lié par la Convention',
    boundFrom: (date: string): string => `Depuis le ${date}`,
    boundTest: 'Entre États d’essai seulement, pour s’exercer',
    notBound: (asOf: string): string => `Non, d’après ce qui est connu au ${asOf}`,
    actsHeading: 'Ce qu’il a fait',
    actColumns: { act: 'Acte', on: 'Quand', source: 'Source', sure: 'Certitude' },
    acts: {
      signature: 'Signature',
      'ratification-reported': 'Ratification annoncée ; ne compte pas avant son dépôt',
      deposit: 'Dépôt de son instrument',
    },
    by: (date: string): string => `au plus tard le ${date} ; le jour n’est pas connu`,
    noAct: 'Aucun acte n’est connu.',
    knownHeading: 'Ce qui est connu pour une demande',
    reservations: 'Réserves',
    narrows: 'Exige davantage pour que l’infraction soit constituée',
    declarations: 'Déclarations',
    centralAuthority: 'Autorité centrale, art. 40(12)',
    languages: 'Langues, art. 40(13)',
    channels: 'Voies de transmission',
    policy: 'Politique',
    noData: 'Sans donnée',
    none: 'Aucune',
    asOf: (from: string, asOf: string): string => `${from}, au ${asOf}`,
    source: (from: string, asOf: string): string => `Source : ${from}, au ${asOf}`,
    places: { 'arts-14-16': 'art. 14 à 16' },
    place: (article: string): string => `art. ${article}`,
  },
};
