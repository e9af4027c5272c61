import { type EverydayTalk, listed } from './everyday-talk.ts'

/** Small talk, as people make it. */
export const smallTalk: readonly EverydayTalk[] = [
  {
    name: 'frontdesk.hello',
    title: { en: ['Say hello'], hi: ['नमस्ते'] },
    phrases: {
      en: listed(`
        hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening,
        greetings, hey there, hello sir, hi madam, anyone there
      `),
      hi: listed(`
        namaste, namaskar, namaste ji, pranam, suprabhat, hello ji, koi hai, नमस्ते,
        नमस्कार, नमस्ते जी, प्रणाम, सुप्रभात, हैलो, कोई है
      `),
    },
    reply: {
      en: ['Hello! What would you like to know?', 'Hi! How can I help?'],
      hi: ['नमस्ते! मैं आपकी क्या मदद करूँ?', 'नमस्ते! बताइए, क्या जानना है?'],
    },
  },
  {
    name: 'frontdesk.bye',
    title: { en: ['Say goodbye'], hi: ['अलविदा'] },
    phrases: {
      en: listed(`
        bye, goodbye, bye bye, see you, see you later, good night, that is all, that will be
        all, nothing else, have a nice day, talk to you later, i am done
      `),
      hi: listed(`
        alvida, phir milenge, chalta hoon, chalo bye, bas itna hi, aur kuch nahi, shubh
        ratri, अलविदा, फिर मिलेंगे, चलता हूँ, बस इतना ही, और कुछ नहीं, शुभ रात्रि
      `),
    },
    reply: {
      en: ['Goodbye! Come back whenever you have a question.', 'Bye, have a good day!'],
      hi: ['अलविदा! जब भी कोई सवाल हो, आइएगा।', 'फिर मिलेंगे!'],
    },
  },
  {
    name: 'frontdesk.thanks',
    title: { en: ['Say thank you'], hi: ['धन्यवाद'] },
    phrases: {
      en: listed(`
        thanks, thank you, thank you so much, thanks a lot, thx, ty, many thanks, that
        helped, that was helpful, great thanks, perfect thank you, ok thanks, thanks bro
      `),
      hi: listed(`
        dhanyavad, dhanyawad, shukriya, bahut dhanyavad, bahut shukriya, thank you ji,
        thanks bhai, धन्यवाद, शुक्रिया, बहुत धन्यवाद, बहुत शुक्रिया, आभार, थैंक यू
      `),
    },
    reply: {
      en: ['You are welcome!', 'Glad to help.'],
      hi: ['आपका स्वागत है!', 'ख़ुशी हुई कि काम आया।'],
    },
  },
  {
    name: 'frontdesk.praise',
    title: { en: ['Say something kind'], hi: ['तारीफ़ करना'] },
    phrases: {
      en: listed(`
        great, awesome, good job, well done, nice, you are great, you are very helpful,
        cool, excellent, wonderful, i like you
      `),
      hi: listed(`
        bahut badhiya, shabash, bahut accha, kamaal hai, mast, ekdum badhiya, बहुत बढ़िया,
        शाबाश, बहुत अच्छा, कमाल है, वाह
      `),
    },
    reply: { en: ['That is kind of you!', 'Thank you!'], hi: ['शुक्रिया!', 'बहुत मेहरबानी!'] },
  },
  {
    name: 'frontdesk.yes',
    title: { en: ['Say yes'], hi: ['हाँ कहना'] },
    phrases: {
      en: listed(`yes, yeah, yep, yes please, ok, okay, sure, of course, alright`),
      hi: listed(`haan, haan ji, ji haan, theek hai, thik hai, हाँ, हाँ जी, जी हाँ, ठीक है`),
    },
    reply: {
      en: ['All right. What would you like to know?'],
      hi: ['जी, बताइए, क्या जानना है?'],
    },
  },
  {
    name: 'frontdesk.no',
    title: { en: ['Say no'], hi: ['ना कहना'] },
    phrases: {
      en: listed(`no, nope, nah, no thanks, no thank you, not now`),
      hi: listed(`nahi, nahin, ji nahi, nahi ji, abhi nahi, नहीं, जी नहीं, अभी नहीं`),
    },
    reply: {
      en: ['All right. Ask whenever you like.'],
      hi: ['ठीक है। जब चाहें, पूछिए।'],
    },
  },
  {
    name: 'frontdesk.rude',
    title: { en: ['Say something harsh'], hi: ['बुरा-भला कहना'] },
    phrases: {
      en: listed(`
        you are stupid, you are an idiot, stupid bot, idiot, useless, you are useless, you are
        dumb, dumb bot, you are bad, this is rubbish, you suck, worst bot ever, shut up, i hate
        you, you know nothing, you are no help, what nonsense, go to hell
      `),
      hi: listed(`
        bewakoof, bevkoof, tum bewakoof ho, pagal ho kya, bekar hai, bakwas, bakwas band karo,
        chup raho, kisi kaam ke nahi ho, बेवकूफ़, तुम बेवकूफ़ हो, पागल हो क्या, बेकार है, बकवास,
        चुप रहो, किसी काम के नहीं हो
      `),
    },
    reply: {
      en: [
        'I am sorry that I was no help. Say it in other words, or ask for *help* to see what I know.',
      ],
      hi: ['माफ़ कीजिए, मैं काम न आ सका। दूसरे शब्दों में कहिए, या *मदद* लिखकर देखिए कि मैं क्या-क्या जानता हूँ।'],
    },
  },
  {
    name: 'frontdesk.how-are-you',
    title: { en: ['Ask how it goes'], hi: ['हाल पूछना'] },
    phrases: {
      en: listed(`
        how are you, how are you doing, how is it going, how do you do, what is up, whats
        up, are you fine, how are things, how have you been
      `),
      hi: listed(`
        kaise ho, kaise hain aap, aap kaise ho, kya haal hai, kya hal hai, sab theek, sab
        badhiya, कैसे हो, आप कैसे हैं, क्या हाल है, सब ठीक
      `),
    },
    reply: {
      en: ['All well at the desk. What can I look up for you?'],
      hi: ['सब ठीक है। बताइए, क्या देखूँ?'],
    },
  },
  {
    name: 'frontdesk.who-are-you',
    title: { en: ['Ask who this is'], hi: ['परिचय पूछना'] },
    phrases: {
      en: listed(`
        who are you, what are you, are you a bot, are you human, are you a real person, am i
        talking to a robot, what is your name, who made you, are you a machine, introduce
        yourself
      `),
      hi: listed(`
        aap kaun ho, tum kaun ho, aapka naam kya hai, tumhara naam kya hai, kya aap robot
        ho, aap insaan ho kya, apna parichay do, आप कौन हैं, तुम कौन हो, आपका नाम क्या है,
        क्या आप रोबोट हैं, अपना परिचय दो
      `),
    },
    reply: {
      en: [
        'I am the front desk: a program that looks things up and tells you. Ask for *help* to see what I know.',
      ],
      hi: [
        'मैं फ़्रंट डेस्क हूँ: एक प्रोग्राम जो जानकारी खोजकर बताता है। मैं क्या-क्या जानता हूँ, देखने के लिए *मदद* लिखिए।',
      ],
    },
  },
  {
    name: 'frontdesk.apology',
    title: { en: ['Say sorry'], hi: ['माफ़ी'] },
    phrases: {
      en: listed(`
        sorry, i am sorry, my apologies, my bad, oops, apologies, sorry about that
      `),
      hi: listed(`
        maaf karo, maaf kijiye, mafi chahta hoon, galti ho gayi, माफ़ करो, माफ़ कीजिए, माफ़ी
        चाहता हूँ, गलती हो गई
      `),
    },
    reply: {
      en: ['No harm done. What would you like to know?'],
      hi: ['कोई बात नहीं। बताइए, क्या जानना है?'],
    },
  },
]
