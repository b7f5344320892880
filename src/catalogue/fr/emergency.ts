import type { emergency as english } from '../en/emergency.ts';

/** La voie d’urgence, et les dettes qu’elle laisse. */

export const emergency: typeof english = {
  prepare: {
    heading: 'Demander une divulgation immédiate',
    lead: 'Seulement si la vie ou la sécurité d’une personne est en danger et qu’aucun juge n’est joignable. Un autre agent rappelle l’autorité requérante, un procureur ordonne, un juge examine ensuite. Ce que vous demandez ici est dû : compté, rendu public et soumis à un juge à une date fixée.',
    send: 'Demander',
    danger: 'Le danger pour la vie ou la sécurité',
    dangerHelp: 'De qui, et ce qui arrive si les données viennent trop tard.',
    needs: 'Ce qu’il faut savoir pour l’écarter',
    need: {
      who: ['Qui est quelqu’un', 'Données d’abonné et d’identification.'],
      where: ['Où est quelqu’un', 'Données d’identification et de trafic.'],
      'with-whom': ['Avec qui quelqu’un est en contact', 'Données de trafic.'],
    },
    categories: 'Catégories de données',
    categoriesHelp:
      'Laissez vide pour le strict nécessaire : ce qu’exigent les réponses ci-dessus et que la demande sollicite. Ce qui va au-delà doit être motivé ; le contenu toujours.',
    beyond: 'Pourquoi il en faut davantage',
    beyondHelp:
      'Seulement si vous avez choisi des catégories qui vont au-delà. Le procureur et le juge lisent ces motifs.',
    noJudge: 'Pourquoi on ne peut attendre un juge',
    noJudgeHelp: 'Qui vous avez cherché à joindre, et quand.',
    none: 'Rien de ce qui a été accordé ne répond à ces besoins. Choisissez les catégories de données.',
  },
  callBack: {
    heading: 'Rappeler l’autorité requérante',
    lead: 'Appelez le numéro ci-dessous : il figurait au registre avant l’arrivée de la demande. Demandez si la demande est bien la leur et quel est le danger. Un numéro indiqué dans la demande ne prouve rien et est refusé.',
    send: 'Consigner l’appel',
    channel: 'Appelez',
    channels: { telephone: 'Par téléphone', video: 'Par vidéo' },
    preparedBy: 'Préparé par',
    danger: 'Le danger',
    outcome: 'Le résultat',
    outcomes: {
      confirmed: ['Ils confirment la demande et le danger', 'Un procureur est averti aussitôt.'],
      'not-reached': ['Personne n’a répondu', 'Vous pouvez réessayer.'],
      denied: ['Ils la nient', 'Rien n’est divulgué immédiatement. La demande est peut-être fausse : signalez-la.'],
    },
    address: 'Le numéro ou l’adresse que vous avez appelé',
    addressHelp: 'Saisissez-le tel que vous l’avez composé.',
    spokeWith: 'À qui vous avez parlé',
    notes: 'Ce qui a été dit',
  },
  order: {
    heading: 'L’ordre d’urgence, tel que vous le signeriez',
    lead: 'Vous ordonnez avant tout juge. Ne signez que si le danger ne peut attendre ; un juge l’examine ensuite, et ce qu’il refuse est supprimé.',
    sign: 'Ordonner la divulgation immédiate : signer ce texte',
    leave: 'Si vous ne signez pas, rien ne se passe ici : le dossier suit sa voie ordinaire devant le tribunal.',
  },
  confirm: {
    heading: 'Confirmer ou refuser l’ordre d’urgence',
    lead: (until) =>
      `Un procureur a ordonné ceci avant tout juge. Vous lui devez un examen avant le ${until}. Si vous confirmez, vous signez exactement ce texte.`,
    confirm: 'Confirmer : signer ce texte',
    refuseHeading: 'Ou le refuser',
    refuseLead: 'Plus rien ne part alors, et l’État requérant doit supprimer ce qu’il a reçu et le confirmer.',
    reasons: 'Motifs',
    reasonsHelp: 'L’État requérant, le fournisseur et l’organe de contrôle les lisent.',
    refuse: 'Refuser',
  },
  deletion: {
    heading: 'Confirmer la suppression des données',
    lead: 'Un juge de l’État requis a refusé la divulgation après coup. Supprimez les preuves et tout ce qui en a été tiré, partout, et dites-le ici.',
    send: 'Confirmer la suppression',
    because: 'Pourquoi le juge a refusé',
    statement: 'Ce qui a été supprimé, où, comment et par qui',
    statementHelp: 'Votre parole est conservée avec le dossier et figure au journal public.',
  },
  notice: {
    heading: 'Informer la personne concernée',
    lead: 'Ses données ont été divulguées en urgence. Dites-lui ce qui a été divulgué, à qui, qui l’a ordonné, ce que le juge a décidé et comment se plaindre. Consignez ensuite ici que vous l’avez fait.',
    send: 'Consigner la notification',
    how: 'Comment et quand la personne a été informée',
    howHelp: 'Par courrier ou par téléphone, par exemple.',
  },
  debts: {
    kinds: {
      'confirm-emergency': 'Un juge l’examine',
      'confirm-deletion': 'Ce que le juge a refusé est supprimé',
      'give-notice': 'La personne concernée est informée',
      count: 'Elle est comptée au journal public',
    },
    source: 'Le traité ne fixe aucune de ces dates. Ce sont des limites de cette installation.',
  },
  public: {
    nav: 'Urgences',
    heading: 'Divulgations en situation d’urgence',
    lead: 'Lorsqu’une vie est en danger et qu’aucun juge n’est joignable, des données peuvent être divulguées avant qu’un juge ait examiné (article 41). Chaque ordre de ce genre doit rendre compte : un juge examine ensuite, ce qu’il refuse est supprimé, la personne est informée. Cette page les compte tous et nomme ce qui est en retard.',
    none: 'Il n’y en a eu aucune.',
    figures: 'Combien de fois, et combien de fois un juge a confirmé',
    columns: ['Demandé par', 'Ordonné en', 'Ordres', 'Confirmés', 'Refusés', 'Pas encore examinés', 'Dettes en retard'],
    overdue: 'En retard',
    overdueColumns: ['Ce qui est dû', 'Par qui', 'Depuis'],
    nothingOverdue: 'Rien n’est en retard.',
    of: (role, state) => `${role}, ${state}`,
    log: 'Chaque ordre, chaque confirmation et chaque suppression est une inscription du journal public : chacun peut recompter.',
    cut: (limit) => `Les ${limit} derniers ordres sont comptés ici.`,
  },
};
