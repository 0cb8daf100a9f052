/** The wording of the questions behind the keys of a request's content, in three languages. The product's own, not UN text. */
export const QUESTIONS = {
  ownership: {
    whoAskedFirst: {
      en: 'Who asked first, and how did the country team come to the request?',
      fr: 'Qui a demandé en premier, et comment l’équipe de pays est-elle arrivée à la demande ?',
      es: '¿Quién lo pidió primero y cómo llegó el Equipo de País a la solicitud?',
    },
    agenciesInvolved: {
      en: 'Which agencies took part or endorse, which do not, and why?',
      fr: 'Quels organismes ont participé ou appuient, lesquels non, et pourquoi ?',
      es: '¿Qué agencias participaron o respaldan, cuáles no y por qué?',
    },
    governmentConsulted: {
      en: 'Has the Government been informed or consulted, and at what level?',
      fr: 'Le gouvernement a-t-il été informé ou consulté, et à quel niveau ?',
      es: '¿Se informó o consultó al Gobierno y a qué nivel?',
    },
    nhriAndCivilSociety: {
      en: 'Were the national human rights institution and civil society heard?',
      fr: 'L’institution nationale et la société civile ont-elles été entendues ?',
      es: '¿Se escuchó a la institución nacional y a la sociedad civil?',
    },
    nationalPriorities: {
      en: 'Which national priorities or accepted recommendations does the request answer?',
      fr: 'À quelles priorités nationales ou recommandations acceptées la demande répond-elle ?',
      es: '¿A qué prioridades nacionales o recomendaciones aceptadas responde?',
    },
  },
  enablingEnvironment: {
    stateWillingness: {
      en: 'Will the State accept and work with an adviser?',
      fr: 'L’État acceptera-t-il un conseiller et travaillera-t-il avec lui ?',
      es: '¿Aceptará el Estado a un asesor y trabajará con él?',
    },
    treatiesAndMechanisms: {
      en: 'Treaties, reviews and special procedures: where does the country stand?',
      fr: 'Traités, examens et procédures spéciales : où en est le pays ?',
      es: 'Tratados, exámenes y procedimientos especiales: ¿en qué punto está el país?',
    },
    nationalInstitutions: {
      en: 'Which national institutions can an adviser work with?',
      fr: 'Avec quelles institutions nationales un conseiller peut-il travailler ?',
      es: '¿Con qué instituciones nacionales puede trabajar?',
    },
    accessAndConstraints: {
      en: 'Access, visa, security and other constraints',
      fr: 'Accès, visa, sécurité et autres contraintes',
      es: 'Acceso, visado, seguridad y otras limitaciones',
    },
  },
  strategicOpportunities: {
    planningMoments: {
      en: 'Which planning moments fall within the period, above all the first twelve months?',
      fr: 'Quels moments de programmation tombent dans la période, surtout la première année ?',
      es: '¿Qué momentos de planificación caen en el período, sobre todo en los primeros doce meses?',
    },
    outputsAndRecommendations: {
      en: 'Which outputs would the adviser feed and which recommendations would be acted on?',
      fr: 'À quels produits le conseiller contribuerait-il et à quelles recommandations donnerait-on suite ?',
      es: '¿A qué productos contribuiría y sobre qué recomendaciones se actuaría?',
    },
    addedValue: {
      en: 'What would not happen without an adviser?',
      fr: 'Qu’est-ce qui n’aurait pas lieu sans conseiller ?',
      es: '¿Qué no ocurriría sin un asesor?',
    },
  },
  sustainability: {
    afterFundedPeriod: {
      en: 'What happens after the funded period?',
      fr: 'Que se passe-t-il après la période financée ?',
      es: '¿Qué sucede después del período financiado?',
    },
    nationalCapacityAndHandover: {
      en: 'Who inherits the work, and is a national officer foreseen?',
      fr: 'Qui hérite du travail, et un poste national est-il prévu ?',
      es: '¿Quién hereda el trabajo y se prevé un cargo nacional?',
    },
    exitMilestones: {
      en: 'Milestones towards the exit',
      fr: 'Étapes vers la sortie',
      es: 'Hitos hacia la salida',
    },
  },
  commitment: {
    reportingLinesAndAccess: {
      en: 'Are the standard terms of reference and both reporting lines accepted, and what access is given?',
      fr: 'Le cahier des charges type et la double ligne sont-ils acceptés, et quel accès est donné ?',
      es: '¿Se aceptan los términos de referencia tipo y la doble línea, y qué acceso se da?',
    },
    hostAndStaffSupport: {
      en: 'What is offered in kind, in staff and in cash?',
      fr: 'Qu’offre-t-on en nature, en personnel et en espèces ?',
      es: '¿Qué se ofrece en especie, en personal y en efectivo?',
    },
    coordinatorContinuity: {
      en: 'Is a change of Resident Coordinator due, and does the commitment stand with a successor?',
      fr: 'Un changement de Coordonnateur est-il prévu, et l’engagement lie-t-il le successeur ?',
      es: '¿Se prevé un cambio de Coordinador y se mantiene el compromiso?',
    },
    earlierExperience: {
      en: 'Experience with an earlier adviser or similar support',
      fr: 'Expérience d’un conseiller précédent ou d’un appui semblable',
      es: 'Experiencia con un asesor anterior o apoyo similar',
    },
  },
} as const;
