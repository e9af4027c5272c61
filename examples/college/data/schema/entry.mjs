// How one gets in and what it costs: admission, fees, the portal.

export const entry = {
  admission_steps: {
    about: 'The admission process, step by step, for each level.',
    columns: {
      level: ['code', 'UG or PG'],
      step_number: 'int',
      title: 'name',
      what_to_do: 'text',
      place: ['name', 'where it is done'],
      link: 'name?',
    },
    key: ['level', 'step_number'],
  },

  admission_documents: {
    about: 'Papers to bring to admission.',
    columns: {
      id: 'int',
      level: ['code', 'UG, PG or all'],
      category: ['code', 'all, or the fee category that needs it'],
      document: 'name',
      copies: ['name', 'original, 2 copies …'],
      note: 'text?',
    },
    key: ['id'],
    search: ['level', 'category'],
  },

  eligibility: {
    about: 'The least one must have, per programme and category.',
    columns: {
      programme_code: 'code',
      category: ['code', 'Open, OBC, SC, ST, EWS'],
      qualification: ['name', '10+2, a degree …'],
      subject_group: ['code', 'PCM, any, degree, Engineering, Mathematics'],
      required_subjects: ['name', 'the group in words'],
      min_percent: ['int', 'in those subjects'],
      entrance_exam: 'name?',
      note: 'text?',
    },
    key: ['programme_code', 'category'],
    search: ['category', 'subject_group', 'min_percent'],
    joins: { programme_code: 'programmes.code', category: 'fee_categories.code' },
  },

  admission_dates: {
    about: 'Dates of the coming intake, per programme and category.',
    columns: {
      programme_code: 'code',
      category: 'code',
      intake: ['code', 'the academic year one enters, such as 2027-28'],
      forms_open_on: 'date',
      last_date: ['date', 'to apply'],
      merit_list_on: 'date',
      counselling_on: 'date',
      fees_by: ['date', 'last date to pay and hold the seat'],
      classes_begin_on: 'date',
    },
    key: ['programme_code', 'category'],
    joins: { programme_code: 'programmes.code', category: 'fee_categories.code' },
  },

  fee_categories: {
    about: 'The categories fees and cut-offs are set for.',
    columns: {
      code: ['code', 'Open, OBC, SC, ST, EWS'],
      name: 'name',
      aliases: 'text',
      proof: ['text', 'the certificate that shows it'],
    },
    key: ['code'],
  },

  fee_structure: {
    about: 'Yearly fees in rupees: one row per component; a total is their sum.',
    columns: {
      programme_code: 'code',
      year_of_study: 'int',
      category: 'code',
      component_number: ['int', 'the order on the fee slip'],
      component: ['name', 'Tuition, Development, Examination, Library and laboratory, …'],
      amount: 'money',
    },
    key: ['programme_code', 'year_of_study', 'category', 'component_number'],
    joins: { programme_code: 'programmes.code', category: 'fee_categories.code' },
  },

  scholarships: {
    about: 'Help with fees.',
    columns: {
      id: 'int',
      name: 'name',
      for_whom: 'text',
      amount: ['name', 'in words'],
      last_date: 'date',
      link: 'name',
    },
    key: ['id'],
    search: ['name'],
  },

  portal_tasks: {
    about: 'What one does on the student portal, where, and until when.',
    columns: {
      code: 'code',
      errand: ['name', 'what tasks of both semesters have in common: Pay fees …'],
      task: 'name',
      aliases: 'text',
      steps: 'text',
      link: 'name',
      opens_on: ['date?', 'null: always open'],
      last_date: 'date?',
      late_fee: ['name?', 'in words'],
      contact_code: 'code',
    },
    key: ['code'],
    search: ['task'],
    joins: { contact_code: 'contacts.code' },
  },

  payment_methods: {
    about: 'Ways to pay.',
    columns: {
      code: 'code',
      name: 'name',
      how: 'text',
      charge: ['name', 'what it costs, in words'],
      settled_in: 'name',
    },
    key: ['code'],
    search: ['name'],
  },
}
