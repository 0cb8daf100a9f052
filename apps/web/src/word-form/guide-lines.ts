import type { Language } from '#domain';
import { QUESTION_GUIDES } from '../request/question-guides.js';

/** What reviewers look for, in the other languages in which a form is given out. */
const TRANSLATED: Record<string, Record<Exclude<Language, 'en'>, string>> = {
  'sections.context': {
    fr: 'Si quelqu’un qui n’est jamais venu dans le pays peut suivre la suite : les deux ou trois faits dont tout dépend, avec leur source et leur date.',
    es: 'Si quien nunca ha estado en el país puede seguir el resto: los dos o tres hechos de los que todo depende, con su fuente y su fecha.',
  },
  mechanismRecommendations: {
    fr: 'Si un conseiller aiderait à donner suite à ces recommandations, plutôt qu’à toutes celles qui ont été faites.',
    es: 'Si un asesor ayudaría a actuar sobre estas recomendaciones, y no sobre todas las que se han hecho.',
  },
  'sections.risk.text': {
    fr: 'Si les dangers sont nommés clairement, pour le conseiller et pour ceux qui coopèrent. Une réponse franche ne fait pas baisser la note.',
    es: 'Si los peligros se nombran con claridad, para el asesor y para quienes cooperan. Una respuesta franca no baja la puntuación.',
  },
  'sections.risk.mitigation': {
    fr: 'Si à chaque danger répond une mesure, et quelqu’un qui la prend.',
    es: 'Si a cada peligro responde una medida, y alguien que la toma.',
  },
  'sections.ownership.whoAskedFirst': {
    fr: 'Si la demande est née dans l’équipe de pays : qui l’a lancée, quand elle a été discutée, et où c’est consigné.',
    es: 'Si la solicitud nació en el equipo de país: quién la planteó, cuándo se discutió y dónde consta.',
  },
  'sections.ownership.agenciesInvolved': {
    fr: 'Si ceux qui n’appuient pas sont nommés aussi, avec leur raison.',
    es: 'Si también se nombra a quienes no la apoyan, con su razón.',
  },
  'sections.ownership.governmentConsulted': {
    fr: 'Si le gouvernement le sait, à qui l’on a parlé, à quel niveau, et ce qui a été dit.',
    es: 'Si el Gobierno lo sabe, con quién se habló, a qué nivel y qué se dijo.',
  },
  'sections.ownership.nhriAndCivilSociety': {
    fr: 'Si d’autres que le gouvernement ont été entendus, et si ce qu’ils ont demandé se voit dans la demande.',
    es: 'Si se escuchó a otros además del Gobierno, y si lo que pidieron se ve en la solicitud.',
  },
  'sections.ownership.nationalPriorities': {
    fr: 'Si elle répond à un engagement que l’État a pris, avec la référence.',
    es: 'Si responde a un compromiso que el Estado ha asumido, con la referencia.',
  },
  'sections.enablingEnvironment.stateWillingness': {
    fr: 'Si ce que l’État a fait montre qu’il travaillera avec un conseiller, et sur quoi il ne le fera pas.',
    es: 'Si lo que el Estado ha hecho muestra que trabajará con un asesor, y en qué no lo hará.',
  },
  'sections.enablingEnvironment.treatiesAndMechanisms': {
    fr: 'Si des dates sont données : ce qui est ratifié, quel rapport est dû ou en retard, quelle visite est convenue.',
    es: 'Si se dan fechas: qué está ratificado, qué informe se debe o se retrasa, qué visita está acordada.',
  },
  'sections.enablingEnvironment.nationalInstitutions': {
    fr: 'S’il y a quelqu’un de l’autre côté de la table, et quelle est sa force réelle.',
    es: 'Si hay alguien al otro lado de la mesa, y cuál es su fuerza real.',
  },
  'sections.enablingEnvironment.accessAndConstraints': {
    fr: 'Si le conseiller pourrait entrer, se déplacer et rencontrer les gens, et ce qui prendrait le plus de temps.',
    es: 'Si el asesor podría entrar, viajar y reunirse con la gente, y qué tardaría más.',
  },
  'sections.strategicOpportunities.planningMoments': {
    fr: 'Si des décisions qu’un conseiller pourrait orienter tombent dans les douze premiers mois, avec leurs dates.',
    es: 'Si en los primeros doce meses se toman decisiones que un asesor podría orientar, con sus fechas.',
  },
  'sections.strategicOpportunities.outputsAndRecommendations': {
    fr: 'Si chaque promesse peut être constatée : un produit, une recommandation, une date.',
    es: 'Si cada promesa se puede comprobar: un producto, una recomendación, una fecha.',
  },
  'sections.strategicOpportunities.addedValue': {
    fr: 'Si la réponse dit ce que personne sur place ne pourrait faire, et non que les droits de l’homme comptent.',
    es: 'Si dice lo que nadie sobre el terreno podría hacer, y no que los derechos humanos importan.',
  },
  'sections.sustainability.afterFundedPeriod': {
    fr: 'Si la fin est pensée dès maintenant : qui paie quoi, à partir de quelle année, et ce qui cesse si personne ne paie.',
    es: 'Si se piensa ya en el final: quién paga qué, desde qué año, y qué cesa si nadie paga.',
  },
  'sections.sustainability.nationalCapacityAndHandover': {
    fr: 'Si ceux qui prennent la relève sont nommés et ont donné leur accord.',
    es: 'Si se nombra a quienes toman el relevo y estos han dado su acuerdo.',
  },
  'sections.sustainability.exitMilestones': {
    fr: 'S’il y a trois ou quatre étapes datées que l’on peut vérifier à mi-parcours.',
    es: 'Si hay tres o cuatro hitos con fecha que se puedan comprobar a mitad de camino.',
  },
  'sections.commitment.reportingLinesAndAccess': {
    fr: 'Si la double ligne est acceptée par écrit, et à quelles réunions le conseiller prend part.',
    es: 'Si la doble línea se acepta por escrito, y en qué reuniones participa el asesor.',
  },
  'sections.commitment.hostAndStaffSupport': {
    fr: 'Si ce qui est offert est énuméré avec sa valeur, qui le donne et jusqu’à quand.',
    es: 'Si lo que se ofrece se enumera con su valor, quién lo da y hasta cuándo.',
  },
  'sections.commitment.coordinatorContinuity': {
    fr: 'Si l’engagement est celui de l’équipe, et survit à un changement de Coordonnateur.',
    es: 'Si el compromiso es del equipo y sobrevive a un cambio de Coordinador.',
  },
  'sections.commitment.earlierExperience': {
    fr: 'Si l’on a appris quelque chose : ce qui a marché avec un conseiller précédent, ce qui n’a pas marché, et ce qui change.',
    es: 'Si se aprendió algo: qué funcionó con un asesor anterior, qué no, y qué se hace ahora de otro modo.',
  },
  'sections.termsOfReference.level': {
    fr: 'Si le niveau convient au travail : qui le conseiller conseille et s’il dirige du personnel.',
    es: 'Si el nivel corresponde al trabajo: a quién asesora y si dirige personal.',
  },
  'sections.termsOfReference.workingLanguages': {
    fr: 'Si elles sont nécessaires au travail, et non seulement souhaitées : chacune réduit le choix.',
    es: 'Si son necesarios para el trabajo, y no solo deseables: cada uno reduce la elección.',
  },
  'sections.termsOfReference.addedDuties': {
    fr: 'Si une fonction ajoutée peut être remplie à côté des fonctions types, et découle de ce qui précède.',
    es: 'Si una función añadida puede cumplirse junto a las ordinarias y se sigue de lo dicho arriba.',
  },
  'sections.termsOfReference.deviationsFromStandard': {
    fr: 'Si chaque changement a une raison et une fin. D’ordinaire, il n’y en a aucun.',
    es: 'Si cada cambio tiene una razón y un final. Lo habitual es que no haya ninguno.',
  },
  'sections.coveragePlan': {
    fr: 'Si les jours font une année de travail, et si chaque pays sait ce qui y vient d’abord.',
    es: 'Si los días suman un año de trabajo y cada país sabe qué va primero allí.',
  },
  'sections.costAndHosting.years': {
    fr: 'Si chaque coût a un payeur chaque année, et si ce qui n’en a pas est dit « à rechercher ».',
    es: 'Si cada costo tiene quien lo pague cada año, y si lo que no tiene se dice «por buscar».',
  },
  'sections.costAndHosting.hosting.office': {
    fr: 'S’il y a une pièce où l’on peut parler en confiance.',
    es: 'Si hay una sala donde se pueda hablar en confianza.',
  },
  'sections.costAndHosting.hosting.transport': {
    fr: 'Si le conseiller peut se déplacer quand il le faut, et qui paie.',
    es: 'Si el asesor puede viajar cuando haga falta, y quién lo paga.',
  },
  'sections.costAndHosting.hosting.security': {
    fr: 'Si le conseiller fait partie du dispositif de l’équipe dès le premier jour.',
    es: 'Si el asesor forma parte del dispositivo del equipo desde el primer día.',
  },
  'sections.documentsExpected': {
    fr: 'Si ce sur quoi reposent les réponses peut être ouvert.',
    es: 'Si se puede abrir aquello en lo que se apoyan las respuestas.',
  },
  endorsements: {
    fr: 'Si les chefs d’organisme parlent en leur nom, et si ce qu’ils donnent est chiffré.',
    es: 'Si los responsables de los organismos hablan por sí mismos, y si lo que dan está en cifras.',
  },
};

/** What reviewers look for, as one line under each question of the form. The examples stay on the pages. */
export const guideLines = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(QUESTION_GUIDES).map(([path, { look }]) => [
      path,
      language === 'en' ? look : (TRANSLATED[path]?.[language] ?? look),
    ]),
  );

/** The same in every language: what a form may have brought by itself. */
export const EVERY_GUIDE_LINE: readonly string[] = (['en', 'fr', 'es'] as const).flatMap((l) =>
  Object.values(guideLines(l)),
);
