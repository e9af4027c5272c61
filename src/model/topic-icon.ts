/** The drawings a topic can have by name; an emoji looks different on every device, or like an empty box. */
export const topicIcons = [
  'bed',
  'book',
  'building',
  'bus',
  'calendar',
  'checklist',
  'clock',
  'cup',
  'form',
  'heart',
  'map',
  'megaphone',
  'money',
  'people',
  'person',
  'phone',
  'screen',
  'smile',
  'star',
] as const

/** The name of a drawing. */
export type TopicIcon = (typeof topicIcons)[number]
