// The library's own database.

export const library = {
  subjects: {
    about: 'Where a subject stands.',
    columns: {
      name: 'name',
      aliases: 'text',
      shelf_prefix: 'code',
      floor: 'name',
    },
    key: ['name'],
  },

  books: {
    about: 'The 5,000 titles.',
    columns: {
      id: 'int',
      title: 'name',
      author: ['name', 'all authors, separated by commas'],
      subject: 'name',
      language: ['code', 'English or Hindi'],
      shelf: ['code', 'D-12 …'],
      floor: 'name',
      copies_total: 'int',
      copies_free: ['int', 'copies_total - open loans'],
    },
    key: ['id'],
    search: ['title', 'author', 'subject'],
    joins: { subject: 'subjects.name' },
  },

  book_courses: {
    about: 'Which books serve which course.',
    columns: { book_id: 'int', course_code: 'code' },
    key: ['book_id', 'course_code'],
    search: ['course_code'],
    joins: { book_id: 'books.id', course_code: 'office.courses.code' },
  },

  library_timings: {
    about: 'When the library is open.',
    columns: {
      id: 'int',
      days: 'name',
      period: ['code', 'term, exams, vacation'],
      section: ['name', 'reading hall, counter, …'],
      opens_at: 'time',
      closes_at: 'time',
      note: 'text?',
    },
    key: ['id'],
    search: ['period'],
  },

  library_rules: {
    about: 'How many, how long, how much.',
    columns: { id: 'int', topic: 'name', rule_text: 'text' },
    key: ['id'],
    search: ['topic'],
  },

  loans: {
    about: 'Who has which book. A fine is ₹2 a day, at most ₹200.',
    private: true,
    columns: {
      id: 'int',
      roll_no: 'code',
      book_id: 'int',
      issued_on: 'date',
      due_on: 'date',
      returned_on: ['date?', 'null: still out'],
      fine: ['money', 'charged'],
      fine_due: ['money', 'not yet paid'],
    },
    key: ['id'],
    search: ['roll_no', 'book_id'],
    joins: { roll_no: 'office.students.roll_no', book_id: 'books.id' },
  },
}
