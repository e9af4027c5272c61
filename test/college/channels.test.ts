import { expect, test } from 'vitest'
import { readConversations } from '../../src/folder.ts'
import { collegeFolder, monday } from './college-desk.ts'
import { CollegeOnWhatsApp, type Fault } from './on-whatsapp.ts'

test('every conversation of the college goes on WhatsApp as it is written', async () => {
  // The clock only goes forward.
  const conversations = (await readConversations(collegeFolder, {})).toSorted((a, b) =>
    (a.now ?? monday).localeCompare(b.now ?? monday),
  )
  const college = await CollegeOnWhatsApp.open()
  try {
    const faults: Fault[] = []
    for (const conversation of conversations) faults.push(...(await college.play(conversation)))
    expect(faults).toEqual([])
    expect(college.api.mistakes).toEqual([])
    expect(college.api.sent().length).toBeGreaterThan(100)
  } finally {
    await college.close()
  }
}, 600_000)
