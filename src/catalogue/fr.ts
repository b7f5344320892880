import { access } from './fr/access.ts';
import { aftermath } from './fr/aftermath.ts';
import { answers } from './fr/answers.ts';
import { caseWords } from './fr/case.ts';
import { desk } from './fr/desk.ts';
import { court } from './fr/court.ts';
import { identity } from './fr/identity.ts';
import { lawWords } from './fr/law.ts';
import { life } from './fr/life.ts';
import { places } from './fr/places.ts';
import { publicWords } from './fr/public.ts';
import { spaced } from './fr/spacing.ts';
import { emergency } from './fr/emergency.ts';
import { oversight } from './fr/oversight.ts';
import { register } from './fr/register.ts';
import { verifier } from './fr/verifier.ts';
import { walk } from './fr/walk.ts';
import type { Words } from './en.ts';

const words: Words = {
  lang: 'fr',
  locale: 'fr-FR',
  dir: 'ltr',
  zone: 'UTC',
  product: 'Proviso',
  skip: 'Aller au contenu',
  signOut: 'Se déconnecter',
  roles: {
    'case-officer': 'Agent chargé du dossier',
    'second-officer': 'Second agent',
    prosecutor: 'Procureur',
    judge: 'Juge',
    provider: 'Fournisseur de services',
    'requesting-officer': 'Agent requérant',
    'person-concerned': 'Personne concernée',
    overseer: 'Organe de contrôle',
    'data-protection-officer': 'Délégué à la protection des données',
    registrar: 'Responsable du registre',
  },
  nav: {
    label: 'Navigation principale',
    signIn: 'Se connecter',
    cases: 'Dossiers',
    newRequest: 'Envoyer une demande',
    notices: 'Notifications',
    law: 'Le droit',
    log: 'Journal public',
    figures: 'Chiffres',
    health: 'État du service',
  },
  sandbox: {
    label: 'À propos de ce bac à sable',
    name: 'Bac à sable.',
    note: 'Les personnes, les États et les dossiers d’ici sont inventés. N’entrez pas de données réelles.',
  },
  footer: {
    what: 'Proviso vérifie le droit, tient le dossier et le prouve. Les personnes décident. Rien n’est accordé par une machine.',
  },
  preferences: {
    heading: 'Langue et heure',
    lead: 'Ce choix est gardé dans deux cookies de votre navigateur et nulle part ailleurs.',
    label: 'Langue',
    zone: 'Fuseau horaire',
    zoneHelp:
      'Les dates et les heures sont affichées dans ce fuseau. Ce que vous saisissez, et ce qui est signé, reste en temps universel (UTC).',
    save: 'Enregistrer',
    change: (zone: string): string => `Heures affichées : ${zone}. Changer`,
    unknown: 'Choisissez dans la liste',
    englishLaw: 'Ce texte n’existe encore qu’en anglais, dans nos propres mots.',
  },
  ...answers,
  ...places,
  access,
  emergency,
  oversight,
  register,
  case: caseWords,
  desk,
  court,
  identity,
  law: lawWords,
  verifier,
  walk,
  public: publicWords,
  life,
  aftermath,
};

/** Every word that the pages say in French. A key that is missing or too many does not compile. */
export const fr: Words = spaced(words);
