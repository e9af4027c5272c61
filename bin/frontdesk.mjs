#!/usr/bin/env node
// Written so that an old Node can still read it and say what is wrong: nothing newer than 2019 in this file.
const needed = '20.19'
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(
    `Frontdesk needs Node.js ${needed} or newer and this is ${process.versions.node}: ` +
      'install a current one from https://nodejs.org and run the command again.',
  )
} else {
  // oxlint-disable-next-line unicorn/prefer-top-level-await -- an old Node could not read this file
  import('./prepare.mjs')
    .then((module) => module.prepare())
    .then((program) => import(program))
    .then((/** @type {Program} */ program) => program.main(process.argv.slice(2)))
    .catch((/** @type {Error} */ error) => giveUp(explain(error)))
}

/** @typedef {{ main: (argv: string[]) => Promise<void> }} Program */

/** @param {Error} error */
function explain(error) {
  return error.name === 'NotPrepared' ? error.message : String(error.stack)
}

/** @param {string} sentence */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
