import type { assessmentWords as english } from '../en/assessment.ts';
import { pluralIn } from '../plural.ts';

/** Ce que dit le droit, sur la page d’un dossier. */

const plural = pluralIn('fr');

export const assessmentWords: typeof english = {
  heading: 'Ce que dit le droit',
  barred: 'Un obstacle s’oppose à cette demande.',
  incomplete: 'L’État requérant doit encore quelque chose.',
  'nothing-bars': 'Rien dans la demande ne s’y oppose. Ce n’est pas y faire droit : les personnes décident.',
  questions: (count: number): string =>
    count === 0
      ? 'Aucune question n’est ouverte.'
      : plural(count, {
          one: '# question est ouverte, à laquelle seule une personne peut répondre.',
          other: '# questions sont ouvertes, auxquelles seule une personne peut répondre.',
        }),
  policy: (policy: string): string => `Examiné selon la politique « ${policy} ».`,
  groups: {
    bars: ['Obstacles', 'Tant que l’un d’eux subsiste, il ne peut pas être fait droit à la demande.'],
    owed: ['Dû par l’État requérant', 'Des faits que la demande ne donne pas. L’inconnu n’est pas un non.'],
    asks: ['À demander à l’État requérant', 'Un renseignement ou une assurance est dû.'],
    questions: ['Questions ouvertes', 'Seule une personne habilitée peut y répondre, avec ses motifs.'],
    grounds: ['Motifs sur lesquels un refus peut se fonder', 'Une personne prend position sur chacun d’eux.'],
    heighten: ['Vigilance renforcée', 'Le dossier appelle un soin particulier.'],
    authorise: ['Qui doit autoriser', 'Avant que quoi que ce soit ne sorte.'],
    conditions: ['Conditions qui accompagnent les preuves', 'Elles lient le destinataire.'],
    notify: ['Information de la personne concernée', 'Pourquoi la personne est informée.'],
    satisfied: ['Satisfait', 'Règles applicables et respectées.'],
    unmeasured: ['Inconnu du système', 'Ce que Proviso n’a pas lui-même mesuré.'],
  },
  count: (title: string, count: number): string => `${title} (${count})`,
  who: {
    'case-officer': 'pour l’agent chargé du dossier',
    judge: 'pour le juge',
    provider: 'pour le fournisseur',
    'requesting-officer': 'pour l’État requérant',
    'person-concerned': 'pour la personne concernée',
    officer: 'pour l’agent chargé du dossier',
    court: 'pour le juge',
    'data-protection': 'pour l’autorité de protection des données',
  },
  neededFor: 'Nécessaire pour :',
  instruments: {
    'un-cybercrime': 'Convention des Nations Unies, art.',
    iccpr: 'Pacte relatif aux droits civils et politiques, art.',
    cat: 'Convention contre la torture, art.',
    crc: 'Convention relative aux droits de l’enfant, art.',
  },
};
