import { fold, mentions } from './mentions.mjs'

/**
 * What a right reply does. `rows` are those of the database that it must tell: all, any one of them, or at least so
 * many. `contains` are words it must have, `lacks` words it must not.
 *
 * @typedef {object} Expectation
 * @property {'answer' | 'refuse' | 'clarify'} kind
 * @property {readonly string[]} [contains]
 * @property {readonly string[]} [lacks]
 * @property {Match} [match]
 * @property {readonly Row[]} [rows]
 */
/** @typedef {'all' | 'any' | number} Match */
/** @typedef {readonly (string | number | null)[]} Row */
/** @typedef {'right' | 'clarified' | 'refused' | 'wrong'} Verdict */

/**
 * The slice of a turn's JSON that is judged.
 *
 * @typedef {object} Turn
 * @property {{ kind: string, sentence?: string }} move
 * @property {{ blocks: readonly { plain: string }[] }} reply
 */

/**
 * A reply that asks back is clarified and one that says it does not know is refused, unless that was right; anything
 * else must tell what is expected or is wrong.
 *
 * @param {Turn} turn
 * @param {Expectation} expected
 * @returns {Verdict}
 */
export function judge(turn, expected) {
  const stance = stanceOf(turn)
  if (expected.kind === 'refuse') {
    if (stance === 'clarified' && !isOffer(turn)) return stance
    return rightIf(stance !== 'answered')
  }
  if (stance === 'answered') return rightIf(tells(replyText(turn), expected))
  return stance === 'clarified' && expected.kind === 'clarify' ? 'right' : stance
}

/**
 * The whole reply as plain text.
 *
 * @param {Turn} turn
 */
export function replyText(turn) {
  return turn.reply.blocks.map((block) => block.plain).join('\n')
}

const refusals = ['not-understood', 'no-proof-here', 'gave-up-asking']
const questions = ['did-you-mean', 'which-one', 'which-slot']

/** @param {Turn} turn */
function stanceOf({ move }) {
  if (move.kind === 'ask' || move.kind === 'verify') return 'clarified'
  if (move.kind === 'say' && questions.includes(move.sentence ?? '')) return 'clarified'
  if (move.kind === 'say' && refusals.includes(move.sentence ?? '')) return 'refused'
  return 'answered'
}

/**
 * To what nobody here can know, offering what one does know is as honest as a refusal; asking for details is not.
 *
 * @param {Turn} turn
 */
function isOffer({ move }) {
  return move.kind === 'say' && move.sentence === 'did-you-mean'
}

/**
 * @param {string} said
 * @param {Expectation} expected
 */
function tells(said, { rows = [], contains = [], lacks = [], match = 'all' }) {
  const reply = fold(said)
  const facts = [
    ...rows.map((row) => row.every((value) => value === null || mentions(said, value))),
    ...contains.map((words) => reply.includes(fold(words))),
  ]
  const told = facts.filter(Boolean).length
  const least = match === 'all' ? facts.length : match === 'any' ? 1 : match
  return told >= least && !lacks.some((words) => reply.includes(fold(words)))
}

/**
 * @param {boolean} isRight
 * @returns {Verdict}
 */
function rightIf(isRight) {
  return isRight ? 'right' : 'wrong'
}
