import { FrontdeskError } from '../errors.ts'
import { formatProblem, type Problem } from './files/problem.ts'

/** The error of a desk that has mistakes: the first of them in the message, all of them as its cause. */
export function invalidDesk(folder: string, problems: readonly Problem[]): FrontdeskError {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = first === undefined ? 'The desk has mistakes.' : formatProblem(first) + more
  const cause = new Error(problems.map(formatProblem).join('\n'))
  return new FrontdeskError('config/invalid', message, { at: folder, cause })
}
