import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in Spanish; `en.ts` says what the templates see. */
export const es: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['¡Hola! Le atiende la recepción de *{{ desk }}*. ¿Qué desea saber?'],
  help: ['Puede preguntarme por cualquiera de estos temas, con sus propias palabras:'],
  'not-understood': [
    'No estoy seguro de poder responder a eso. Lo más parecido que conozco:',
    'Lo siento, eso no lo sé. Quizá le sirva algo de esto:',
  ],
  'did-you-mean': ['¿Se refiere a algo de esto?'],
  'which-one': [
    '{% if what %}¿A cuál se refiere ({{ what }})?{% else %}¿A cuál se refiere?{% endif %}',
  ],
  cancelled: ['De acuerdo, cancelado. ¿Qué más puedo hacer por usted?'],
  'nothing-to-cancel': ['Ahora mismo no hay nada que cancelar. ¿Qué desea saber?'],
  'started-over': ['Empecemos de nuevo. ¿Qué desea saber?'],
  proven: [
    'Gracias{% if name %}, {{ name }}{% endif %}. Ha quedado identificado en esta conversación.',
  ],
  'not-proven': [
    'Eso no coincide con nuestros registros. Por favor, revise ambos datos e inténtelo de nuevo.',
  ],
  'signed-in-as': [
    'Está identificado como {{ name }}, y solo cuento lo que le pertenece. Para identificarse como otra persona, diga primero «log me out».',
  ],
  locked: [
    'Ha habido demasiados intentos. Inténtelo de nuevo {% if until %}después de las {{ until | time }}{% else %}más tarde{% endif %}, o pase por la oficina.',
  ],
  'logged-out': ['Ha cerrado la sesión. Lo privado sigue siendo privado.'],
  'not-logged-in': ['No se había identificado.'],
  'no-proof-here': [
    'Eso solo puedo decirlo en una conversación que sea suya. Por favor, abra la página de la recepción y pregunte allí.',
  ],
  'gave-up-asking': ['Dejémoslo por ahora. Puede volver a preguntar cuando quiera.'],
  'nothing-said': ['No me ha llegado nada. ¿Qué desea saber?'],
  'too-long': ['Es más de lo que puedo leer de una vez. ¿Podría decirlo en unas pocas frases?'],
  'no-attachments': [
    'Gracias, pero todavía no puedo recibir archivos y no he guardado este. ¿Qué desea saber?',
  ],
  'not-taken': ['No puedo recibirlo tal como se ha enviado.'],
  failed: ['Lo siento, algo ha fallado por mi parte. Inténtelo de nuevo en un momento.'],
  busy: ['Hay muchas personas preguntando ahora mismo. Inténtelo de nuevo en un momento.'],
  'too-slow': ['Está tardando más de lo debido. Vuelva a preguntarme en un momento.'],
  unavailable: [
    'Ahora mismo no puedo consultar esos registros. Inténtelo de nuevo dentro de un rato.',
  ],
  'nothing-found': ['No he encontrado nada sobre eso.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_Lo he leído así: {{ reading }}_'],
  'and-more': ['… y {{ left }} más. Pregunte algo más concreto para verlos.'],
  'show-more': ['Ver más'],
  'no-more': ['Eso era todo.'],
  'too-many-requests': ['Ha sido mucho de una vez. Espere un momento antes del próximo mensaje.'],
  again: ['Perdón, no lo he entendido.'],
  choose: ['Elegir'],
  'which-slot': ['¿{{ what | capitalize }}?'],
  'share-phone': ['Compartir mi número de teléfono'],
  'share-location': ['Compartir mi ubicación'],
  'no-such': ['No conozco ningún «{{ said }}» aquí.'],
}
