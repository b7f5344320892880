import type { StatedFact } from '../../src/law/vocabulary.ts';
import type { FactWords } from '../../src/law/catalogue.ts';

/** Ce que la demande énonce : nom, question posée au requérant, et aide. */
export const stated = {
  'stated.measure': [
    'mesure',
    'Quelle mesure demandez-vous ?',
    'Articles 42 à 46, ou des données en situation d’urgence au titre de l’article 41.',
  ],
  'stated.issuedAt': [
    'date de la demande',
    'Quand la demande a-t-elle été émise ?',
    'Une date et une heure avec leur fuseau.',
  ],
  'stated.requestingAuthority': [
    'autorité requérante',
    'Quelle autorité fait la demande ?',
    'Article 40(15)(a) : le nom de l’autorité.',
  ],
  'stated.conductingAuthority': [
    'autorité chargée de la procédure',
    'Quelle autorité conduit la procédure ?',
    'Article 40(15)(b) : nom et fonctions.',
  ],
  'stated.proceeding.subject': [
    'objet de la procédure',
    'Sur quoi porte la procédure ?',
    'Une enquête, des poursuites ou un procès précis.',
  ],
  'stated.proceeding.nature': [
    'nature de la procédure',
    'S’agit-il d’une enquête, de poursuites ou d’un procès ?',
    'Article 40(15)(b).',
  ],
  'stated.facts': [
    'exposé des faits',
    'Que s’est-il passé ?',
    'Article 40(15)(c) : le comportement décide, non son nom.',
  ],
  'stated.offence.title': [
    'nom de l’infraction',
    'Comment l’infraction se nomme-t-elle dans votre droit ?',
    'Telle que votre droit la nomme.',
  ],
  'stated.offence.provision': [
    'disposition qui punit l’infraction',
    'Quelle disposition de votre droit en fait une infraction ?',
    'Telle que vous la citez.',
  ],
  'stated.offence.conventionArticle': [
    'infraction de la Convention invoquée',
    'Quel article de la Convention invoquez-vous ?',
    'Articles 7 à 17 ou 19 ; « none » si vous vous fondez sur l’infraction grave.',
  ],
  'stated.offence.maximumYears.requesting': [
    'peine maximale dans l’État requérant',
    'Quelle est la peine maximale selon votre droit, en années ?',
    'La perpétuité est indiquée comme telle. Quatre ans ou plus : infraction grave, article 2(h).',
  ],
  'stated.offence.maximumYears.requested': [
    'peine maximale dans l’État requis, selon le requérant',
    'Quelle est la peine maximale selon le droit de l’État requis, si vous la connaissez ?',
    'La Convention ne dit pas de quel droit il s’agit.',
  ],
  'stated.offence.punishes': [
    'comportement protégé que punit la disposition',
    'La disposition punit-elle l’un de ces comportements ?',
    '« none » est une réponse ; le silence n’en est pas une.',
  ],
  'stated.offence.conduct': [
    'comportement, par ses éléments',
    'Qu’est-ce qui a été fait, élément par élément ?',
    'Articles 7 à 17 et 19, 35(3) : cochez ce que la personne a fait, quel que soit le nom que votre droit lui donne.',
  ],
  'stated.offence.offenceInRequestedState': [
    'infraction présumée dans l’État requis',
    'Pensez-vous que le comportement est aussi une infraction dans l’État requis ?',
    'Articles 35(3) et 40(8) : d’après le comportement, quel que soit son nom.',
  ],
  'stated.assistance.sought': ['assistance demandée', 'Quelle aide demandez-vous ?', 'Article 40(15)(d).'],
  'stated.assistance.specialProcedure': [
    'procédure particulière',
    'Y a-t-il une procédure que vous souhaitez voir suivie ?',
    'Articles 40(15)(d) et 40(17).',
  ],
  'stated.assistance.demandsKeysOrWeakening': [
    'exigence de clés, d’identifiants ou d’une sécurité affaiblie',
    'Demandez-vous des clés, des identifiants ou un affaiblissement de la sécurité ?',
    'Une telle exigence est un obstacle selon la politique recommandée.',
  ],
  'stated.person.name': [
    'nom de la personne',
    'Qui est la personne concernée, si elle est connue ?',
    'Article 40(15)(e) : si possible et s’il y a lieu.',
  ],
  'stated.person.nationality': [
    'nationalité de la personne',
    'Quelle est la nationalité de la personne concernée, si elle est connue ?',
    'Article 40(15)(e).',
  ],
  'stated.person.place': [
    'lieu où se trouve la personne',
    'Où se trouve la personne concernée, si cela est connu ?',
    'Article 40(15)(e).',
  ],
  'stated.person.minor': [
    'personne que l’on sait être un enfant',
    'Sait-on que la personne concernée a moins de dix-huit ans ?',
    '« Non » veut dire : on ne le sait pas. L’intérêt supérieur de l’enfant prime.',
  ],
  'stated.targets': [
    'comptes, numéros ou adresses',
    'Les données de qui : quels comptes, numéros ou adresses ?',
    'Nommés un par un ; pas de collecte en masse.',
  ],
  'stated.provider': [
    'fournisseur qui détient les données',
    'Qui détient les données ?',
    'Article 42(3)(d) : ce que vous savez du détenteur.',
  ],
  'stated.dataCategories': [
    'catégories de données',
    'Quelles catégories de données ?',
    'Abonné, identification d’un utilisateur, trafic, contenu.',
  ],
  'stated.period.from': ['début de la période', 'À partir de quand ?', 'Article 40(15)(f).'],
  'stated.period.until': ['fin de la période', 'Jusqu’à quand ?', 'Article 40(15)(f) ; la fin n’est pas comprise.'],
  'stated.purpose': [
    'but',
    'À quoi serviront les preuves ?',
    'Article 40(15)(g) ; il lie l’usage ultérieur, article 40(19).',
  ],
  'stated.authorisation.authority': [
    'autorité qui a autorisé la demande',
    'Qui a autorisé la mesure dans votre État ?',
    'Le nom du juge ou de l’organe.',
  ],
  'stated.authorisation.reference': [
    'référence de l’autorisation',
    'Quelle est la référence de cette autorisation ?',
    'Telle que le juge ou l’organe la cite.',
  ],
  'stated.authorisation.issuedAt': [
    'date de l’autorisation',
    'Quand a-t-elle été donnée ?',
    'Une date et une heure avec leur fuseau.',
  ],
  'stated.authorisation.validFrom': [
    'début de l’autorisation',
    'À partir de quand vaut-elle ?',
    'Une date et une heure avec leur fuseau.',
  ],
  'stated.authorisation.validUntil': [
    'fin de l’autorisation',
    'Jusqu’à quand vaut-elle ?',
    'Vous ne pouvez demander plus que ne couvre votre propre autorisation.',
  ],
  'stated.authorisation.independent': [
    'indépendance de l’organe qui autorise',
    'S’agit-il d’un juge ou d’un autre organe indépendant de l’enquête ?',
    'Un procureur qui dirige l’affaire ne l’est pas.',
  ],
  'stated.necessity': [
    'nécessité, selon le requérant',
    'Pourquoi ces preuves sont-elles nécessaires ?',
    'Pour cette enquête, maintenant.',
  ],
  'stated.proportionality': [
    'proportionnalité, selon le requérant',
    'Pourquoi l’ingérence est-elle proportionnée ?',
    'Au regard de la gravité de l’infraction.',
  ],
  'stated.lessIntrusive': [
    'moyens moins intrusifs envisagés',
    'Quels moyens moins intrusifs avez-vous envisagés, et pourquoi ne suffisent-ils pas ?',
    'Des données plus étroites, d’autres sources, des sources ouvertes.',
  ],
  'stated.notice.position': [
    'position sur l’information de la personne',
    'La personne concernée peut-elle être informée, ou demandez-vous un report ?',
    'L’information est la règle.',
  ],
  'stated.notice.until': [
    'terme du secret',
    'Jusqu’à quand demandez-vous le secret ?',
    'Le secret a toujours un terme.',
  ],
  'stated.notice.reason': [
    'motif du secret',
    'Pourquoi le secret est-il nécessaire jusque-là ?',
    'Un motif propre à cette affaire, non général.',
  ],
  'stated.dataProtection.law': [
    'droit de la protection des données du requérant',
    'Quel droit de la protection des données s’appliquera aux données ?',
    'Article 36(2).',
  ],
  'stated.dataProtection.retentionDays': [
    'durée de conservation',
    'Pendant combien de jours conserverez-vous les données ?',
    'À compter de la réception.',
  ],
  'stated.dataProtection.onwardTransfer': [
    'transfert à un État tiers ou à une organisation',
    'Entendez-vous transmettre les données à un État tiers ou à une organisation ?',
    'Article 36(3) : seulement avec l’autorisation de l’État qui les a envoyées.',
  ],
  'stated.preservation.linkToOffence': [
    'lien des données avec l’infraction',
    'Quel est le lien des données avec l’infraction ?',
    'Article 42(3)(c).',
  ],
  'stated.preservation.necessity': [
    'nécessité de la préservation',
    'Pourquoi les données doivent-elles être préservées ?',
    'Article 42(3)(e).',
  ],
  'stated.preservation.requestWillFollow': [
    'demande d’entraide à venir',
    'Une demande d’entraide suivra-t-elle ?',
    'Article 42(3)(f).',
  ],
  'stated.realTime.from': ['début de la collecte en temps réel', 'À partir de quand ?', 'Article 45(3)(f).'],
  'stated.realTime.until': ['fin de la collecte en temps réel', 'Jusqu’à quand ?', 'Article 45(3)(f).'],
  'stated.realTime.lengthReason': ['raison de la durée', 'Pourquoi si longtemps ?', 'Article 45(3)(f).'],
  'stated.urgency.by': [
    'jour avant lequel une réponse est nécessaire',
    'Pour quand vous faut-il une réponse ?',
    'Article 40(26) : une échéance compte si elle est motivée.',
  ],
  'stated.urgency.reason': [
    'raison de l’urgence',
    'Pourquoi avant cette date ?',
    'Une audience, une prescription, une détention provisoire.',
  ],
  'stated.urgency.dataAtRisk': [
    'données sur le point d’être perdues',
    'Les données risquent-elles d’être bientôt perdues ou modifiées ?',
    'Article 44 : alors la réponse est accélérée. Article 42 : demandez la préservation sans attendre.',
  ],
  'stated.emergency.danger': [
    'danger pour la vie ou la sécurité',
    'Quel danger y a-t-il, pour la vie ou la sécurité de qui ?',
    'Article 2(o) : grave, imminent, pour une personne physique.',
  ],
  'stated.emergency.linkToData': [
    'lien des données avec le danger',
    'Comment ces données écarteront-elles le danger ?',
    'Article 41(3)(e).',
  ],
  'stated.consent.earlier': [
    'preuves pour lesquelles le consentement est demandé',
    'Quelles preuves, de quelle remise ?',
    'Articles 36(3) et 40(19) : la référence de la remise.',
  ],
  'stated.consent.recipient': [
    'État tiers, organisation ou autre procédure',
    'À qui, ou pour quelle autre procédure ?',
    'Un destinataire, une procédure ; pas de consentement permanent.',
  ],
  'stated.consent.exculpatory': [
    'faits qui disculpent une personne',
    'S’agit-il de révéler des faits qui disculpent une personne ?',
    'Article 40(19) : alors une notification suffit.',
  ],
} as const satisfies Record<StatedFact, FactWords>;
