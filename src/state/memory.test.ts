import { describe, test } from 'vitest'
import { stateContract } from './contract.ts'
import { memoryState } from './memory.ts'

describe('the state in memory keeps the contract:', () => {
  for (const { claim, prove } of stateContract(async () => memoryState())) test(claim, prove)
})
