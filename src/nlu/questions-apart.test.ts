import { expect, test } from 'vitest'
import { questionsApart } from './questions-apart.ts'

test.each([
  ['when is the exam and who is the HOD of CSE?', ['when is the exam', 'who is the HOD of CSE?']],
  ['what is the fee? where do I pay it?', ['what is the fee', 'where do I pay it?']],
  ['exam kab hai aur library kahan hai', ['exam kab hai', 'library kahan hai']],
  ['परीक्षा कब है और पुस्तकालय कहाँ है?', ['परीक्षा कब है', 'पुस्तकालय कहाँ है?']],
  [
    'who is the HOD of CSE and IT, and when is the exam',
    ['who is the HOD of CSE and IT', 'when is the exam'],
  ],
  [
    'where is the gym, who runs it and what does it cost',
    ['where is the gym', 'who runs it', 'what does it cost'],
  ],
])('"%s" asks several things', (text, questions) => {
  expect(questionsApart(text)).toEqual(questions)
})

test.each([
  'who teaches CSE and IT',
  'list the faculty of CSE and IT',
  'fees and last date of B.Com',
  'is the library open on Saturday and Sunday?',
  'hello and good morning',
  'I paid my fees and it is not showing',
  'what is the fee',
  'is a. is b. is c. is d.',
  '',
])('"%s" asks one thing', (text) => {
  expect(questionsApart(text)).toBeNull()
})
