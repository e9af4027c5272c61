// What belongs to one student each. All of it is private.

export const records = {
  students: {
    about: 'The 2,000 students; roll number and date of birth prove who one is.',
    private: true,
    columns: {
      roll_no: ['code', 'RC1001 … RC3000'],
      name: 'name',
      gender: 'code',
      dob: 'date',
      programme_code: 'code',
      year_of_study: 'int',
      class_code: 'code',
      category: 'code',
      admission_year: 'int',
      hostel_code: 'code?',
      room_type: 'code?',
      email: 'name',
    },
    key: ['roll_no'],
    search: ['programme_code', 'class_code'],
    joins: {
      programme_code: 'programmes.code',
      class_code: 'classes.code',
      category: 'fee_categories.code',
      hostel_code: 'hostels.code',
    },
  },

  fee_dues: {
    about: 'What each student owes this year, head by head: due = amount - paid.',
    private: true,
    columns: {
      roll_no: 'code',
      head_number: 'int',
      fee_head: 'name',
      amount: 'money',
      paid: 'money',
      due: 'money',
      due_on: 'date',
    },
    key: ['roll_no', 'head_number'],
    joins: { roll_no: 'students.roll_no' },
  },

  payments: {
    about: 'What each student has paid this year; the sum per student is the sum of fee_dues.paid.',
    private: true,
    columns: {
      receipt_no: 'code',
      roll_no: 'code',
      amount: 'money',
      paid_on: 'date',
      method: 'name',
    },
    key: ['receipt_no'],
    search: ['roll_no'],
    joins: { roll_no: 'students.roll_no' },
  },
}
