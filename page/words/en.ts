/** The page's own words in English; every other language has the same members. */
export const en = {
  language: 'English',
  conversation: 'Conversation',
  visitorSaid: 'You said',
  deskSaid: (name: string) => `${name} said`,
  answering: 'Looking it up',
  topics: 'Ask about',
  allTopics: 'All topics',
  dares: 'Or put the desk to the test',
  message: 'Your message',
  placeholder: 'Ask a question',
  send: 'Send',
  startOver: 'Start over',
  startOverQuestion: 'Start a new conversation? This one will be cleared from this screen.',
  keep: 'Keep talking',
  darkLook: 'Dark mode',
  lightLook: 'Light mode',
  onPhones: 'On phones',
  menu: 'Menu',
  close: 'Close',
  skip: 'Skip to the message box',
  newest: 'Newest messages',
  waiting: 'Waiting to be sent',
  sending: 'Sending',
  notSent: 'Not sent.',
  retry: 'Try again',
  offline: 'You are offline. What you write is sent when the connection is back.',
  unreachable:
    'The desk cannot be reached just now. What you write is kept and sent as soon as it is back.',
  cannotOpen: 'The front desk cannot be reached just now.',
  enlarge: 'Enlarge',
  openMap: 'Open in a map',
  chosen: 'chosen',
  showAll: (count: number) => `Show all ${count}`,
  scrollTable: 'The table scrolls sideways',
  behind: 'Behind this answer',
  understood: 'What was understood',
  notUnderstood: 'No intent was sure enough',
  runnersUp: 'Runners-up',
  asked: 'What was asked',
  noQueries: 'No database was asked.',
  boundValues: 'Bound values',
  rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  moreRows: 'and more: the limit was reached',
  firstRows: (count: number) => `the first ${count} are shown`,
  answeredBy: 'Answered by',
  time: 'Where the time went',
  understand: 'understand',
  decide: 'decide',
  query: 'query',
  speak: 'speak',
  total: 'in all',
  behindGone: 'The record of this answer is not kept any more.',
  loading: 'Loading',
  wentWrong: 'What went wrong',
}

/** The words a page needs, in one language. */
export type Words = typeof en

/** The words of the button on other websites; every other language has the same members. */
export const enWidget = {
  open: (name: string) => `Ask ${name}`,
  close: 'Close the conversation',
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  opening: 'Opening',
  notHere: 'The front desk cannot be shown on this page.',
  elsewhere: 'Open it in a new tab',
}

/** The words a widget needs, in one language. */
export type WidgetWords = typeof enWidget
