import type { StandardWords } from './definition.js';

/** The first standard terms of reference in Spanish, in this product's own words. */
export const STANDARD_ES: StandardWords = {
  parts: {
    team: 'Funciones ante el Coordinador Residente y el equipo en el país',
    capacity: 'Funciones relativas a la capacidad nacional',
    counterparts: 'Funciones ante los asociados nacionales',
    added: 'Funciones añadidas para este puesto',
  },
  clauses: {
    status: {
      heading: 'Lugar y condición',
      text: `- Puesto: {title}
- Forma de despliegue: {modality}
- Lugar de destino: {dutyStation}
- Países que abarca: {countries}
- Tiempo dedicado a cada país: {coverage}
- Categoría: {grade}

El asesor trabaja {seat}. Participa en las reuniones del equipo en el país y de sus grupos temáticos y de programas, y tiene acceso a la información, las personas y los sistemas que su trabajo necesita.

El asesor es desplegado por la Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos (ACNUDH) y tiene la condición, las prerrogativas y las inmunidades de un funcionario de las Naciones Unidas de la misma categoría. Es independiente en su juicio profesional, asesora con reserva y solo habla en público de acuerdo con su supervisor directo y con el ACNUDH.`,
    },
    purpose: {
      heading: 'Propósito',
      text: `El asesor ayuda al Coordinador Residente y al equipo en el país a cumplir sus responsabilidades en materia de derechos humanos, y ayuda a las instituciones nacionales y a la sociedad civil a fortalecer los medios con que se protegen los derechos.

El puesto sirve para construir lo que queda cuando termina. No sustituye al Gobierno, a la institución nacional de derechos humanos, a la sociedad civil ni a los organismos. No investiga casos particulares, salvo que el supervisor directo y el ACNUDH lo pidan conjuntamente.`,
    },
    reporting: {
      heading: 'Dependencia jerárquica',
      text: `El puesto tiene dos líneas jerárquicas y recibe orientación regional. Son funciones: quien las ocupe en un día dado las ejerce, y el cambio de persona se registra con su fecha sin modificar estos términos.

- Supervisor directo: {supervisor}. Acuerda el plan de trabajo, guía la labor diaria y redacta la primera evaluación.
- Segundo oficial informante: {secondOfficer}. Da orientación y apoyo funcional en nombre del Alto Comisionado y completa la evaluación.
- Orientación regional: {guidance}. Asesora sobre el fondo, aporta especialistas y ayuda a cubrir las ausencias.

El asesor envía sus informes periódicos tanto al supervisor directo como al ACNUDH, y puede escribir al ACNUDH de forma confidencial cuando lo exija la seguridad de las personas o la integridad del trabajo. Si las dos líneas orientan de modo distinto, los dos responsables lo resuelven entre sí en diez días hábiles; hasta entonces el asesor no da ningún paso público al respecto.`,
    },
    'team.programmes': {
      heading: 'Derechos humanos en los programas',
      text: `Ayudar al equipo en el país a incorporar los derechos humanos en su análisis, su marco de cooperación, sus programas conjuntos y otros planes estratégicos: comentar los borradores, proponer resultados e indicadores, y seguir lo que ocurre con ellos.`,
      results: ['Marco de cooperación: derechos humanos en resultados, indicadores y presupuestos'],
    },
    'team.skills': {
      heading: 'Capacidades del equipo en el país',
      text: `Fortalecer la capacidad del personal de programas en el enfoque basado en los derechos humanos, mediante formación, acompañamiento en programas reales e instrumentos prácticos breves, de modo que los organismos puedan continuar sin el asesor.`,
      results: ['Equipo en el país: personal que aplica el enfoque basado en los derechos humanos'],
    },
    'team.assessment': {
      heading: 'Evaluación de la situación y de las necesidades',
      text: `Evaluar la situación de los derechos humanos, y lo que el equipo en el país puede hacer y necesita, en los seis primeros meses y después cada año. Compartir la evaluación con el equipo en el país y con el ACNUDH, y basar en ella el plan de trabajo.`,
      results: ['Análisis común: una evaluación que se mantiene al día'],
    },
    'team.coordination': {
      heading: 'Coordinación',
      text: `Facilitar la coordinación en materia de derechos humanos: prestar la secretaría del grupo temático, llevar un calendario único de exámenes, visitas e informes, y cuidar de que las aportaciones de los organismos sean coherentes.`,
      results: ['Equipo en el país: un calendario y una línea comunes en derechos humanos'],
    },
    'team.advice': {
      heading: 'Asesoramiento al Coordinador Residente',
      text: `Asesorar al Coordinador Residente y a los jefes de organismo sobre las cuestiones de derechos humanos que plantean las políticas, los programas y las crisis, incluidos los indicios tempranos de violaciones graves y la diligencia debida en el apoyo a las fuerzas de seguridad.`,
      results: ['Coordinador Residente: asesoramiento oportuno y documentado'],
    },
    'capacity.plan': {
      heading: 'Estrategias para la capacidad nacional',
      text: `A partir de una evaluación de la situación, de las capacidades y de las prioridades nacionales, asesorar sobre estrategias y programas que fortalezcan las instituciones. Indicar para cada uno quién lo continuará en el país, y con qué medios, cuando termine el puesto.`,
      results: ['Instituciones nacionales: planes con responsable y medios'],
    },
    'capacity.expertise': {
      heading: 'Acceso a conocimientos e instrumentos',
      text: `Abrir a los asociados nacionales el acceso a los conocimientos, los instrumentos, las normas y las buenas prácticas del sistema de derechos humanos de las Naciones Unidas y de otros países, y adaptar esos instrumentos a las lenguas y al derecho nacionales.`,
      results: ['Instituciones nacionales: instrumentos en uso'],
    },
    'counterparts.state': {
      heading: 'Órganos del Estado',
      text: `Asesorar, cuando lo pidan, a los ministerios, el parlamento, la judicatura y las autoridades locales sobre leyes, políticas y prácticas conformes con las obligaciones del Estado, y apoyar al órgano que prepara los informes y da seguimiento a las recomendaciones.`,
      results: ['Estado: leyes y políticas conformes con las obligaciones'],
    },
    'counterparts.institution': {
      heading: 'Institución nacional de derechos humanos',
      text: `Asesorar y formar a la institución nacional de derechos humanos, o apoyar su creación, conforme a los Principios de París, y ayudarla a ejercer plenamente su mandato: denuncias, investigaciones, visitas, educación y dictámenes.`,
      results: ['Institución nacional: independencia y eficacia'],
    },
    'counterparts.civilSociety': {
      heading: 'Sociedad civil',
      text: `Mantener una red amplia con la sociedad civil, incluidos los grupos de mujeres, de jóvenes, de personas con discapacidad, de minorías, de pueblos indígenas y de otras personas que corren el riesgo de quedar atrás. Apoyarlos de forma práctica y cuidar de que se les escuche en la labor del equipo en el país.`,
      results: ['Sociedad civil: espacio y acceso'],
    },
    'counterparts.mechanisms': {
      heading: 'Mecanismos internacionales de derechos humanos',
      text: `Alentar la cooperación con los órganos de tratados, los procedimientos especiales y el examen periódico universal: ayudar al Estado, a la institución nacional, a la sociedad civil y al equipo en el país a informar, a recibir visitas y a cumplir las recomendaciones.`,
      results: ['Mecanismos: informes presentados a tiempo, recomendaciones cumplidas'],
    },
    'counterparts.humanitarian': {
      heading: 'Acción humanitaria y recuperación',
      text: `Cuando haya una emergencia o una recuperación, asesorar al equipo humanitario en el país sobre los derechos de las personas afectadas, la protección y la rendición de cuentas ante ellas.`,
      results: ['Acción humanitaria: la protección en planes y llamamientos'],
    },
    outputs12: {
      heading: 'Productos previstos en 12 meses',
      text: `- Un plan de trabajo con indicadores, acordado por el supervisor directo y el ACNUDH en los 60 días siguientes a la llegada.
- Una evaluación de la situación, de las capacidades y de las necesidades, compartida con el equipo en el país y el ACNUDH en seis meses.
- Aportaciones escritas del asesor a la etapa en curso del marco de cooperación, con una nota de lo que se ha recogido.
- Al menos dos rondas de formación práctica en el enfoque basado en los derechos humanos, con acompañamiento de dos programas en marcha.
- Un plan, acordado con los asociados nacionales, para cumplir recomendaciones escogidas de los mecanismos de derechos humanos.
- Un primer resultado de cada función añadida para este puesto, según lo indique el plan de trabajo.
- Notas trimestrales y un informe anual.`,
    },
    outputs24: {
      heading: 'Productos previstos en 24 meses',
      text: `Un período más corto alcanza los que indique su plan de trabajo.

- Resultados e indicadores de derechos humanos que figuren en el marco de cooperación o en sus planes anuales, con un organismo responsable de cada uno.
- Personal de los organismos que forme y acompañe a sus propios colegas sin el asesor.
- Recomendaciones escogidas que se hayan cumplido, con pruebas que los asociados nacionales confirmen.
- Al menos una institución nacional que haya asumido un instrumento, un curso o una función iniciados con el asesor.
- El examen de mitad de período, la respuesta escrita a sus conclusiones, y una nota de salida con un continuador para cada línea de trabajo.`,
    },
    relations: {
      heading: 'Relaciones de trabajo',
      text: `- En las Naciones Unidas: jefes de organismo, personal de programas, asesor de paz y desarrollo, asesores de género y humanitarios, equipo regional del Grupo de las Naciones Unidas para el Desarrollo, y otras presencias de derechos humanos de la región.
- En el país: ministerios, parlamento, judicatura, institución nacional de derechos humanos, sociedad civil, universidades, medios de comunicación, y organismos regionales de los que el país es miembro.
- Asociados: donantes y cuerpo diplomático, de acuerdo con el supervisor directo.

Cada organismo del equipo en el país designa un punto focal. Las solicitudes a los asociados se coordinan para que nadie reciba dos veces la misma.`,
    },
    hostSupport: {
      heading: 'Apoyo del anfitrión',
      text: `El Coordinador Residente cuida de que el asesor disponga de lo siguiente desde el día de su llegada hasta el último, sea cual sea la entidad que lo facilite.

- Oficina: un despacho amueblado que se pueda cerrar con llave, con conexión y equipo, accesible para personas con discapacidad. Se ofrece: {office}
- Seguridad: las medidas, autorizaciones y sesiones informativas de que dispone el personal de la misma categoría en el lugar de destino. Se ofrece: {security}
- Transporte: un vehículo para los desplazamientos oficiales en el lugar de destino. Se ofrece: {transport}
- Viajes dentro del país: los del plan de trabajo, al menos uno por trimestre fuera del lugar de destino cuando la seguridad lo permita.
- Personal: apoyo administrativo, e interpretación cuando el trabajo la necesite.
- Trámites: acreditación, visado y pases, con la ayuda de la Oficina del Coordinador Residente.`,
    },
    qualifications: {
      heading: 'Cualificaciones e idiomas',
      text: `- Un título universitario superior en derecho, ciencias políticas o sociales, relaciones internacionales u otra disciplina afín; un primer título con más años de experiencia se considera equivalente.
- Experiencia en derechos humanos de la duración y el nivel que exige la categoría {grade}, en parte sobre el terreno y en parte en el asesoramiento a instituciones.
- Conocimiento del sistema internacional de derechos humanos y del enfoque basado en los derechos humanos en los programas.
- Dotes de asesoramiento, formación, negociación y redacción; tacto y buen juicio bajo presión.
- Idiomas de trabajo: {languages}.

Se alienta la candidatura de mujeres, de personas con discapacidad y de miembros de grupos insuficientemente representados.`,
    },
    duration: {
      heading: 'Duración, financiación y reparto de costos',
      text: `- Inicio: {start}
- Duración: {length}
- Fuentes en efectivo: {cash}
- Fuentes en especie: {inKind}

Las fuentes son las de la solicitud tal como se aprobó; lo que se haya confirmado después consta en el expediente. Cada contribuyente responde de su parte. El puesto funciona dentro de los fondos confirmados: la aprobación por sí sola no compromete dinero, y una prórroga necesita una decisión y fondos propios.`,
    },
    review: {
      heading: 'Examen y salida',
      text: `- Examen de mitad de período: {review}
- Fin previsto: {end}

El supervisor directo y el ACNUDH examinan juntos el trabajo a mitad del período, con el parecer del equipo en el país y de los asociados nacionales, y responden por escrito a las conclusiones. La prórroga, la sucesión, la conversión o el fin del puesto se decide por regla general seis meses antes del fin previsto.

En el último mes el asesor y la oficina completan la lista de salida: archivos y contactos entregados, compromisos pendientes indicados, información delicada a salvo, asociados informados, informe final presentado. Cualquiera de las partes puede poner fin a estos términos con 60 días de aviso y una razón por escrito.`,
    },
    dataProtection: {
      heading: 'Protección de datos',
      text: `El asesor solo recoge datos personales cuando el trabajo lo necesita, los guarda en sistemas aprobados por las Naciones Unidas y los comparte únicamente con el consentimiento informado de la persona interesada o cuando las normas de las Naciones Unidas lo permiten. Los nombres de víctimas, testigos y fuentes no figuran en ningún plan, informe o mensaje que vaya más allá de quienes deben conocerlos. Al marcharse, el asesor entrega o borra esos datos según disponga el ACNUDH.`,
    },
    noHarm: {
      heading: 'No hacer daño',
      text: `Antes de cada paso, el asesor sopesa lo que puede significar para las personas que cooperan con las Naciones Unidas, y no lo da si el riesgo para ellas no puede mantenerse bajo. Las represalias y amenazas se comunican de inmediato al supervisor directo y al ACNUDH. La seguridad de las personas está antes que cualquier producto de estos términos.`,
    },
    versions: {
      heading: 'Versión y firma',
      text: `Estos términos son una versión numerada, hecha a partir de un texto tipo numerado; lo que se aparta de ese texto figura al final. Entran en vigor cuando el Coordinador Residente, o quien actúe en su lugar, y el ACNUDH han firmado la misma versión. Un cambio es una versión nueva, que ambos vuelven a firmar. Las versiones anteriores se conservan.`,
    },
  },
};
