import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in Italian; `en.ts` says what the templates see. */
export const it: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['Buongiorno! Qui è l’accoglienza di *{{ desk }}*. Che cosa desidera sapere?'],
  help: ['Può chiedermi di questi argomenti, con parole sue:'],
  'not-understood': [
    'Non sono sicuro di poter rispondere. Le cose più vicine che conosco:',
    'Mi dispiace, questo non lo so. Forse una di queste può aiutare:',
  ],
  'did-you-mean': ['Intendeva una di queste?'],
  'which-one': ['{% if what %}Quale intende ({{ what }})?{% else %}Quale intende?{% endif %}'],
  cancelled: ['Va bene, annullato. Che altro posso fare per Lei?'],
  'nothing-to-cancel': ['Al momento non c’è nulla da annullare. Che cosa desidera sapere?'],
  'started-over': ['Ricominciamo. Che cosa desidera sapere?'],
  proven: ['Grazie{% if name %}, {{ name }}{% endif %}. In questa conversazione è riconosciuto.'],
  'not-proven': ['Non corrisponde ai nostri dati. Li controlli entrambi e riprovi.'],
  'signed-in-as': [
    'È riconosciuto come {{ name }}, e dico soltanto ciò che La riguarda. Per farsi riconoscere come un’altra persona, dica prima «log me out».',
  ],
  locked: [
    'Ci sono stati troppi tentativi. Riprovi {% if until %}dopo le {{ until | time }}{% else %}più tardi{% endif %}, oppure passi in ufficio.',
  ],
  'logged-out': ['Ha chiuso la sessione. Ciò che è privato resta privato.'],
  'not-logged-in': ['Non era riconosciuto.'],
  'no-proof-here': [
    'Posso dirlo soltanto in una conversazione che è solo Sua. Apra la pagina dell’accoglienza e lo chieda lì.',
  ],
  'gave-up-asking': ['Lasciamo stare per ora. Può chiedere di nuovo quando vuole.'],
  'nothing-said': ['Non mi è arrivato nulla. Che cosa desidera sapere?'],
  'too-long': ['È più di quanto io possa leggere in una volta. Può dirlo in poche frasi?'],
  'no-attachments': [
    'Grazie, ma non posso ancora ricevere file e non ho conservato questo. Che cosa desidera sapere?',
  ],
  'not-taken': ['Non posso riceverlo così come è stato inviato.'],
  failed: ['Mi dispiace, qualcosa non ha funzionato da parte mia. Riprovi tra un momento.'],
  busy: ['In questo momento molte persone stanno chiedendo. Riprovi tra un momento.'],
  'too-slow': ['Ci vuole più del dovuto. Me lo chieda di nuovo tra un momento.'],
  unavailable: ['Al momento non riesco a consultare quei dati. Riprovi tra un po’.'],
  'nothing-found': ['Non ho trovato nulla.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_Ho letto così: {{ reading }}_'],
  'and-more': ['… e altri {{ left }}. Faccia una domanda più precisa per vederli.'],
  'show-more': ['Mostra altro'],
  'no-more': ['Era tutto.'],
  'too-many-requests': ['È molto in una volta. Aspetti un momento prima del prossimo messaggio.'],
  again: ['Mi scusi, non ho capito.'],
  choose: ['Scegliere'],
  'which-slot': ['{{ what | capitalize }}?'],
  'share-phone': ['Condividi il mio numero di telefono'],
  'share-location': ['Condividi la mia posizione'],
  'no-such': ['Qui non conosco «{{ said }}».'],
}
