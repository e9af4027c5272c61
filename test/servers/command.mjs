import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when there is no such program
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  return new Promise((resolve) => {
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code, signal) => {
      if (signal !== null) output += `\n${command} was ended by ${signal}\n`
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Like `run`, for a step that has to succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function mustRun(command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) {
    throw new Error(
      `${command} failed (${code}): ${output.trim().split('\n').slice(-3).join(' | ')}`,
    )
  }
  return output
}

/**
 * The first of these programs that is there and may be run.
 *
 * @param {readonly string[]} candidates names looked for in PATH, or whole paths
 */
export function findProgram(candidates) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const paths = candidates.flatMap((name) =>
    /[\\/]/.test(name) ? [name] : [...folders, '/usr/sbin'].map((folder) => join(folder, name)),
  )
  return paths.find(isExecutable)
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const isRoot = process.getuid?.() === 0
