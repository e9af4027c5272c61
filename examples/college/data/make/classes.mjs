/** Class rooms, laboratories, and the classes that sit in them. */

/** Students in one class of each programme; with `students.mjs` these make 2,000. */
export const classSizes = {
  'BTECH-CSE': { sections: ['A', 'B'], size: 60 },
  'BTECH-IT': { sections: ['A'], size: 51 },
  'BTECH-ECE': { sections: ['A'], size: 51 },
  'BTECH-EE': { sections: ['A'], size: 51 },
  'BTECH-ME': { sections: ['A'], size: 51 },
  'BTECH-CE': { sections: ['A'], size: 51 },
  'BSC-PCM': { sections: ['A'], size: 40 },
  BCOM: { sections: ['A'], size: 50 },
  'MTECH-CSE': { sections: ['A'], size: 15 },
  'MTECH-VLSI': { sections: ['A'], size: 15 },
  MCA: { sections: ['A'], size: 40 },
  MBA: { sections: ['A'], size: 45 },
}

const laboratories = {
  CS: ['Programming Lab', 'Systems Lab', 'Project Lab'],
  IT: ['Networks Lab', 'Web Lab', 'Project Lab'],
  EC: ['Circuits Lab', 'Communication Lab', 'VLSI Lab'],
  EE: ['Machines Lab', 'Power Lab', 'Measurements Lab'],
  ME: ['Workshop', 'Thermal Lab', 'CAD Lab'],
  CE: ['Materials Lab', 'Survey Lab', 'Hydraulics Lab'],
  SC: ['Physics Lab', 'Chemistry Lab', 'Optics Lab'],
  CM: ['Business Lab'],
}

export function classes(programmeRows) {
  const seats = new Map()
  return programmeRows.flatMap((programme) => {
    const { sections } = classSizes[programme.code]
    const years = Array.from({ length: programme.years }, (_, at) => at + 1)
    return years.flatMap((year) =>
      sections.map((section) => {
        const number = (seats.get(programme.department_code) ?? 0) + 1
        seats.set(programme.department_code, number)
        return {
          code: `${programme.code.replace(/^BTECH-/, '')}-${year}${section}`,
          programme_code: programme.code,
          year_of_study: year,
          section,
          home_room: `${programme.department_code}-${300 + number}`,
        }
      }),
    )
  })
}

export function rooms(classRows, departmentRows) {
  const placeOf = (code) => departmentRows.find((row) => row.code === code).place_code
  const classrooms = classRows.map(({ home_room: code }) => ({
    code,
    kind: 'classroom',
    name: `Room ${code}`,
    place_code: placeOf(code.slice(0, 2)),
    floor: 'Third floor',
    seats: 66,
  }))
  const labs = Object.entries(laboratories).flatMap(([department, names]) =>
    names.map((name, at) => ({
      code: `${department}-L${at + 1}`,
      kind: 'lab',
      name: `${department} ${name}`,
      place_code: placeOf(department),
      floor: 'Ground floor',
      seats: 66,
    })),
  )
  return [...classrooms, ...labs]
}
