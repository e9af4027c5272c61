import { Dialog } from './dialog.tsx'
import { Dares, Topics } from './opening.tsx'
import type { Dare, Topic } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface TopicSheetProps {
  readonly topics: readonly Topic[]
  readonly dares: readonly Dare[]
  readonly ask: (text: string) => void
  readonly close: () => void
}

/** The tiles again, in the middle of a conversation. */
export function TopicSheet({ topics, dares, ask, close }: TopicSheetProps) {
  const { words } = useSpeech()
  return (
    <Dialog label={words.allTopics} shape="sheet" close={close}>
      <Topics topics={topics} ask={ask} />
      <Dares dares={dares} ask={ask} />
    </Dialog>
  )
}
