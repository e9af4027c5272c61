import { Block } from './block.tsx'
import { Crest } from './crest.tsx'
import { Icon } from './icon.tsx'
import { TopicIcon } from './topic-icon.tsx'
import type { Dare, DeskPage, Topic } from './wire.ts'
import { useSpeech } from './words/index.ts'

type Ask = (text: string) => void

/** What a conversation opens on: the greeting, a tile for every topic, and the dares. Never an empty box. */
export function Opening({ desk, ask }: { readonly desk: DeskPage; readonly ask: Ask }) {
  return (
    <section class="opening">
      <div class="welcome">
        <Crest desk={desk} />
        <div class="greeting">
          {desk.greeting.map((block, i) => (
            <Block key={i} block={block} />
          ))}
        </div>
      </div>
      <div class="opening-topics">
        <Topics topics={desk.topics} ask={ask} />
      </div>
      <Dares dares={desk.dares} ask={ask} />
    </section>
  )
}

/** A tile for every topic of the desk. */
export function Topics({ topics, ask }: { readonly topics: readonly Topic[]; readonly ask: Ask }) {
  const { words } = useSpeech()
  if (topics.length === 0) return null
  return (
    <nav class="topics" aria-label={words.topics}>
      <h2>{words.topics}</h2>
      <ul>
        {topics.map((topic) => (
          <li key={topic.name}>
            <button type="button" class="tile" title={topic.ask} onClick={() => ask(topic.ask)}>
              <TopicIcon topic={topic} />
              <span dir="auto">{topic.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Tiles that show what the desk can do; each tells what it will ask. */
export function Dares({ dares, ask }: { readonly dares: readonly Dare[]; readonly ask: Ask }) {
  const { words } = useSpeech()
  if (dares.length === 0) return null
  return (
    <nav class="dares" aria-label={words.dares}>
      <h2>{words.dares}</h2>
      <ul>
        {dares.map((dare) => (
          <li key={dare.title}>
            <button type="button" class="dare" onClick={() => ask(dare.ask)}>
              <strong dir="auto">{dare.title}</strong>
              <span dir="auto">“{dare.ask}”</span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
