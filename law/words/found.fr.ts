import type { FactWords } from '../../src/law/catalogue.ts';
import type { FoundFact, MeasuredFact } from '../../src/law/vocabulary.ts';

/** Ce que seule une personne peut constater : nom, question posée à cette personne, et aide. */
export const found = {
  'found.authentic': [
    'authenticité de la demande',
    'Vous êtes-vous assuré, par une voie inscrite au registre, que cette autorité a envoyé la demande ?',
    'Article 40(13). Un domaine de courriel n’est pas une identité ; n’appelez jamais un numéro que la demande donne elle-même.',
  ],
  'found.offence.conventionArticle': [
    'infraction de la Convention, d’après le comportement',
    'Quelle infraction de la Convention le comportement exposé constitue-t-il, le cas échéant ?',
    'Regardez les faits, non le titre. « none » est une réponse.',
  ],
  'found.offence.seriousCrime': [
    'infraction grave',
    'Le comportement est-il une infraction grave : quatre ans ou plus ?',
    'Article 2(h). Dites dans les motifs selon le droit de qui.',
  ],
  'found.offence.maximumYears': [
    'peine maximale selon notre droit',
    'Quelle est la peine maximale pour ce comportement selon notre droit, en années ?',
    'Zéro si ce n’est pas une infraction ici.',
  ],
  'found.offence.narrowed': [
    'comportement hors de notre infraction plus étroite',
    'Notre droit restreint cette infraction. Le comportement en sort-il pour cette raison ?',
    'Le profil de notre État nomme le paragraphe.',
  ],
  'found.offence.whenCommitted': [
    'infraction au moment des faits',
    'Le comportement était-il une infraction, selon le droit de l’État requérant ou le droit international, quand il a eu lieu ?',
    'Pacte, article 15(1). Comparez les dates des faits et de la disposition.',
  ],
  'found.offence.minor': [
    'affaire mineure',
    'L’affaire est-elle trop mineure pour une entraide ?',
    'Article 40(8) : les affaires mineures peuvent être refusées.',
  ],
  'found.dualCriminality': [
    'infraction dans les deux États, d’après le comportement',
    'Le comportement serait-il une infraction ici ?',
    'Articles 35(3) et 40(8) : quel que soit son nom.',
  ],
  'found.conduct.protected': [
    'comportement protégé',
    'Le comportement est-il en vérité protégé : expression, journalisme, réunion, association, conviction, ou orientation et genre ?',
    'Pacte, articles 17 à 22 et 26. « none » est une réponse.',
  ],
  'found.conduct.goodFaithSecurity': [
    'travail de sécurité de bonne foi',
    'S’agissait-il de recherche, d’essai ou de protection en sécurité, de bonne foi ?',
    'Article 11(2) ; demandé avant toute décision favorable.',
  ],
  'found.conduct.whistleblowing': [
    'alerte éthique',
    'S’agissait-il de révéler des agissements répréhensibles dans l’intérêt public ?',
    'Demandé avant toute décision favorable.',
  ],
  'found.conduct.ownImage': [
    'image qu’un enfant a faite de lui-même',
    'L’enfant montré a-t-il fait l’image de lui-même ?',
    'Article 14(4)(a) ; un enfant n’est pas poursuivi pour sa propre image.',
  ],
  'found.conduct.similarAge': [
    'comportement consenti entre jeunes d’âge proche',
    'S’agissait-il d’un comportement consenti entre jeunes d’âge proche, resté entre eux ?',
    'Articles 14(4)(b), 15(4), 16(3). Le consentement doit être libre, et nul ne doit avoir été exploité.',
  ],
  'found.person.protected': [
    'personne spécialement protégée',
    'La personne concernée est-elle journaliste, avocat, chercheur, lanceur d’alerte, défenseur des droits, dissident, membre d’une diaspora, ou un enfant ?',
    'Si plusieurs qualités se rencontrent, nommez celle qui appelle le plus de protection.',
  ],
  'found.purpose.discriminatory': [
    'but de persécution ou préjudice',
    'Y a-t-il des raisons sérieuses de croire que la personne est poursuivie, ou subirait un préjudice, pour son sexe, sa race, sa langue, sa religion, sa nationalité, son origine ethnique ou ses opinions politiques ?',
    'Article 40(22). L’orientation et le genre font partie du sexe.',
  ],
  'found.suppressesRights': [
    'suppression de droits',
    'L’aide servirait-elle ici à supprimer des droits de l’homme ou des libertés fondamentales ?',
    'Article 6(2) : expression, conscience, opinion, conviction, réunion, association.',
  ],
  'found.actsOnTerritory': [
    'actes de l’État requérant sur notre territoire',
    'L’État requérant entend-il agir lui-même ici, ou atteindre des systèmes situés ici ?',
    'Article 5(2) : la Convention ne donne aucun pouvoir d’agir sur le territoire d’un autre État.',
  ],
  'found.sovereigntyHarm': [
    'atteinte à la souveraineté, à la sécurité ou à l’ordre public',
    'Une atteinte à la souveraineté, à la sécurité, à l’ordre public ou à d’autres intérêts essentiels est-elle probable ?',
    'Article 40(21)(b).',
  ],
  'found.domesticLawBars': [
    'interdit en droit interne',
    'Notre droit interdirait-il cette mesure pour une infraction analogue chez nous ?',
    'Article 40(21)(c).',
  ],
  'found.contraryToMlaLaw': [
    'contraire à notre droit de l’entraide judiciaire',
    'Serait-il contraire à notre droit de l’entraide judiciaire d’y faire droit ?',
    'Article 40(21)(d).',
  ],
  'found.formNotMet': [
    'forme non respectée',
    'La demande méconnaît-elle en quelque point la forme de l’article 40 ?',
    'Article 40(21)(a) : écrit, langue, authenticité, contenu.',
  ],
  'found.risk.torture': [
    'risque de torture ou de mauvais traitements',
    'Existe-t-il un risque réel de torture ou de traitements cruels, inhumains ou dégradants ?',
    'Pacte, article 7 ; Convention contre la torture, article 3. Aucune assurance d’un État qui torture n’y remédie.',
  ],
  'found.risk.massViolations': [
    'ensemble de violations graves',
    'Existe-t-il dans l’État requérant un ensemble de violations des droits de l’homme graves, flagrantes ou massives ?',
    'Convention contre la torture, article 3(2). Cela renforce la vigilance ; cela ne fait pas obstacle à soi seul.',
  ],
  'found.risk.arbitraryDetention': [
    'risque de détention arbitraire',
    'Existe-t-il un risque réel que la personne soit détenue arbitrairement ?',
    'Pacte, article 9.',
  ],
  'found.risk.deathPenalty': [
    'risque de peine de mort',
    'La procédure peut-elle aboutir à la peine de mort ?',
    'Pacte, article 6.',
  ],
  'found.assurance.noDeathPenalty': [
    'assurance contre la peine de mort',
    'Existe-t-il une assurance fiable qu’elle ne sera ni prononcée ni exécutée ?',
    'Écrite, par une autorité qui peut engager l’État.',
  ],
  'found.risk.unfairTrial': [
    'risque d’un procès manifestement inéquitable',
    'Existe-t-il un risque réel d’un procès manifestement inéquitable ?',
    'Pacte, article 14.',
  ],
  'found.triedBefore': [
    'déjà définitivement jugée',
    'La personne a-t-elle déjà été définitivement condamnée ou acquittée pour ce comportement ?',
    'Pacte, article 14(7) : dans l’un ou l’autre État ; dites quel jugement.',
  ],
  'found.legality': [
    'légalité',
    'Une loi claire et accessible de notre droit prévoit-elle cette mesure ?',
    'Pacte, article 17.',
  ],
  'found.necessity': ['nécessité', 'La mesure est-elle nécessaire à cette enquête ?', 'Utile n’est pas nécessaire.'],
  'found.proportionality': [
    'proportionnalité',
    'L’ingérence est-elle proportionnée au but ?',
    'Article 24(1) : personnes, catégories et période au regard de la gravité de l’infraction.',
  ],
  'found.lessIntrusiveAvailable': [
    'moyen moins intrusif',
    'Un moyen moins intrusif suffirait-il ?',
    'Moins de personnes, des catégories plus étroites, une période plus courte, une autre source.',
  ],
  'found.thirdParties': [
    'droits des tiers',
    'Que deviennent les droits et les intérêts légitimes des tiers ?',
    'Article 24(3) : pesés, non présumés.',
  ],
  'found.genderedHarm': [
    'préjudice lié au genre',
    'L’aide pourrait-elle causer à la personne un préjudice lié au genre ou à l’orientation, tel qu’une révélation ?',
    'Demandé à chaque examen.',
  ],
  'found.dataProtection.lawful': [
    'transfert licite en l’état',
    'Notre droit de la protection des données permet-il le transfert en l’état ?',
    'Article 36(1)(a).',
  ],
  'found.dataProtection.withConditions': [
    'transfert licite sous conditions',
    'Sinon, des conditions pourraient-elles le rendre licite ?',
    'Article 36(1)(b).',
  ],
  'found.dataProtection.recipientSafe': [
    'garanties effectives du destinataire',
    'L’État tiers ou l’organisation donnera-t-il aux données des garanties effectives et appropriées ?',
    'Articles 36(2) et 36(3).',
  ],
  'found.consent.compatible': [
    'autre usage compatible avec notre décision',
    'Aurions-nous donné les preuves pour cette autre procédure ?',
    'Article 40(19) : demandez de nouveau ce qui a été demandé la première fois.',
  ],
  'found.emergency.dangerToLifeOrSafety': [
    'danger pour la vie ou la sécurité, confirmé',
    'Existe-t-il un danger grave et imminent pour la vie ou la sécurité d’une personne physique ?',
    'Article 2(o). Un danger pour des biens ou pour une enquête n’en est pas un.',
  ],
} as const satisfies Record<FoundFact, FactWords>;

/** Ce que le système mesure. */
export const measured = {
  'measured.carriesRealTime': [
    'interception en temps réel prise en charge par ce système',
    'Ce système prend-il en charge l’interception en temps réel ?',
    'Non, par conception.',
  ],
  'measured.receivedAt': [
    'réception de la demande',
    'Quand la demande a-t-elle été reçue ?',
    'Selon l’horloge de ce système.',
  ],
  'measured.conduct': [
    'comportement tel que la demande l’énonce',
    'Quels éléments de comportement la demande énonce-t-elle ?',
    'Lu dans la demande ; « non énoncé » si elle n’en énonce aucun.',
  ],
  'measured.offence.proposed': [
    'infractions que les éléments composent',
    'De quelles infractions de la Convention tous les éléments sont-ils énoncés ?',
    'Proposé par le programme, jamais décidé par lui.',
  ],
  'measured.requestedState.reserves': [
    'réserves de l’État requis',
    'Qu’est-ce que l’État requis a réservé ?',
    'D’après son profil ; « sans donnée » si personne n’a cherché.',
  ],
  'measured.requestedState.narrows': [
    'infractions restreintes par l’État requis',
    'Quelles infractions le droit de l’État requis restreint-il ?',
    'D’après son profil ; « sans donnée » si personne n’a cherché.',
  ],
  'measured.inForceBetween': [
    'Convention en vigueur entre les deux États',
    'La Convention lie-t-elle les deux États à ce jour ?',
    'Article 65, et la situation du traité.',
  ],
  'measured.keyVerified': [
    'signature vérifiée',
    'La demande porte-t-elle une signature valable faite avec une clé du registre ?',
    'Un secret partagé n’est pas une signature.',
  ],
} as const satisfies Record<MeasuredFact, FactWords>;
