import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in German; `en.ts` says what the templates see. */
export const de: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['Guten Tag! Hier ist die Auskunft von *{{ desk }}*. Was möchten Sie wissen?'],
  help: ['Sie können mich nach diesen Dingen fragen, mit Ihren eigenen Worten:'],
  'not-understood': [
    'Darauf weiß ich leider keine sichere Antwort. Am nächsten kommt dem:',
    'Das weiß ich leider nicht. Vielleicht hilft eines davon:',
  ],
  'did-you-mean': ['Meinten Sie eines davon?'],
  'which-one': [
    '{% if what %}Was genau meinen Sie ({{ what }})?{% else %}Was genau meinen Sie?{% endif %}',
  ],
  cancelled: ['In Ordnung, das ist abgebrochen. Was kann ich noch für Sie tun?'],
  'nothing-to-cancel': ['Im Moment gibt es nichts abzubrechen. Was möchten Sie wissen?'],
  'started-over': ['Fangen wir neu an. Was möchten Sie wissen?'],
  proven: [
    'Vielen Dank{% if name %}, {{ name }}{% endif %}. Sie sind für dieses Gespräch angemeldet.',
  ],
  'not-proven': [
    'Das stimmt nicht mit unseren Unterlagen überein. Bitte prüfen Sie beides und versuchen Sie es noch einmal.',
  ],
  'signed-in-as': [
    'Sie sind als {{ name }} angemeldet, und ich sage nur, was Sie selbst betrifft. Um sich anders anzumelden, sagen Sie zuerst „log me out“.',
  ],
  locked: [
    'Das waren zu viele Versuche. Bitte versuchen Sie es {% if until %}nach {{ until | time }}{% else %}später{% endif %} noch einmal, oder kommen Sie ins Büro.',
  ],
  'logged-out': ['Sie sind abgemeldet. Privates bleibt privat.'],
  'not-logged-in': ['Sie waren nicht angemeldet.'],
  'no-proof-here': [
    'Das kann ich nur in einem Gespräch sagen, das Ihnen allein gehört. Bitte öffnen Sie die Seite der Auskunft und fragen Sie dort.',
  ],
  'gave-up-asking': ['Lassen wir das für den Moment. Sie können jederzeit wieder fragen.'],
  'nothing-said': ['Da kam nichts bei mir an. Was möchten Sie wissen?'],
  'too-long': ['Das ist länger, als ich auf einmal lesen kann. Geht es in ein paar Sätzen?'],
  'no-attachments': [
    'Danke, aber Dateien kann ich noch nicht annehmen, und diese habe ich nicht behalten. Was möchten Sie wissen?',
  ],
  'not-taken': ['So, wie das geschickt wurde, kann ich es nicht annehmen.'],
  failed: [
    'Entschuldigung, bei mir ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.',
  ],
  busy: ['Gerade fragen viele Menschen. Bitte versuchen Sie es gleich noch einmal.'],
  'too-slow': ['Das dauert länger, als es sollte. Bitte fragen Sie mich gleich noch einmal.'],
  unavailable: [
    'Ich erreiche die Unterlagen dazu gerade nicht. Bitte versuchen Sie es in einer Weile noch einmal.',
  ],
  'nothing-found': ['Dazu habe ich nichts gefunden.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_Ich habe das so gelesen: {{ reading }}_'],
  'and-more': ['… und {{ left }} weitere. Fragen Sie genauer, um sie zu sehen.'],
  'show-more': ['Mehr anzeigen'],
  'no-more': ['Das war alles.'],
  'too-many-requests': [
    'Das war viel auf einmal. Bitte warten Sie einen Moment vor der nächsten Nachricht.',
  ],
  again: ['Entschuldigung, das habe ich nicht verstanden.'],
  choose: ['Auswählen'],
  'which-slot': ['{{ what | capitalize }}?'],
  'share-phone': ['Meine Telefonnummer teilen'],
  'share-location': ['Meinen Standort teilen'],
  'no-such': ['„{{ said }}“ ist hier nicht bekannt.'],
}
