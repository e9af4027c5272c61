import { expect, test } from 'vitest'
import { readConversations } from '../../src/folder.ts'
import { telegram, whatsapp } from './apps.ts'
import { collegeFolder } from './college-desk.ts'
import { CollegeOnMessenger, type Fault } from './on-messenger.ts'

test.each(Object.entries({ whatsapp, telegram }))(
  'every conversation of the college goes on %s as it is written',
  async (_, openApp) => {
    const conversations = await readConversations(collegeFolder, {})
    const college = await CollegeOnMessenger.open(openApp)
    try {
      const faults: Fault[] = []
      for (const conversation of conversations) faults.push(...(await college.play(conversation)))
      expect(faults).toEqual([])
      expect(college.mistakes).toEqual([])
      expect(conversations.length).toBeGreaterThan(15)
    } finally {
      await college.close()
    }
  },
  600_000,
)
