/** Gives every course of every class to a teacher of the course's department. */

const mostHours = 16

/** @returns rows of `teaching`; those of both terms. */
export function teaching({ classes, curriculum, courses, faculty, random }) {
  const courseOf = new Map(courses.map((course) => [course.code, course]))
  return ['odd', 'even'].flatMap((term) => {
    const hours = new Map(faculty.map((teacher) => [teacher.id, teacher.is_hod === 'yes' ? 4 : 0]))
    return classes.flatMap((group) =>
      coursesOf(group, term, curriculum).map((code) => {
        const course = courseOf.get(code)
        const teacher = chooseTeacher(course, faculty, hours, random)
        hours.set(teacher.id, hours.get(teacher.id) + course.hours_per_week)
        return { course_code: code, class_code: group.code, faculty_id: teacher.id, term }
      }),
    )
  })
}

function coursesOf(group, term, curriculum) {
  const semester = group.year_of_study * 2 - (term === 'odd' ? 1 : 0)
  return curriculum
    .filter((row) => row.programme_code === group.programme_code && row.semester === semester)
    .map((row) => row.course_code)
}

/** Whoever knows the subject, unless they are busy; else whoever has the lightest week. */
function chooseTeacher(course, faculty, hours, random) {
  const colleagues = faculty.filter(
    (teacher) =>
      teacher.department_code === course.department_code &&
      hours.get(teacher.id) + course.hours_per_week <= mostHours,
  )
  const ranked = random
    .shuffle(colleagues)
    .map((teacher) => ({ teacher, rank: likeness(course, teacher) * 6 - hours.get(teacher.id) }))
  return ranked.reduce((best, other) => (other.rank > best.rank ? other : best)).teacher
}

/** Words that a course's title and a specialisation share, by their first six letters. */
function likeness(course, teacher) {
  const stems = (text) =>
    text
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map((word) => word.slice(0, 6)) ?? []
  const known = new Set(stems(teacher.specialisation))
  return stems(course.title).filter((stem) => known.has(stem) && !common.has(stem)).length
}

const common = new Set(['system', 'engine', 'and', 'design', 'electr', 'manage', 'scienc'])
