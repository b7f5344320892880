/** Chapitre V : l’objet de chaque règle, et ce qui est dit quand sa conséquence s’ensuit. */
export const cooperationRules = {
  'un-cybercrime/36(1)(a)': [
    'Transfert selon le droit de la protection des données',
    'Le droit de la protection des données ne peut être respecté, ni avec conditions ni sans.',
  ],
  'un-cybercrime/36(1)(b)': [
    'Conditions qui rendent le transfert licite',
    'Les conditions qu’exige le droit de la protection des données accompagnent les preuves.',
  ],
  'un-cybercrime/36(2)': [
    'Garanties pour les données reçues',
    'Il est demandé au requérant quel est son droit de la protection des données et combien de temps il conserve les données.',
  ],
  'un-cybercrime/36(3)': [
    'Transfert ultérieur',
    'Pas de transfert à un État tiers ou à une organisation internationale sans autorisation écrite préalable.',
  ],
  'un-cybercrime/36(3)/contents': [
    'Transfert ultérieur : quoi, à qui, pourquoi',
    'Il est demandé au requérant quels sont les preuves, le destinataire et le but.',
  ],
  'un-cybercrime/36(3)/recipient-safe': [
    'Transfert ultérieur : garanties du destinataire',
    'Le destinataire ne donnerait pas aux données de garanties effectives.',
  ],
  'un-cybercrime/36(3)/review': [
    'Décision indépendante sur un autre usage',
    'Une autorité indépendante autorise d’abord le transfert, ou l’autre usage.',
  ],
  'un-cybercrime/36(3)/transfer-intended': [
    'Transfert ultérieur envisagé',
    'Il est demandé au requérant vers quel État tiers ou quelle organisation, et de solliciter d’abord l’autorisation.',
  ],
  'un-cybercrime/40(4)': [
    'Information sans demande : les faits',
    'Les faits qui rendent l’information utile sont à consigner.',
  ],
  'un-cybercrime/40(5)': [
    'Information sans demande : les limites',
    'À garder secrète et à n’utiliser que pour l’enquête nommée ; des faits qui disculpent une personne peuvent être révélés après notification.',
  ],
  'un-cybercrime/40(8)': [
    'Double incrimination, comme motif',
    'Le comportement n’est pas une infraction dans l’État requis, qui peut refuser pour cela.',
  ],
  'un-cybercrime/40(8)/minor-matter': ['Motif : affaire mineure', 'L’affaire est trop mineure pour une entraide.'],
  'un-cybercrime/40(8)/required': [
    'Double incrimination, exigée',
    'Le comportement n’est pas une infraction dans l’État requis.',
  ],
  'un-cybercrime/40(13)': ['Authenticité', 'Il n’est pas établi que la demande vient d’une autorité d’un État.'],
  'un-cybercrime/40(15)(a)': ['Contenu : autorité', 'Il est demandé au requérant quelle autorité fait la demande.'],
  'un-cybercrime/40(15)(b)': [
    'Contenu : procédure',
    'Il est demandé au requérant quels sont l’objet, la nature et l’autorité de la procédure.',
  ],
  'un-cybercrime/40(15)(c)': ['Contenu : faits', 'Il est demandé au requérant un exposé des faits.'],
  'un-cybercrime/40(15)(d)': ['Contenu : assistance', 'Il est demandé au requérant quelle aide il sollicite.'],
  'un-cybercrime/40(15)(e)': [
    'Contenu : personne ou compte',
    'Il est demandé au requérant quelle est la personne ou quel est le compte.',
  ],
  'un-cybercrime/40(15)(f)': ['Contenu : période', 'Il est demandé au requérant quelle est la période.'],
  'un-cybercrime/40(15)(g)': ['Contenu : but', 'Il est demandé au requérant quel est le but.'],
  'un-cybercrime/40(19)': [
    'Usage pour cette seule procédure',
    'Usage et divulgation pour la seule procédure nommée dans la demande, sauf consentement préalable ; des faits qui disculpent une personne peuvent être révélés après notification.',
  ],
  'un-cybercrime/40(19)/compatible': [
    'Autre usage : aurait-il été accordé',
    'Les preuves n’auraient pas été données pour cette autre procédure.',
  ],
  'un-cybercrime/40(19)/other-use': [
    'Autre usage : quoi, pour quelle procédure, pourquoi',
    'Il est demandé au requérant quels sont les preuves, la procédure et le but.',
  ],
  'un-cybercrime/40(21)(a)': ['Motif : forme', 'La forme de l’article 40 n’est pas respectée.'],
  'un-cybercrime/40(21)(b)': [
    'Motif : intérêts essentiels',
    'Une atteinte à la souveraineté, à la sécurité, à l’ordre public ou à d’autres intérêts essentiels est probable.',
  ],
  'un-cybercrime/40(21)(c)': [
    'Motif : interdit en droit interne',
    'Le droit interne interdirait la mesure pour une infraction analogue dans l’État requis.',
  ],
  'un-cybercrime/40(21)(d)': [
    'Motif : droit de l’entraide judiciaire',
    'Ce serait contraire au droit de l’entraide judiciaire.',
  ],
  'un-cybercrime/40(22)': [
    'Motif : persécution',
    'Il y a des raisons sérieuses de croire que la personne serait persécutée ou qu’il lui serait porté préjudice.',
  ],
  'un-cybercrime/40(22)/bar': [
    'Persécution, comme obstacle',
    'Il y a des raisons sérieuses de croire que la personne serait persécutée ou qu’il lui serait porté préjudice.',
  ],
  'un-cybercrime/41(3)(e)': [
    'Urgence : danger et données',
    'Il est demandé au requérant quel est le danger et comment les données l’écartent.',
  ],
  'un-cybercrime/41(3)(e)/who-and-what': [
    'Urgence : qui demande, que s’est-il passé, qui détient les données',
    'Il est demandé au requérant quels sont l’autorité, les faits et le fournisseur.',
  ],
  'un-cybercrime/42(3)(a)': [
    'Préservation : autorité',
    'Il est demandé au requérant quelle autorité sollicite la préservation.',
  ],
  'un-cybercrime/42(3)(b)': [
    'Préservation : infraction et faits',
    'Il est demandé au requérant quelle est l’infraction, avec un bref exposé des faits.',
  ],
  'un-cybercrime/42(3)(c)': [
    'Préservation : données et leur lien',
    'Il est demandé au requérant quelles sont les données et leur lien avec l’infraction.',
  ],
  'un-cybercrime/42(3)(e)': [
    'Préservation : nécessité',
    'Il est demandé au requérant pourquoi la préservation est nécessaire.',
  ],
  'un-cybercrime/42(3)(f)': [
    'Préservation : une demande suivra',
    'Il est demandé au requérant de confirmer qu’une demande d’entraide suivra.',
  ],
  'un-cybercrime/42(5)': [
    'Préservation : réserve',
    'Ce n’est pas une infraction de la Convention, et il est à prévoir que la double incrimination manquera à la divulgation.',
  ],
  'un-cybercrime/43(1)/traffic-only': [
    'Données de trafic seulement',
    'Il est demandé au requérant d’écarter le contenu, ou de le demander au titre de l’article 44.',
  ],
  'un-cybercrime/45(1)/not-carried': [
    'Le trafic en temps réel n’est pas pris en charge',
    'Ce système ne prend en charge aucune collecte en temps réel ; les États s’efforcent seulement d’y aider.',
  ],
  'un-cybercrime/45(3)(a)': [
    'Trafic en temps réel : autorité',
    'Il est demandé au requérant quelle autorité fait la demande.',
  ],
  'un-cybercrime/45(3)(b)': [
    'Trafic en temps réel : faits et procédure',
    'Il est demandé au requérant quels sont les faits et la nature de la procédure.',
  ],
  'un-cybercrime/45(3)(c)': [
    'Trafic en temps réel : données et leur lien',
    'Il est demandé au requérant quelles sont les données et à quelle infraction elles sont liées.',
  ],
  'un-cybercrime/45(3)(e)': [
    'Trafic en temps réel : besoin',
    'Il est demandé au requérant pourquoi la collecte est nécessaire.',
  ],
  'un-cybercrime/45(3)(f)': [
    'Trafic en temps réel : période',
    'Il est demandé au requérant quelle est la période et pourquoi cette durée.',
  ],
  'un-cybercrime/46/not-carried': [
    'Le contenu en temps réel n’est pas pris en charge',
    'Ce système ne prend en charge aucune interception ; les États s’efforcent seulement d’y aider.',
  ],
} as const;
