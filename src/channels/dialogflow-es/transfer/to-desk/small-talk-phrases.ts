/**
 * How people say the small talk that Dialogflow had ready-made: its answers are exported, its phrases are not. One
 * line for each action, the phrases between commas.
 */
export const smallTalkPhrases: Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
> = {
  en: lines(`
    agent.acquaintance: who are you, tell me about yourself, what are you, introduce yourself, what is your name
    agent.age: how old are you, what is your age, your age, are you old
    agent.annoying: you are annoying, you annoy me, you are so irritating
    agent.answer_my_question: answer my question, answer me, give me an answer
    agent.bad: you are bad, you are terrible, you are useless, you are the worst
    agent.be_clever: be smarter, can you get smarter, be more clever, study more
    agent.beautiful: you are beautiful, you are cute, you look great, you are attractive
    agent.birth_date: when is your birthday, when were you born, what is your date of birth
    agent.boring: you are boring, how boring you are, you bore me
    agent.boss: who is your boss, who do you work for, who made you, who created you
    agent.busy: are you busy, do you have a lot to do, are you still working
    agent.can_you_help: can you help me, i need your help, help me with something, assist me
    agent.chatbot: are you a bot, are you a robot, are you a chatbot, are you a program
    agent.clever: you are smart, you are clever, how intelligent you are, you are brilliant
    agent.crazy: you are crazy, are you mad, you are out of your mind, you are insane
    agent.fired: you are fired, i will fire you, you should be fired
    agent.funny: you are funny, you make me laugh, you are hilarious
    agent.good: you are good, you are great, you are awesome, you are amazing
    agent.happy: are you happy, you are happy, how happy are you
    agent.hobby: what is your hobby, what do you do for fun, what do you like to do
    agent.hungry: are you hungry, do you want to eat, do you eat
    agent.marry_user: will you marry me, marry me, be my wife, be my husband
    agent.my_friend: you are my friend, be my friend, are we friends, can we be friends
    agent.occupation: what is your job, what do you do, where do you work, what is your work
    agent.origin: where are you from, where were you made, what is your country
    agent.ready: are you ready, are you ready now
    agent.real: are you real, are you human, are you a real person, you are not real
    agent.residence: where do you live, where is your home, where do you stay
    agent.right: you are right, that is true, that is right, you are correct
    agent.sure: are you sure, are you certain, are you sure about that
    agent.talk_to_me: talk to me, speak with me, say something, chat with me
    agent.there: are you there, you there, are you still there
    appraisal.bad: that is bad, this is terrible, not good, that is awful, so bad
    appraisal.good: good, great, that is good, nice, cool, very good, perfect
    appraisal.no_problem: no problem, no worries, do not worry, never mind it is fine
    appraisal.thank_you: thank you, thanks, thanks a lot, thank you so much, thx
    appraisal.welcome: you are welcome, welcome, my pleasure, anytime
    appraisal.well_done: well done, good job, good work, nice work, bravo
    confirmation.cancel: cancel, forget it, cancel it, nevermind, stop it
    confirmation.no: no, nope, no thanks, not really, i do not think so
    confirmation.yes: yes, yeah, sure, of course, yep, ok, exactly
    dialog.hold_on: hold on, wait, wait a second, one moment please
    dialog.hug: hug me, give me a hug, i want a hug, can i hug you
    dialog.i_do_not_care: i do not care, i don't care, who cares, whatever
    dialog.sorry: sorry, i am sorry, i apologize, forgive me, my bad
    dialog.what_do_you_mean: what do you mean, what do you mean by that, what exactly do you mean
    dialog.wrong: that is wrong, you are wrong, that is not right, incorrect
    emotions.ha_ha: haha, ha ha, lol, hahaha, that is funny
    emotions.wow: wow, wow wow, oh wow
    greetings.bye: bye, goodbye, see you, see you later, bye bye, talk to you later
    greetings.goodevening: good evening, good evening to you, evening
    greetings.goodmorning: good morning, morning, good morning to you
    greetings.goodnight: good night, have a good night, sleep well
    greetings.hello: hello, hi, hey, hi there, hello there, greetings
    greetings.how_are_you: how are you, how are you doing, how is it going, how do you feel
    greetings.nice_to_meet_you: nice to meet you, pleased to meet you, it was nice meeting you
    greetings.nice_to_see_you: nice to see you, good to see you, great to see you
    greetings.nice_to_talk_to_you: nice to talk to you, it was nice talking to you, good talking to you
    greetings.whatsup: what is up, whats up, sup, what is new
    user.angry: i am angry, i am mad at you, i am furious, i am upset with you
    user.back: i am back, i'm here again, i came back
    user.bored: i am bored, this is boring, i am getting bored
    user.busy: i am busy, i have work to do, i am too busy, i have no time
    user.can_not_sleep: i can not sleep, i can't sleep, i can't fall asleep, insomnia
    user.does_not_want_to_talk: i do not want to talk, i don't want to talk to you, leave me alone
    user.excited: i am excited, i am so excited, i am thrilled
    user.going_to_bed: i am going to bed, i am going to sleep, time for bed
    user.good: i am good, i am fine, i am doing well, i am great
    user.happy: i am happy, i feel happy, i am so glad
    user.has_birthday: today is my birthday, it is my birthday, i have my birthday today
    user.here: i am here, here i am, i am right here
    user.joking: i am joking, just kidding, i was joking, i am kidding
    user.likes_agent: i like you, i really like you, you are my favourite
    user.lonely: i am lonely, i feel lonely, i am all alone
    user.looks_like: how do i look, what do i look like, do i look good
    user.loves_agent: i love you, i adore you, i am in love with you
    user.misses_agent: i miss you, i missed you, i have missed you
    user.needs_advice: i need advice, give me some advice, what should i do, can you advise me
    user.sad: i am sad, i feel sad, i am unhappy, i am depressed
    user.sleepy: i am sleepy, i want to sleep, i am falling asleep
    user.testing_agent: this is a test, i am testing you, testing, just testing
    user.tired: i am tired, i am exhausted, i feel tired
    user.waits: i am waiting, i will wait, still waiting
    user.wants_to_see_agent: i want to see you, i would like to see you, can i see you
    user.wants_to_see_agent_again: i want to see you again, see you again soon, i hope to see you again
    user.wants_to_talk: i want to talk to you, let us talk, can we talk, i want to chat
    user.will_be_back: i will be back, i'll be back, i will return, be right back
  `),
  de: lines(`
    agent.acquaintance: wer bist du, wie heißt du, erzähl von dir, was bist du
    agent.age: wie alt bist du, dein alter
    agent.boss: wer hat dich gemacht, wer ist dein chef, für wen arbeitest du
    agent.can_you_help: kannst du mir helfen, ich brauche hilfe
    agent.chatbot: bist du ein bot, bist du ein roboter
    agent.real: bist du echt, bist du ein mensch
    agent.residence: wo wohnst du, wo lebst du
    appraisal.thank_you: danke, vielen dank, dankeschön, danke sehr
    appraisal.well_done: gut gemacht, super, toll gemacht
    confirmation.no: nein, nö, nein danke
    confirmation.yes: ja, klar, gerne, genau
    dialog.sorry: entschuldigung, tut mir leid, verzeihung
    greetings.bye: tschüss, auf wiedersehen, bis bald, ciao
    greetings.goodmorning: guten morgen, morgen
    greetings.goodnight: gute nacht
    greetings.hello: hallo, hi, guten tag, servus, moin
    greetings.how_are_you: wie geht es dir, wie geht's, wie gehts
    user.loves_agent: ich liebe dich
  `),
  es: lines(`
    agent.acquaintance: quién eres, cómo te llamas, háblame de ti, qué eres
    agent.age: cuántos años tienes, qué edad tienes
    agent.boss: quién te creó, quién es tu jefe, para quién trabajas
    agent.can_you_help: me puedes ayudar, necesito ayuda, ayúdame
    agent.chatbot: eres un bot, eres un robot
    agent.real: eres real, eres humano
    agent.residence: dónde vives, dónde está tu casa
    appraisal.thank_you: gracias, muchas gracias, mil gracias
    appraisal.well_done: bien hecho, buen trabajo, muy bien
    confirmation.no: no, no gracias, para nada
    confirmation.yes: sí, claro, por supuesto, vale
    dialog.sorry: perdón, lo siento, disculpa
    greetings.bye: adiós, hasta luego, chao, nos vemos
    greetings.goodmorning: buenos días, buen día
    greetings.goodnight: buenas noches
    greetings.hello: hola, buenas, qué hay
    greetings.how_are_you: cómo estás, qué tal, cómo te va
    user.loves_agent: te quiero, te amo
  `),
  fr: lines(`
    agent.acquaintance: qui es-tu, comment tu t'appelles, parle-moi de toi
    agent.age: quel âge as-tu, quel est ton âge
    agent.boss: qui t'a créé, qui est ton patron
    agent.can_you_help: peux-tu m'aider, j'ai besoin d'aide
    agent.chatbot: es-tu un robot, es-tu un bot
    agent.residence: où habites-tu, où vis-tu
    appraisal.thank_you: merci, merci beaucoup, mille mercis
    confirmation.no: non, non merci, pas du tout
    confirmation.yes: oui, bien sûr, d'accord, ouais
    dialog.sorry: désolé, pardon, excuse-moi
    greetings.bye: au revoir, à bientôt, salut à plus
    greetings.goodnight: bonne nuit
    greetings.hello: bonjour, salut, coucou
    greetings.how_are_you: comment ça va, ça va, comment vas-tu
    user.loves_agent: je t'aime
  `),
  it: lines(`
    agent.acquaintance: chi sei, come ti chiami, parlami di te, cosa sei
    agent.age: quanti anni hai, che età hai
    agent.annoying: sei fastidioso, sei noioso e fastidioso, mi dai fastidio
    agent.answer_my_question: rispondi alla mia domanda, rispondimi
    agent.be_clever: diventa più intelligente, studia di più
    agent.boring: sei noioso, che noia che sei
    agent.boss: chi è il tuo capo, chi ti ha creato, per chi lavori
    agent.can_you_help: mi puoi aiutare, ho bisogno di aiuto, aiutami
    agent.chatbot: sei un bot, sei un robot
    agent.marry_user: vuoi sposarmi, sposami
    agent.occupation: che lavoro fai, cosa fai nella vita
    agent.real: sei vero, sei umano
    agent.residence: dove vivi, dove abiti
    appraisal.thank_you: grazie, grazie mille, molte grazie
    appraisal.well_done: ben fatto, ottimo lavoro, bravo
    confirmation.no: no, no grazie, per niente
    confirmation.yes: sì, certo, va bene, esatto
    dialog.hug: abbracciami, dammi un abbraccio
    dialog.sorry: scusa, mi dispiace, perdonami
    greetings.bye: arrivederci, a presto, ci vediamo
    greetings.goodmorning: buongiorno, buon giorno
    greetings.goodnight: buonanotte, buona notte
    greetings.hello: ciao, salve, ehi
    greetings.how_are_you: come stai, come va, tutto bene
    user.loves_agent: ti amo, ti voglio bene
  `),
  pt: lines(`
    agent.acquaintance: quem é você, qual é o seu nome, fale sobre você
    agent.age: quantos anos você tem, qual é a sua idade
    agent.boss: quem criou você, quem é seu chefe
    agent.can_you_help: você pode me ajudar, preciso de ajuda, me ajuda
    agent.chatbot: você é um robô, você é um bot
    agent.residence: onde você mora, onde você vive
    appraisal.thank_you: obrigado, obrigada, muito obrigado, valeu
    confirmation.no: não, não obrigado, de jeito nenhum
    confirmation.yes: sim, claro, com certeza
    dialog.sorry: desculpa, sinto muito, foi mal
    greetings.bye: tchau, até logo, adeus
    greetings.goodmorning: bom dia
    greetings.goodnight: boa noite
    greetings.hello: oi, olá, e aí
    greetings.how_are_you: como vai, tudo bem, como você está
    user.loves_agent: eu te amo
  `),
}

function lines(text: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [action = '', phrases = ''] = line.trim().split(': ')
        return [action, phrases.split(',').map((phrase) => phrase.trim())] as const
      }),
  )
}
