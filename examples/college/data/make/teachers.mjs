/** The departments and the people who teach in them. */
import { readRows, readSections } from './content.mjs'

const teachersPerDepartment = 15

export function departments() {
  return readRows('departments').map((row) => ({
    ...row,
    founded_year: Number(row.founded_year),
    office_phone: phone(row.office_extension),
    email: `${row.code.toLowerCase()}@riverdale.example`,
  }))
}

export function teachers(departmentRows, random) {
  return readSections('faculty').flatMap(({ heading: [code], lines }, section) => {
    const department = departmentRows.find((row) => row.code === code)
    return lines.map((cells, at) => ({
      id: section * teachersPerDepartment + at + 1,
      ...teacher(cells, at, department, random),
    }))
  })
}

/** The first of a department is its head, then follow professors, associates and assistants. */
function teacher([title, name, gender, specialisation], at, department, random) {
  const words = name.split(' ')
  const extension = String(Number(department.office_extension) + at + 1)
  return {
    title,
    name,
    first_name: words[0],
    last_name: words.at(-1),
    gender,
    department_code: department.code,
    designation: designation(at),
    is_hod: at === 0 ? 'yes' : 'no',
    specialisation,
    qualification: title === 'Dr.' ? 'Ph.D.' : title === 'Prof.' ? 'M.Tech., Ph.D.' : 'M.Tech.',
    email: `${words[0]}.${words.at(-1)}@riverdale.example`.toLowerCase().replaceAll("'", ''),
    extension,
    phone: phone(extension),
    cabin: `${department.code}-${at < 8 ? 1 : 2}${String((at % 8) + 1).padStart(2, '0')}`,
    place_code: department.place_code,
    office_hours: random.pick(officeHours),
    joined_year: 2021 - (at < 4 ? random.int(12, 22) : random.int(0, 11)),
  }
}

const officeHours = [
  'Monday and Thursday 15:00 to 16:00',
  'Tuesday and Friday 15:00 to 16:00',
  'Wednesday 14:00 to 16:00',
  'Monday to Friday 16:00 to 16:30',
  'Saturday 10:00 to 12:00',
]

function designation(at) {
  if (at === 0) return 'Professor and Head'
  if (at < 4) return 'Professor'
  return at < 8 ? 'Associate Professor' : 'Assistant Professor'
}

function phone(extension) {
  return `+91 20 5550 ${extension}`
}
