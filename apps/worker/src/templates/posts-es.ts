import type { PostTask } from '#domain';
import { postWords, type MailWords, type PostNotice, type TaskWords } from './words.js';

const OPEN = 'Abrir el puesto';

const aboutPost = postWords(', antes del final del ');

/** What mails say of steps of a post. */
export const POST_SPANISH: Record<PostNotice, MailWords> = {
  postOpened: aboutPost(
    'Puesto abierto, por anunciar',
    (f) => `El puesto ${f.ref} (${f.countries}) está abierto. Anúncielo para que comience la contratación.`,
    OPEN,
  ),
  recruitmentStage: aboutPost(
    'Puesto anunciado',
    (f) => `El puesto ${f.ref} (${f.countries}) está anunciado. Se reciben candidaturas; no se espera nada de usted.`,
    OPEN,
  ),
  shortlistMade: aboutPost(
    'Lista corta hecha',
    (f) =>
      `La lista corta para el puesto ${f.ref} (${f.countries}) está hecha. A continuación se selecciona a una persona; no se espera nada de usted.`,
    OPEN,
  ),
  selectionConsultation: aboutPost(
    'Se necesita su opinión sobre una candidatura',
    (f) => `Se ha seleccionado a una persona para el puesto ${f.ref} (${f.countries}). Diga si está de acuerdo.`,
    OPEN,
  ),
  candidateAgreed: aboutPost(
    'Candidatura aceptada',
    (f) =>
      `El Coordinador Residente acepta la candidatura para el puesto ${f.ref} (${f.countries}). Prepare la llegada.`,
    OPEN,
  ),
  candidateNotAgreed: aboutPost(
    'Candidatura no aceptada',
    (f) =>
      `El Coordinador Residente no acepta la candidatura para el puesto ${f.ref} (${f.countries}). El motivo consta allí; hay que seleccionar a otra persona.`,
    OPEN,
  ),
  adviserExpected: aboutPost(
    'Se le espera en el puesto',
    (f) => `Se le espera en el puesto ${f.ref} (${f.countries}). Su página muestra lo que está preparado.`,
    OPEN,
  ),
  adviserArrived: aboutPost(
    'Asesor en el puesto',
    (f) => `El asesor ha llegado al puesto ${f.ref} (${f.countries}). Ahora sigue el plan de trabajo.`,
    OPEN,
  ),
  workPlanToWrite: aboutPost(
    'Se necesita su plan de trabajo',
    (f) =>
      `Le damos la bienvenida al puesto ${f.ref} (${f.countries}). Escriba su plan de trabajo; después lo acuerdan el Coordinador Residente y el ACNUDH.`,
    OPEN,
  ),
  adviserNotArrived: aboutPost(
    'El asesor no vendrá',
    (f) =>
      `El asesor que se esperaba en el puesto ${f.ref} (${f.countries}) no vendrá. La selección comienza de nuevo.`,
    OPEN,
  ),
  recruitmentStopped: aboutPost(
    'Contratación detenida',
    (f) => `La contratación para el puesto ${f.ref} (${f.countries}) se ha detenido. El motivo consta allí.`,
    OPEN,
  ),
  workPlanToAgree: aboutPost(
    'Un plan de trabajo espera su acuerdo',
    (f) =>
      `El plan de trabajo del puesto ${f.ref} (${f.countries}) está escrito. Léalo y dé su acuerdo. Si algo debe cambiar, dígaselo al asesor, que puede escribirlo de nuevo.`,
    OPEN,
  ),
  workPlanAgreed: aboutPost(
    'Plan de trabajo acordado',
    (f) => `Ambas partes han aceptado el plan de trabajo del puesto ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportFiled: aboutPost(
    'Informe presentado',
    (f) => `Se ha presentado un informe del puesto ${f.ref} (${f.countries}), que ya puede leerse.`,
    OPEN,
  ),
  reportAsked: aboutPost(
    'Se pide un informe',
    (f) => `Se ha añadido un informe a los que se esperan del puesto ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  reportDateMoved: aboutPost(
    'La fecha de un informe ha cambiado',
    (f) => `Se ha cambiado la fecha de un informe del puesto ${f.ref} (${f.countries}). El motivo consta allí.`,
    OPEN,
  ),
  replyOnPost: aboutPost(
    'Un mensaje por correo',
    (f) => `Llegó un mensaje por correo sobre el puesto ${f.ref} (${f.countries}). Se guarda con el puesto.`,
    'Abrir el puesto',
  ),
  noteToOhchr: aboutPost(
    'Una nota solo para el ACNUDH',
    (f) => `El asesor del puesto ${f.ref} (${f.countries}) ha escrito una nota solo para el ACNUDH.`,
    OPEN,
  ),
  midTermOpened: aboutPost(
    'Se necesita su examen de mitad de período',
    (f) => `Ha pasado la mitad del período en el puesto ${f.ref} (${f.countries}). Dé el examen de su parte.`,
    OPEN,
  ),
  midTermAhead: aboutPost(
    'Comienza el examen de mitad de período',
    (f) =>
      `Ha pasado la mitad del período en el puesto ${f.ref} (${f.countries}). El Coordinador Residente y el ACNUDH dan cada uno su examen; no se espera nada de usted.`,
    OPEN,
  ),
  midTermReviewed: aboutPost(
    'Revisión de mitad de período terminada',
    (f) => `Ambas partes han dado su revisión del puesto ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  renewalOpened: aboutPost(
    'Diga si el puesto debe continuar',
    (f) =>
      `El período en el puesto ${f.ref} (${f.countries}) llega a su fin. La parte del Coordinador Residente dice si el puesto debe continuar; después decide el ACNUDH.`,
    OPEN,
  ),
  renewalAhead: aboutPost(
    'Renovación por decidir',
    (f) =>
      `El período en el puesto ${f.ref} (${f.countries}) llega a su fin. La parte del Coordinador Residente dice ahora si el puesto debe continuar; después decide el ACNUDH.`,
    OPEN,
  ),
  extensionWished: aboutPost(
    'Se conoce el deseo del Coordinador Residente',
    (f) =>
      `El Coordinador Residente ha dicho si el puesto ${f.ref} (${f.countries}) debe continuar. Decida sobre la renovación.`,
    OPEN,
  ),
  termExtended: aboutPost(
    'Período prorrogado',
    (f) => `Se ha prorrogado el período en el puesto ${f.ref} (${f.countries}).`,
    OPEN,
  ),
  successionPlanned: aboutPost(
    'Se buscará sucesor',
    (f) => `El puesto ${f.ref} (${f.countries}) continúa después del período actual; se buscará sucesor.`,
    OPEN,
  ),
  postConverted: aboutPost(
    'Puesto por convertir',
    (f) => `Se ha decidido que el puesto ${f.ref} (${f.countries}) tome otra forma cuando termine el período actual.`,
    OPEN,
  ),
  postToEnd: aboutPost(
    'Fin del puesto decidido',
    (f) => `Se ha decidido que el puesto ${f.ref} (${f.countries}) termine con el período actual.`,
    OPEN,
  ),
  closingOpened: aboutPost(
    'Lista de salida por terminar',
    (f) => `El período en el puesto ${f.ref} (${f.countries}) termina pronto. Termine la lista de salida de su parte.`,
    OPEN,
  ),
  closingAhead: aboutPost(
    'Comienza la entrega',
    (f) =>
      `El período en el puesto ${f.ref} (${f.countries}) termina pronto. El asesor y la oficina terminan sus listas de salida.`,
    OPEN,
  ),
  checklistSentBack: aboutPost(
    'Se ha devuelto su lista de salida',
    (f) =>
      `Se ha devuelto la lista de salida del asesor del puesto ${f.ref} (${f.countries}). Lo que falta consta allí.`,
    OPEN,
  ),
  officeChecklistSentBack: aboutPost(
    'Se ha devuelto la lista de salida de su oficina',
    (f) =>
      `Se ha devuelto la lista de salida de la oficina para el puesto ${f.ref} (${f.countries}). Lo que falta consta allí.`,
    OPEN,
  ),
  handoverReady: aboutPost(
    'Ambas listas están terminadas',
    (f) => `Ambas listas de salida del puesto ${f.ref} (${f.countries}) están terminadas. Puede hacer el traspaso.`,
    OPEN,
  ),
  postHandedOver: aboutPost(
    'Traspaso hecho',
    (f) =>
      `El asesor del puesto ${f.ref} (${f.countries}) ha hecho el traspaso. El expediente de traspaso está en su página.`,
    OPEN,
  ),
  postEmpty: aboutPost(
    'Puesto vacío',
    (f) =>
      `Nadie ocupa ahora el puesto ${f.ref} (${f.countries}). Se puede cubrir el intervalo, anunciar el puesto o ponerle fin.`,
    OPEN,
  ),
  gapBridged: aboutPost(
    'Intervalo cubierto',
    (f) => `El tiempo en que el puesto ${f.ref} (${f.countries}) está vacío queda cubierto de otra forma.`,
    OPEN,
  ),
  bridgeEnded: aboutPost(
    'Ha terminado una cobertura temporal',
    (f) => `La cobertura del intervalo del puesto ${f.ref} (${f.countries}) ha terminado.`,
    OPEN,
  ),
  coverageChanged: aboutPost(
    'Han cambiado los países de un puesto',
    (f) => `Los países que cubre el puesto ${f.ref} (${f.countries}) han cambiado.`,
    OPEN,
  ),
  supervisionChanged: aboutPost(
    'Ha cambiado la supervisión de un puesto',
    (f) => `Otra persona supervisa el puesto ${f.ref} (${f.countries}) desde el día indicado.`,
    OPEN,
  ),
  postEnded: aboutPost(
    'Puesto terminado',
    (f) => `El puesto ${f.ref} (${f.countries}) ha terminado. Su página conserva su historia.`,
    OPEN,
  ),
};

/** How tasks of a post are spoken of. */
export const POST_TASKS_SPANISH: Record<PostTask, TaskWords> = {
  prepareRecruitment: { need: 'Puesto por anunciar', awaited: 'el anuncio del puesto', button: OPEN },
  shortlist: { need: 'Se necesita la lista corta', awaited: 'la lista corta', button: OPEN },
  select: { need: 'Candidatura por seleccionar', awaited: 'la selección de una candidatura', button: OPEN },
  viewCandidate: {
    need: 'Dé su opinión sobre la candidatura',
    awaited: 'la opinión del Coordinador Residente',
    button: OPEN,
  },
  receiveAdviser: { need: 'Llegada por registrar', awaited: 'la llegada del asesor', button: OPEN },
  fillGap: {
    need: 'Se necesita su decisión sobre un puesto vacío',
    awaited: 'una decisión sobre el puesto vacío',
    button: OPEN,
  },
  findSuccessor: { need: 'Puesto por anunciar para un sucesor', awaited: 'la búsqueda de un sucesor', button: OPEN },
  writePlan: { need: 'Se necesita el plan de trabajo', awaited: 'el plan de trabajo', button: OPEN },
  agreePlan: {
    need: 'Dé su acuerdo al plan de trabajo',
    awaited: 'el acuerdo con el plan de trabajo',
    button: OPEN,
  },
  review: {
    need: 'Dé su revisión de mitad de período',
    awaited: 'una revisión de mitad de período',
    button: OPEN,
  },
  wish: {
    need: 'Diga si el puesto debe continuar',
    awaited: 'la respuesta del Coordinador Residente',
    button: OPEN,
  },
  decideRenewal: { need: 'Renovación por decidir', awaited: 'la decisión sobre la renovación', button: OPEN },
  checklist: { need: 'Lista de salida por terminar', awaited: 'una lista de salida', button: OPEN },
  handOver: { need: 'Se necesita el traspaso', awaited: 'el traspaso', button: OPEN },
  recordLeaving: {
    need: 'Hay que registrar el fin de un período',
    awaited: 'el registro de la salida del asesor',
    button: OPEN,
  },
  report: { need: 'Informe pendiente', awaited: 'un informe', button: OPEN },
  schedule: { need: 'Se acerca una fecha', awaited: 'una fecha', button: OPEN },
};
