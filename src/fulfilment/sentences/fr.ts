import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in French; `en.ts` says what the templates see. */
export const fr: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['Bonjour ! Vous êtes à l’accueil de *{{ desk }}*. Que souhaitez-vous savoir ?'],
  help: ['Vous pouvez m’interroger sur ces sujets, avec vos propres mots :'],
  'not-understood': [
    'Je ne suis pas sûr de pouvoir répondre à cela. Ce que je connais de plus proche :',
    'Désolé, cela je ne le sais pas. Peut-être l’un de ces sujets vous aidera :',
  ],
  'did-you-mean': ['Pensiez-vous à l’un de ces sujets ?'],
  'which-one': [
    '{% if what %}Lequel voulez-vous dire ({{ what }}) ?{% else %}Lequel voulez-vous dire ?{% endif %}',
  ],
  cancelled: ['Très bien, c’est annulé. Que puis-je faire d’autre pour vous ?'],
  'nothing-to-cancel': ['Il n’y a rien à annuler pour l’instant. Que souhaitez-vous savoir ?'],
  'started-over': ['Reprenons au début. Que souhaitez-vous savoir ?'],
  proven: [
    'Merci{% if name %}, {{ name }}{% endif %}. Vous êtes identifié pour cette conversation.',
  ],
  'not-proven': [
    'Cela ne correspond pas à nos dossiers. Vérifiez les deux informations et réessayez.',
  ],
  'signed-in-as': [
    'Vous êtes identifié comme {{ name }}, et je ne dis que ce qui vous concerne. Pour vous identifier autrement, dites d’abord « log me out ».',
  ],
  locked: [
    'Il y a eu trop d’essais. Réessayez {% if until %}après {{ until | time }}{% else %}plus tard{% endif %}, ou passez au bureau.',
  ],
  'logged-out': ['Vous êtes déconnecté. Ce qui est privé reste privé.'],
  'not-logged-in': ['Vous n’étiez pas identifié.'],
  'no-proof-here': [
    'Je ne peux le dire que dans une conversation qui est la vôtre. Ouvrez la page de l’accueil et posez-y la question.',
  ],
  'gave-up-asking': ['Laissons cela pour l’instant. Vous pouvez redemander quand vous voulez.'],
  'nothing-said': ['Je n’ai rien reçu. Que souhaitez-vous savoir ?'],
  'too-long': [
    'C’est plus long que ce que je peux lire d’un coup. Pouvez-vous le dire en quelques phrases ?',
  ],
  'no-attachments': [
    'Merci, mais je ne peux pas encore recevoir de fichiers, et je n’ai pas gardé celui-ci. Que souhaitez-vous savoir ?',
  ],
  'not-taken': ['Je ne peux pas recevoir cela tel que c’est envoyé.'],
  failed: ['Désolé, quelque chose a échoué de mon côté. Réessayez dans un instant.'],
  busy: ['Beaucoup de personnes posent des questions en ce moment. Réessayez dans un instant.'],
  'too-slow': ['Cela prend plus de temps que prévu. Redemandez-moi dans un instant.'],
  unavailable: [
    'Je ne peux pas consulter ces dossiers pour le moment. Réessayez un peu plus tard.',
  ],
  'nothing-found': ['Je n’ai rien trouvé à ce sujet.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_J’ai compris ceci: {{ reading }}_'],
  'and-more': ['… et {{ left }} de plus. Précisez votre question pour les voir.'],
  'show-more': ['Voir la suite'],
  'no-more': ['C’était tout.'],
  'too-many-requests': [
    'Cela fait beaucoup d’un coup. Attendez un instant avant le prochain message.',
  ],
  again: ['Désolé, je n’ai pas compris.'],
  choose: ['Choisir'],
  'which-slot': ['{{ what | capitalize }} ?'],
  'share-phone': ['Partager mon numéro de téléphone'],
  'share-location': ['Partager ma position'],
  'no-such': ['Je ne connais pas de « {{ said }} » ici.'],
}
