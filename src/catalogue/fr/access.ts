import type { access as english } from '../en/access.ts';

/** Qui peut ouvrir un dossier : attribution et bris de glace. */
export const access: typeof english = {
  heading: 'Ce dossier ne vous est pas attribué',
  lead: 'Vous en voyez la ligne dans la liste. Son contenu est ouvert aux agents qui l’ont en charge.',
  state: 'État du dossier',
  from: 'De',
  received: 'Reçu',
  officers: 'Agents qui l’ont en charge',
  nobody: 'Personne dont le mandat soit encore valable',
  glass: {
    heading: 'L’ouvrir malgré tout',
    lead: (hours) =>
      `S’il faut que quelqu’un regarde maintenant, vous le pouvez. Le dossier vous est ouvert pendant ${hours} heures, en lecture. Le fait que vous l’avez ouvert, quand et pourquoi est consigné, compté dans le registre public et transmis à l’organe de contrôle.`,
    reasons: 'Pourquoi vous devez l’ouvrir',
    reasonsHelp: 'L’organe de contrôle lit ces motifs.',
    send: 'Ouvrir le dossier et avertir l’organe de contrôle',
  },
  basis: {
    assignment: 'Attribué',
    'broken-glass': 'Bris de glace',
    office: 'De par la fonction',
    oversight: 'Contrôle',
    unknown: 'Non consigné',
  },
  opened: (hours) =>
    `Vous avez brisé la glace. Le dossier vous est ouvert pendant ${hours} heures à compter de ce moment, en lecture. Pour agir, faites-vous l’attribuer.`,
  assign: {
    link: 'Attribuer le dossier',
    heading: 'Attribuer le dossier',
    lead: 'Les agents que vous choisissez peuvent ouvrir le dossier et y agir. Ceux que vous laissez de côté n’en voient que la ligne dans la liste.',
    officers: 'Agents de cette autorité',
    officer: (name, role) => `${name}, ${role}`,
    reasons: 'Motifs',
    reasonsHelp: 'Pourquoi le dossier change de mains.',
    missing: 'Choisissez au moins un agent qui puisse agir sur le dossier',
    send: 'Attribuer',
  },
};
