/** Who may apply and by when. */
import { academicYearName, addDays, dayOf } from './dates.mjs'

/** What each programme asks of the Open category. */
const demands = {
  'BTECH-CSE': ['PCM', 60, 'JEE Main or MHT-CET'],
  'BTECH-IT': ['PCM', 58, 'JEE Main or MHT-CET'],
  'BTECH-ECE': ['PCM', 55, 'JEE Main or MHT-CET'],
  'BTECH-EE': ['PCM', 50, 'JEE Main or MHT-CET'],
  'BTECH-ME': ['PCM', 50, 'JEE Main or MHT-CET'],
  'BTECH-CE': ['PCM', 45, 'JEE Main or MHT-CET'],
  'BSC-PCM': ['PCM', 50, null],
  BCOM: ['any', 45, null],
  'MTECH-CSE': ['Engineering', 55, 'GATE'],
  'MTECH-VLSI': ['Engineering', 55, 'GATE'],
  MCA: ['Mathematics', 50, 'MAH-MCA-CET'],
  MBA: ['degree', 50, 'MAH-MBA-CET or CAT'],
}

const relaxation = { Open: 0, EWS: 0, OBC: 5, SC: 10, ST: 10 }
const leastPercent = 40

const subjectsInWords = {
  PCM: 'Physics, Chemistry and Mathematics',
  any: 'any subjects',
  degree: 'any degree',
  Engineering: 'a B.E. or B.Tech in the branch or one close to it',
  Mathematics: 'any subjects, with Mathematics at 10+2 or in the degree',
}

export function eligibility(programmes) {
  return programmes.flatMap((programme) => {
    const [group, percent, exam] = demands[programme.code]
    return Object.entries(relaxation).map(([category, less]) => ({
      programme_code: programme.code,
      category,
      qualification: programme.level === 'UG' ? '10+2' : 'a degree',
      subject_group: group,
      required_subjects: subjectsInWords[group],
      min_percent: Math.max(leastPercent, percent - less),
      entrance_exam: exam,
      note: category === 'Open' ? null : 'With a valid certificate of the category.',
    }))
  })
}

/** Dates of the intake that follows this academic year. */
export function admissionDates(programmes, firstYear) {
  return programmes.flatMap((programme) => {
    const day = (words) => dayOf(firstYear, words)
    const isPg = programme.level === 'PG'
    return Object.keys(relaxation).map((category) => {
      // Reserved categories get three days more, to bring their certificates.
      const grace = category === 'Open' ? 0 : 3
      const last = addDays(isPg ? day('05-25') : day('06-10'), grace)
      return {
        programme_code: programme.code,
        category,
        intake: academicYearName(firstYear + 1),
        forms_open_on: isPg ? day('03-15') : day('04-01'),
        last_date: last,
        merit_list_on: addDays(last, 6),
        counselling_on: addDays(last, 9),
        fees_by: addDays(last, 15),
        classes_begin_on: day('08-01 Mon next'),
      }
    })
  })
}
