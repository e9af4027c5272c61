import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'page/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/build-first.ts', 'test/seed.ts'],
    // Against what hangs for ever, not against what is slow: a shared machine may be ten times as busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
