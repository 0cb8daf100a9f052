import type { StandardWords } from './definition.js';

/** The first standard terms of reference in French, in this product's own words. */
export const STANDARD_FR: StandardWords = {
  parts: {
    team: 'Fonctions auprès du Coordonnateur résident et de l’équipe de pays',
    capacity: 'Fonctions relatives aux capacités nationales',
    counterparts: 'Fonctions auprès des partenaires nationaux',
    added: 'Fonctions ajoutées pour ce poste',
  },
  clauses: {
    status: {
      heading: 'Affectation et statut',
      text: `- Poste : {title}
- Forme de déploiement : {modality}
- Lieu d’affectation : {dutyStation}
- Pays couverts : {countries}
- Temps consacré à chaque pays : {coverage}
- Classe : {grade}

Le conseiller travaille {seat}. Il participe aux réunions de l’équipe de pays et de ses groupes thématiques et de programme, et il a accès aux informations, aux personnes et aux systèmes dont son travail a besoin.

Le conseiller est déployé par le Haut-Commissariat des Nations Unies aux droits de l’homme (HCDH) et a le statut, les privilèges et les immunités d’un fonctionnaire des Nations Unies de la même catégorie. Il est indépendant dans son jugement professionnel, conseille en toute confidentialité et ne s’exprime en public qu’en accord avec son supérieur direct et le HCDH.`,
    },
    purpose: {
      heading: 'Objet',
      text: `Le conseiller aide le Coordonnateur résident et l’équipe de pays à exercer leurs responsabilités en matière de droits de l’homme, et aide les institutions nationales et la société civile à renforcer les moyens par lesquels les droits sont protégés.

Le poste sert à construire ce qui reste après lui. Il ne remplace ni le Gouvernement, ni l’institution nationale des droits de l’homme, ni la société civile, ni les organismes. Il n’enquête pas sur des cas particuliers, sauf demande commune du supérieur direct et du HCDH.`,
    },
    reporting: {
      heading: 'Rattachement hiérarchique',
      text: `Le poste a deux lignes hiérarchiques et reçoit des orientations régionales. Il s’agit de rôles : la personne qui occupe un rôle un jour donné l’exerce, et un changement de personne est enregistré avec sa date sans modifier le présent cahier des charges.

- Supérieur direct : {supervisor}. Convient du plan de travail, guide le travail au quotidien et rédige la première appréciation.
- Second notateur : {secondOfficer}. Donne orientations et appui fonctionnel au nom du Haut-Commissaire et complète l’appréciation.
- Orientations régionales : {guidance}. Conseille sur le fond, mobilise des spécialistes et aide à pallier les absences.

Le conseiller adresse ses rapports réguliers à la fois au supérieur direct et au HCDH, et peut écrire au HCDH à titre confidentiel lorsque la sécurité des personnes ou l’intégrité du travail l’exige. Si les orientations des deux lignes divergent, les deux responsables règlent la question entre eux dans les dix jours ouvrables ; d’ici là, le conseiller ne prend aucune mesure publique à ce sujet.`,
    },
    'team.programmes': {
      heading: 'Les droits de l’homme dans les programmes',
      text: `Aider l’équipe de pays à intégrer les droits de l’homme dans son analyse, son plan-cadre de coopération, ses programmes conjoints et ses autres plans stratégiques : commenter les projets, proposer des effets et des indicateurs, et suivre ce qu’ils deviennent.`,
      results: ['Plan-cadre de coopération : droits de l’homme dans les effets, indicateurs et budgets'],
    },
    'team.skills': {
      heading: 'Compétences de l’équipe de pays',
      text: `Renforcer les compétences du personnel des programmes dans l’approche fondée sur les droits de l’homme, par la formation, l’accompagnement sur des programmes réels et de brefs outils pratiques, afin que les organismes puissent continuer sans le conseiller.`,
      results: ['Équipe de pays : un personnel qui applique l’approche fondée sur les droits de l’homme'],
    },
    'team.assessment': {
      heading: 'Évaluation de la situation et des besoins',
      text: `Évaluer la situation des droits de l’homme, ainsi que les capacités et les besoins de l’équipe de pays, au cours des six premiers mois puis chaque année. Partager cette évaluation avec l’équipe de pays et le HCDH et y fonder le plan de travail.`,
      results: ['Analyse commune : une évaluation tenue à jour'],
    },
    'team.coordination': {
      heading: 'Coordination',
      text: `Faciliter la coordination en matière de droits de l’homme : assurer le secrétariat du groupe thématique, tenir un calendrier unique des examens, des visites et des rapports, et veiller à la cohérence des contributions des organismes.`,
      results: ['Équipe de pays : un calendrier et une ligne communs en matière de droits de l’homme'],
    },
    'team.advice': {
      heading: 'Conseil au Coordonnateur résident',
      text: `Conseiller le Coordonnateur résident et les chefs d’organisme sur les questions de droits de l’homme que posent les politiques, les programmes et les crises, y compris les signes précoces de violations graves et la diligence voulue dans l’appui aux forces de sécurité.`,
      results: ['Coordonnateur résident : des conseils donnés à temps et consignés'],
    },
    'capacity.plan': {
      heading: 'Stratégies pour les capacités nationales',
      text: `À partir d’une évaluation de la situation, des capacités et des priorités nationales, conseiller sur les stratégies et programmes qui renforcent les institutions. Nommer pour chacun qui le poursuivra dans le pays, et avec quels moyens, après la fin du poste.`,
      results: ['Institutions nationales : des plans dotés d’un responsable et de moyens'],
    },
    'capacity.expertise': {
      heading: 'Accès aux compétences et aux outils',
      text: `Ouvrir aux partenaires nationaux l’accès aux compétences, aux outils, aux normes et aux bonnes pratiques du système des Nations Unies pour les droits de l’homme et d’autres pays, et adapter ces outils aux langues et au droit nationaux.`,
      results: ['Institutions nationales : des outils utilisés'],
    },
    'counterparts.state': {
      heading: 'Organes de l’État',
      text: `Conseiller, à leur demande, les ministères, le parlement, la justice et les autorités locales sur les lois, les politiques et les pratiques conformes aux obligations de l’État, et appuyer l’organe chargé des rapports et du suivi des recommandations.`,
      results: ['État : des lois et politiques conformes aux obligations'],
    },
    'counterparts.institution': {
      heading: 'Institution nationale des droits de l’homme',
      text: `Conseiller et former l’institution nationale des droits de l’homme, ou appuyer sa création, conformément aux Principes de Paris, et l’aider à user pleinement de son mandat : plaintes, enquêtes, visites, éducation et avis.`,
      results: ['Institution nationale : indépendance et efficacité'],
    },
    'counterparts.civilSociety': {
      heading: 'Société civile',
      text: `Entretenir un large réseau avec la société civile, y compris les groupes de femmes, de jeunes, de personnes handicapées, de minorités, de peuples autochtones et d’autres personnes risquant d’être laissées de côté. Les appuyer concrètement et veiller à ce qu’ils soient entendus dans les travaux de l’équipe de pays.`,
      results: ['Société civile : espace et accès'],
    },
    'counterparts.mechanisms': {
      heading: 'Mécanismes internationaux des droits de l’homme',
      text: `Encourager la coopération avec les organes conventionnels, les procédures spéciales et l’examen périodique universel : aider l’État, l’institution nationale, la société civile et l’équipe de pays à faire rapport, à recevoir des visites et à donner suite aux recommandations.`,
      results: ['Mécanismes : rapports remis à temps, recommandations suivies d’effet'],
    },
    'counterparts.humanitarian': {
      heading: 'Action humanitaire et relèvement',
      text: `En cas d’urgence ou de relèvement, conseiller l’équipe humanitaire de pays sur les droits des personnes touchées, sur la protection et sur la responsabilité à leur égard.`,
      results: ['Action humanitaire : la protection dans les plans et les appels'],
    },
    outputs12: {
      heading: 'Produits attendus dans les 12 mois',
      text: `- Un plan de travail assorti d’indicateurs, convenu par le supérieur direct et le HCDH dans les 60 jours suivant l’arrivée.
- Une évaluation de la situation, des capacités et des besoins, partagée avec l’équipe de pays et le HCDH dans les six mois.
- Des contributions écrites du conseiller à l’étape en cours du plan-cadre de coopération, avec une note sur ce qui en a été retenu.
- Au moins deux séries de formations pratiques à l’approche fondée sur les droits de l’homme, avec un accompagnement de deux programmes en cours.
- Un plan, convenu avec les partenaires nationaux, pour donner suite à des recommandations choisies des mécanismes des droits de l’homme.
- Un premier résultat pour chaque fonction ajoutée pour ce poste, tel que le plan de travail le nomme.
- Des points trimestriels et un rapport annuel.`,
    },
    outputs24: {
      heading: 'Produits attendus dans les 24 mois',
      text: `Un mandat plus court atteint ceux que nomme son plan de travail.

- Des effets et indicateurs de droits de l’homme inscrits dans le plan-cadre de coopération ou ses plans annuels, avec un organisme responsable pour chacun.
- Un personnel des organismes qui forme et accompagne ses propres collègues sans le conseiller.
- Des recommandations choisies suivies d’effet, avec des preuves que les partenaires nationaux confirment.
- Au moins une institution nationale ayant repris un outil, un cours ou une fonction commencés avec le conseiller.
- L’examen à mi-parcours, une réponse écrite à ses conclusions, et une note de sortie qui désigne un repreneur pour chaque volet.`,
    },
    relations: {
      heading: 'Relations de travail',
      text: `- Aux Nations Unies : chefs d’organisme, personnel des programmes, conseiller pour la paix et le développement, conseillers pour l’égalité des sexes et les affaires humanitaires, équipe régionale du Groupe des Nations Unies pour le développement, autres présences des droits de l’homme de la région.
- Dans le pays : ministères, parlement, justice, institution nationale des droits de l’homme, société civile, universités, médias, et organismes régionaux dont le pays est membre.
- Partenaires : donateurs et corps diplomatique, en accord avec le supérieur direct.

Chaque organisme de l’équipe de pays désigne un point focal. Les demandes adressées aux partenaires sont coordonnées afin que nul ne soit sollicité deux fois.`,
    },
    hostSupport: {
      heading: 'Appui de l’hôte',
      text: `Le Coordonnateur résident veille à ce que le conseiller dispose de ce qui suit, du jour de son arrivée à son dernier jour, quelle que soit l’entité qui le fournit.

- Bureau : un bureau meublé qui ferme à clef, connecté et équipé, accessible aux personnes handicapées. Offert : {office}
- Sécurité : les mesures, autorisations et séances d’information dont dispose le personnel de même classe au lieu d’affectation. Offert : {security}
- Transport : un véhicule pour les déplacements officiels au lieu d’affectation. Offert : {transport}
- Déplacements dans le pays : ceux du plan de travail, au moins un par trimestre hors du lieu d’affectation lorsque la sécurité le permet.
- Personnel : un appui administratif, et une interprétation lorsque le travail l’exige.
- Formalités : accréditation, visa et laissez-passer, avec l’aide du Bureau du Coordonnateur résident.`,
    },
    qualifications: {
      heading: 'Qualifications et langues',
      text: `- Un diplôme universitaire supérieur en droit, sciences politiques ou sociales, relations internationales ou domaine voisin ; un premier diplôme assorti de plus d’années d’expérience est considéré comme équivalent.
- Une expérience des droits de l’homme de la durée et du niveau qu’exige la classe {grade}, acquise en partie sur le terrain et en partie dans le conseil aux institutions.
- La connaissance du système international des droits de l’homme et de l’approche fondée sur les droits de l’homme dans les programmes.
- L’art du conseil, de la formation, de la négociation et de la rédaction ; du tact et un jugement sûr sous pression.
- Langues de travail : {languages}.

Les candidatures de femmes, de personnes handicapées et de membres de groupes sous-représentés sont encouragées.`,
    },
    duration: {
      heading: 'Durée, financement et partage des coûts',
      text: `- Début : {start}
- Durée : {length}
- Sources en espèces : {cash}
- Sources en nature : {inKind}

Les sources sont celles de la demande telle qu’elle a été approuvée ; ce qui a été confirmé depuis est enregistré avec le dossier. Chaque contributeur répond de sa part. Le poste fonctionne dans la limite des fonds confirmés : l’approbation seule n’engage aucuns fonds, et une prolongation exige une décision et un financement propres.`,
    },
    review: {
      heading: 'Examen et sortie',
      text: `- Examen à mi-parcours : {review}
- Fin prévue : {end}

Le supérieur direct et le HCDH examinent ensemble le travail à mi-parcours, avec l’avis de l’équipe de pays et des partenaires nationaux, et répondent par écrit aux conclusions. La prolongation, la succession, la transformation ou la fin du poste est décidée en règle générale six mois avant la fin prévue.

Au cours du dernier mois, le conseiller et le bureau remplissent la liste de sortie : dossiers et contacts remis, engagements en cours énoncés, informations sensibles mises en sûreté, partenaires informés, rapport final déposé. Chaque partie peut mettre fin au présent cahier des charges moyennant un préavis de 60 jours et une raison écrite.`,
    },
    dataProtection: {
      heading: 'Protection des données',
      text: `Le conseiller ne recueille des données personnelles que si le travail l’exige, les conserve dans des systèmes approuvés par les Nations Unies et ne les partage qu’avec le consentement éclairé de la personne concernée ou lorsque les règles des Nations Unies le permettent. Les noms de victimes, de témoins et de sources ne figurent dans aucun plan, rapport ou message allant au-delà de ceux qui doivent les connaître. À son départ, le conseiller remet ou efface ces données selon les instructions du HCDH.`,
    },
    noHarm: {
      heading: 'Ne pas nuire',
      text: `Avant chaque démarche, le conseiller pèse ce qu’elle peut signifier pour les personnes qui coopèrent avec les Nations Unies, et s’abstient lorsque le risque pour elles ne peut être maintenu à un niveau faible. Les représailles et les menaces sont signalées sans délai au supérieur direct et au HCDH. La sécurité des personnes passe avant tout produit prévu ici.`,
    },
    versions: {
      heading: 'Version et signature',
      text: `Le présent cahier des charges est une version numérotée, établie à partir d’un texte type numéroté ; les écarts par rapport à ce texte sont énumérés à la fin. Il entre en vigueur lorsque le Coordonnateur résident, ou la personne qui agit à sa place, et le HCDH ont signé la même version. Une modification est une nouvelle version, que les deux parties signent de nouveau. Les versions antérieures sont conservées.`,
    },
  },
};
