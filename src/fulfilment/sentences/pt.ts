import type { Sentence } from '../../model/index.ts'

/** What every desk can say, in Portuguese; `en.ts` says what the templates see. */
export const pt: Readonly<Record<Sentence, readonly string[]>> = {
  welcome: ['Olá! Aqui é a recepção de *{{ desk }}*. O que você gostaria de saber?'],
  help: ['Você pode me perguntar sobre estes assuntos, com as suas palavras:'],
  'not-understood': [
    'Não sei se consigo responder a isso. O que conheço de mais próximo:',
    'Desculpe, isso eu não sei. Talvez um destes ajude:',
  ],
  'did-you-mean': ['Você quis dizer um destes?'],
  'which-one': [
    '{% if what %}Qual você quer dizer ({{ what }})?{% else %}Qual você quer dizer?{% endif %}',
  ],
  cancelled: ['Tudo bem, cancelado. O que mais posso fazer por você?'],
  'nothing-to-cancel': ['Não há nada para cancelar agora. O que você gostaria de saber?'],
  'started-over': ['Vamos recomeçar. O que você gostaria de saber?'],
  proven: ['Obrigado{% if name %}, {{ name }}{% endif %}. Você está identificado nesta conversa.'],
  'not-proven': [
    'Isso não corresponde aos nossos registros. Confira os dois dados e tente de novo.',
  ],
  'signed-in-as': [
    'Você está identificado como {{ name }}, e eu só conto o que é seu. Para se identificar como outra pessoa, diga primeiro “log me out”.',
  ],
  locked: [
    'Houve tentativas demais. Tente de novo {% if until %}depois das {{ until | time }}{% else %}mais tarde{% endif %}, ou passe na secretaria.',
  ],
  'logged-out': ['Você saiu. O que é privado continua privado.'],
  'not-logged-in': ['Você não estava identificado.'],
  'no-proof-here': [
    'Isso eu só posso dizer em uma conversa que seja só sua. Abra a página da recepção e pergunte lá.',
  ],
  'gave-up-asking': ['Vamos deixar isso por enquanto. Você pode perguntar de novo quando quiser.'],
  'nothing-said': ['Não chegou nada aqui. O que você gostaria de saber?'],
  'too-long': ['É mais do que consigo ler de uma vez. Pode dizer em poucas frases?'],
  'no-attachments': [
    'Obrigado, mas ainda não posso receber arquivos e não guardei este. O que você gostaria de saber?',
  ],
  'not-taken': ['Não consigo receber isso do jeito que foi enviado.'],
  failed: ['Desculpe, algo deu errado por aqui. Tente de novo daqui a pouco.'],
  busy: ['Muita gente está perguntando agora. Tente de novo daqui a pouco.'],
  'too-slow': ['Está demorando mais do que deveria. Pergunte de novo daqui a pouco.'],
  unavailable: ['Não consigo consultar esses registros agora. Tente de novo mais tarde.'],
  'nothing-found': ['Não encontrei nada sobre isso.'],
  counted: ['{{ number }} {{ what }}'],
  'read-as': ['_Li assim: {{ reading }}_'],
  'and-more': ['… e mais {{ left }}. Pergunte algo mais específico para ver.'],
  'show-more': ['Ver mais'],
  'no-more': ['Era só isso.'],
  'too-many-requests': ['Foi muita coisa de uma vez. Espere um pouco antes da próxima mensagem.'],
  again: ['Desculpe, não entendi.'],
  choose: ['Escolher'],
  'which-slot': ['{{ what | capitalize }}?'],
  'share-phone': ['Partilhar o meu número de telefone'],
  'share-location': ['Partilhar a minha localização'],
  'no-such': ['Não conheço “{{ said }}” aqui.'],
}
