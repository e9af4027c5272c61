// The examination cell's own database.

export const exams = {
  papers: {
    about: 'Every course as the examination cell knows it.',
    columns: {
      course_code: 'code',
      title: 'name',
      short_name: 'name?',
      credits: 'int',
      max_marks: 'int',
      minutes: ['int', 'length of the end-semester paper; 0 for a lab or project'],
    },
    key: ['course_code'],
    search: ['title', 'short_name'],
    joins: { course_code: 'office.courses.code' },
  },

  exam_sessions: {
    about: 'The four examinations of the year, with their forms, fees and results.',
    columns: {
      code: ['code', 'mid-odd, end-odd, mid-even, end-even'],
      name: 'name',
      aliases: 'text',
      kind: ['code', 'mid or end'],
      term: ['code', 'odd or even'],
      starts_on: 'date',
      ends_on: 'date',
      form_opens_on: 'date',
      form_last_date: 'date',
      form_late_until: ['date', 'with the late fee'],
      form_fee: 'money',
      late_fee: 'money',
      hall_ticket_on: 'date',
      results_on: 'date',
      revaluation_until: 'date',
      revaluation_fee: ['money', 'a paper'],
      form_link: 'name',
    },
    key: ['code'],
    search: ['name'],
  },

  exam_schedule: {
    about: 'The date sheet.',
    columns: {
      id: 'int',
      session_code: 'code',
      programme_code: 'code',
      semester: 'int',
      course_code: 'code',
      exam_on: 'date',
      weekday: 'code',
      starts_at: 'time',
      ends_at: 'time',
      hall: 'name',
    },
    key: ['id'],
    unique: [['session_code', 'programme_code', 'semester', 'exam_on']],
    search: ['course_code', 'programme_code', 'exam_on'],
    joins: {
      session_code: 'exam_sessions.code',
      course_code: 'papers.course_code',
      programme_code: 'office.programmes.code',
    },
  },

  exam_rules: {
    about: 'Who may sit, and what is asked of them.',
    columns: {
      code: 'code',
      topic: 'name',
      rule_text: 'text',
      limit_value: ['int?', 'the figure in it, such as 75 for attendance'],
    },
    key: ['code'],
    search: ['topic'],
  },

  grades: {
    about: 'Marks to grade to points.',
    columns: {
      grade: 'code',
      points: 'int',
      min_marks: 'int',
      max_marks: 'int',
      meaning: 'name',
    },
    key: ['grade'],
  },

  results: {
    about: 'Marks of the last three semesters of each student.',
    private: true,
    columns: {
      roll_no: 'code',
      semester: 'int',
      course_code: 'code',
      marks: ['int', 'of 100'],
      grade: 'code',
      points: 'int',
      credits: 'int',
    },
    key: ['roll_no', 'course_code'],
    joins: {
      roll_no: 'office.students.roll_no',
      course_code: 'papers.course_code',
      grade: 'grades.grade',
    },
  },

  sgpa: {
    about: 'Grade point average of each semester: sum(credits × points) / sum(credits).',
    private: true,
    columns: {
      roll_no: 'code',
      semester: 'int',
      credits: 'int',
      sgpa: ['real', 'two decimals'],
      failed: ['int', 'papers to repeat'],
      outcome: ['code', 'Pass or ATKT'],
      declared_on: 'date',
    },
    key: ['roll_no', 'semester'],
    joins: { roll_no: 'office.students.roll_no' },
  },

  attendance: {
    about: 'Attendance of each student this year; 75 % is needed to sit an examination.',
    private: true,
    columns: {
      roll_no: 'code',
      classes_held: 'int',
      classes_attended: 'int',
      percent: ['int', 'rounded down'],
      detained: ['yesno', 'yes below 75'],
    },
    key: ['roll_no'],
    joins: { roll_no: 'office.students.roll_no' },
  },
}
