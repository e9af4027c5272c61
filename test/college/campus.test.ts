import { readFile, stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { mapSize } from '../../examples/college/data/make/campus-plan.mjs'
import { describeCollege } from './made.ts'

const media = 'examples/college/media'

describeCollege(({ rows }) => {
  it('tells the way between any two places', () => {
    const places = rows('office.places').length
    expect(rows('office.routes')).toHaveLength(places * (places - 1))
    const walk = rows('office.routes').find(
      (row) => row['from_code'] === 'main-gate' && row['to_code'] === 'library',
    )
    expect(walk?.['directions']).toContain('Turn left onto Banyan Walk')
  })

  it('puts every place on the map, with a picture that is there', async () => {
    for (const { code, x, y, image } of rows('office.places')) {
      expect(Number(x) > 0 && Number(x) < mapSize.width, `${code}`).toBe(true)
      expect(Number(y) > 0 && Number(y) < mapSize.height, `${code}`).toBe(true)
      expect((await stat(`${media}/${image}`)).isFile()).toBe(true)
    }
  })
})

it('draws the map as large as the places count on', async () => {
  const png = await readFile(`${media}/campus-map.png`)
  const size = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
  expect(size).toEqual(mapSize)
})
