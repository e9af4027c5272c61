import { openEnglish } from './encoder/index.ts'
import type { TrainNews, TrainWork } from './train-apart.ts'
import { train } from './train.ts'
import { phraseVectors } from './phrase-vectors.ts'

// Whoever asked may be gone before the model is there.
process.on('disconnect', () => process.exit())

process.once('message', (work) => void learn(work as TrainWork))

async function learn({ intents, options, vectors }: TrainWork): Promise<void> {
  const texts = intents.flatMap(({ phrases }) => phrases.map(({ text }) => text))
  const vectorOf =
    vectors === null
      ? null
      : await phraseVectors(texts, vectors, (done) => tell({ progress: done }))
  tell({ model: train(intents, options, { vectorOf, english: await openEnglish() }) })
}

function tell(news: TrainNews): void {
  process.send?.(news)
}
