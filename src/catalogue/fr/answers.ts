import { officeRefusals } from './office-refusals.ts';
import type { answers as english } from '../en/answers.ts';
import { aftermathRefusals } from './aftermath.ts';
import { pluralIn } from '../plural.ts';
import { lifeRefusals } from './life-refusals.ts';

/** Ce qui est dit quand une chose n’a pas été faite, et pourquoi. */

const plural = pluralIn('fr');
const megabytes = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} Mo`;

export const answers: typeof english = {
  errors: {
    titlePrefix: 'Erreur :',
    summary: (count: number): string =>
      count === 1 ? 'Un point est à corriger' : plural(count, { other: '# points sont à corriger' }),
    missing: 'Renseignez ce champ',
    reasons: 'Indiquez vos motifs',
    choose: 'Choisissez une réponse',
    value: (expected: string): string => `Attendu : ${expected}`,
    moment: 'Indiquez une date et une heure, sous la forme 2026-03-01T00:00',
    document: 'Choisissez un fichier ou collez le texte d’une demande',
    oneDocument: 'Envoyez soit un fichier, soit un texte collé, pas les deux',
    wholeDocument: 'Le document',
    place: (path: string, expected: string, line?: number): string =>
      `${path === '' ? 'Le document' : path}${line === undefined ? '' : `, ligne ${line}`} : attendu ${expected}`,
    text: (limit: number): string =>
      `${limit} caractères au plus, sans caractère de commande ni marque qui inverse le sens du texte`,
    file: 'Choisissez au moins un fichier',
    fileName: 'Chaque fichier doit avoir un nom qui lui est propre',
  },
  problems: {
    toStart: 'Aller à la page d’accueil',
    toCase: 'Revenir au dossier',
    'not-found': {
      heading: 'Page introuvable',
      body: 'Il n’y a pas de page à cette adresse. Vérifiez-la, ou repartez de l’accueil.',
    },
    'not-from-here': {
      heading: 'Ce formulaire n’a pas été accepté',
      body: 'Il ne vient pas d’une page que vous avez ouverte pendant cette session. Rien n’a été enregistré. Ouvrez de nouveau la page et envoyez le formulaire depuis celle-ci.',
    },
    'signed-out': {
      heading: 'Vous n’êtes pas connecté',
      body: 'Votre session a pris fin. Rien n’a été enregistré. Connectez-vous et recommencez.',
    },
    malformed: {
      heading: 'Ce formulaire n’a pas pu être lu',
      body: 'Ce qui est arrivé était incomplet ou n’était pas l’un de nos formulaires. Rien n’a été enregistré. Ouvrez de nouveau la page et recommencez.',
    },
    broken: {
      heading: 'Une erreur s’est produite de notre côté',
      body: 'La faute est la nôtre, non la vôtre. Elle a été consignée. Rien n’a été fait à moitié : un acte est enregistré en entier ou pas du tout. Recommencez.',
    },
    unavailable: {
      heading: 'Indisponible pour le moment',
      body: 'Cette partie ne répond pas actuellement. Rien n’a été enregistré. Recommencez dans une minute.',
    },
    method: { heading: 'Impossible à cette adresse', body: 'Cette adresse n’accepte pas ce genre d’appel.' },
    notBelieved: { heading: 'La signature de cet appel n’a pas été admise' },
    notBelievedBody: (why: string): string => `Rien n’a été enregistré (${why}).`,
    tooLarge: { heading: 'Trop volumineux' },
    tooLargeBody: (limit: number, file?: string): string =>
      `${file === undefined ? 'Votre envoi' : `Le fichier « ${file} »`} dépasse ${megabytes(limit)}. Il n’a pas été lu jusqu’au bout et rien n’a été enregistré.`,
    tooMany: { heading: 'Trop d’éléments' },
    tooManyBody: (limit: number): string =>
      `Un formulaire en accepte ${plural(limit, { other: '#' })} au plus. Rien n’a été enregistré.`,
  },
  refusals: {
    ...officeRefusals,
    'no-mandate': {
      heading: 'Votre habilitation ne le permet pas',
      body: 'L’habilitation sous laquelle vous êtes connecté ne s’étend pas à cet acte ou à ce dossier, ou elle a pris fin.',
    },
    'not-open': {
      heading: 'Cela n’est pas possible maintenant',
      body: 'Le dossier n’est pas dans un état où cela peut être fait. Sa page montre ce qui s’est passé.',
    },
    stale: {
      heading: 'Le dossier a changé depuis que vous avez ouvert cette page',
      body: 'Rien n’a été enregistré. Lisez ce qui a changé, relisez votre texte et renvoyez-le s’il vaut toujours.',
    },
    conflict: {
      heading: 'Ce formulaire a déjà servi',
      body: 'Le même formulaire a déjà été envoyé avec un autre contenu. Ouvrez de nouveau la page.',
    },
    'unknown-case': {
      heading: 'Dossier introuvable',
      body: 'Il n’y a pas de tel dossier, ou aucun que vous puissiez voir.',
    },
    'known-request': {
      heading: 'Cette demande est déjà là',
      body: 'Une demande portant le même identifiant a déjà été reçue. Elle n’a pas été enregistrée deux fois.',
    },
    'not-addressed': {
      heading: 'Non adressée à un État servi ici',
      body: 'La demande désigne un autre État comme État requis.',
    },
    'not-yours': {
      heading: 'Cette demande n’est pas celle de votre État',
      body: 'La demande parle au nom d’un autre État que le vôtre.',
    },
    'another-request': {
      heading: 'C’est une autre demande',
      body: 'Ce qui est complété doit rester la même demande : son identifiant, les deux États, la mesure une fois nommée, et la mention d’essai. Toute autre chose est envoyée comme une nouvelle demande. Diffèrent ici :',
    },
    'same-document': {
      heading: 'Rien n’a changé dans ce document',
      body: 'C’est celui qui a déjà été reçu. Rien n’a été enregistré.',
    },
    'unknown-provider': {
      heading: 'Fournisseur absent du registre',
      body: 'Aucun fournisseur de ce nom n’est inscrit : aucune ordonnance ne peut donc l’atteindre.',
    },
    'not-a-finding': {
      heading: 'Cette réponse ne vous appartient pas',
      body: 'Une réponse n’est pas de celles qui sont proposées, ou relève d’une autre habilitation.',
    },
    'needs-facts': {
      heading: 'Il manque encore quelque chose',
      body: 'Cela ne peut pas être fait tant que ces points restent ouverts :',
    },
    barred: {
      heading: 'Un obstacle subsiste',
      body: 'Le droit ne permet pas de faire droit à la demande tant que ces règles s’y opposent :',
    },
    'no-ground': {
      heading: 'Un refus exige un motif que le traité prévoit',
      body: 'Pour cette mesure, le traité prévoit ces motifs :',
    },
    'consult-first': {
      heading: 'Consultez d’abord l’État requérant',
      body: 'L’article 40(28) demande une consultation avant un refus pour ces motifs. Rien n’a été décidé. Consultez-le sur la page prévue :',
    },
    'consultation-open': {
      heading: 'L’État requérant a encore le temps de répondre',
      body: 'Il a été consulté sur ces motifs. Un refus fondé sur eux sera possible quand il aura répondu ou que le délai sera écoulé :',
    },
    'has-identity': {
      heading: 'Cette personne peut déjà se connecter',
      body: 'Personne ne reçoit un second accès d’un seul responsable du registre. Si les clés sont perdues, demandez un rétablissement ; il y faut deux responsables.',
    },
    'not-invited': {
      heading: 'Ce code n’ouvre rien',
      body: 'Il est mal saisi, a déjà servi ou a expiré. Saisissez-le de nouveau ou demandez-en un autre au responsable du registre.',
    },
    'unknown-person': {
      heading: 'Personne de ce nom',
      body: 'Aucun mandat de cette autorité n’est détenu par une personne de ce nom, ou cette clé n’existe pas.',
    },
    'last-key': {
      heading: 'C’est votre dernière clé d’accès',
      body: 'Sans elle, vous ne pourriez plus vous connecter. Enregistrez-en d’abord une autre. Si elle est perdue ou volée, demandez un rétablissement aux responsables du registre.',
    },
    'not-signed': {
      heading: 'Non signé avec une de vos clés',
      body: 'Ce qui a été envoyé n’est pas une signature de ce texte exact par une clé que vous avez enregistrée et qui est encore valable. Rien n’a été enregistré. Ouvrez de nouveau la page et signez le texte qu’elle montre.',
    },
    separation: {
      heading: 'Une autre personne doit le faire',
      body: 'Vous avez déjà pris part à ce dossier. Nul n’autorise ce à quoi il a lui-même travaillé.',
    },
    'shown-changed': {
      heading: 'L’ordonnance n’est plus celle qui vous a été montrée',
      body: 'Rien n’a été signé. Relisez l’ordonnance : elle est montrée telle qu’elle serait signée maintenant.',
    },
    'too-wide': {
      heading: 'L’ordonnance irait trop loin',
      body: 'Une ordonnance peut être plus étroite que ce qui a été accordé, jamais plus large.',
    },
    ...lifeRefusals,
    'order-expired': {
      heading: 'L’ordonnance a expiré',
      body: 'Elle ne peut plus être exécutée. Une nouvelle autorisation est nécessaire.',
    },
    'no-proof': {
      heading: 'Une preuve ne tient pas',
      body: 'Une signature, une empreinte ou une place dans le journal n’est pas ce qu’elle doit être, ou trop peu de témoins ont vu le journal. Rien ne sort.',
    },
    'log-closed': {
      heading: 'Rien ne peut être consigné maintenant',
      body: 'Le journal n’accepte rien tant qu’une personne n’a pas établi ce qui s’est passé. Rien n’a été enregistré.',
    },
    'log-busy': {
      heading: 'Trop d’actes arrivent en même temps',
      body: 'Celui-ci n’a pas été enregistré. Envoyez-le de nouveau dans un instant ; il est enregistré une seule fois, même s’il est envoyé plusieurs fois.',
    },
    'bad-exhibits': {
      heading: 'Les fichiers ne peuvent pas être reçus ainsi',
      body: 'Rien n’a été enregistré. Corrigez ceci et envoyez-les de nouveau :',
    },
    'unknown-upload': {
      heading: 'Un fichier manque ou est incomplet',
      body: 'Rien n’a été remis. Consultez la liste des fichiers téléversés et téléversez ce qui manque.',
    },
    'bad-upload': {
      heading: 'Le téléversement ne correspond pas à ce qui était annoncé',
      body: 'Rien n’en a été retenu. Demandez où il en est et reprenez à cet endroit, ou retirez-le et recommencez.',
    },
    'evidence-destroyed': {
      heading: 'Les preuves ont été détruites',
      body: 'Leurs clés n’existent plus : personne ne peut plus les lire. La preuve qu’elles ont existé, et de leur sort, est conservée.',
    },
    'secrecy-month': {
      heading: 'Ce mois ne peut pas être le dernier du secret',
      body: 'Il est passé, ou plus lointain qu’une juridiction ne peut l’ordonner en une fois. Le premier et le dernier mois possibles :',
    },
    'secrecy-over': {
      heading: 'Le secret est terminé',
      body: 'Son dernier mois est passé, et aucune juridiction ne peut le prolonger après coup. Ce qui est scellé s’ouvre maintenant.',
    },
    'nothing-sealed': {
      heading: 'Rien n’est scellé',
      body: 'Aucune inscription de ce dossier n’est scellée dans le journal public.',
    },
    'still-secret': {
      heading: 'C’est encore secret',
      body: 'Une juridiction a ordonné le secret jusqu’à ce mois. C’est alors, ou après, que l’on ouvre :',
    },
    ...aftermathRefusals,
    'nothing-to-release': {
      heading: 'Il n’y a rien à transmettre',
      body: 'Rien dans les preuves n’entre dans ce que le juge a autorisé.',
    },
  },
};
