// Life beside the lectures: clubs, events, hostels, and the elder brother.

export const studentLife = {
  clubs: {
    about: 'The 40 clubs.',
    columns: {
      id: 'int',
      name: 'name',
      aliases: 'text',
      kind: ['code', 'technical, cultural, literary, sports, social'],
      about: 'text',
      meets_on: ['code', 'a weekday'],
      meets_at: 'time',
      place_code: 'code',
      faculty_id: ['int', 'the teacher who looks after it'],
      student_lead: 'name',
      phone: 'name',
      email: 'name',
      joining_fee: 'money',
    },
    key: ['id'],
    unique: [['name']],
    search: ['name', 'kind'],
    joins: { place_code: 'places.code', faculty_id: 'faculty.id' },
  },

  events: {
    about: 'What happens this academic year. Civil Engineering (CE) has none.',
    columns: {
      id: 'int',
      title: 'name',
      kind: ['code', 'workshop, talk, contest, fest, visit'],
      department_code: 'code?',
      club_id: 'int?',
      starts_on: 'date',
      starts_at: 'time',
      place_code: 'code',
      fee: 'money',
      about: 'text',
    },
    key: ['id'],
    search: ['title', 'starts_on', 'department_code', 'club_id'],
    joins: {
      department_code: 'departments.code',
      club_id: 'clubs.id',
      place_code: 'places.code',
    },
  },

  hostels: {
    about: 'The four hostels. Kaveri has no vacancy.',
    columns: {
      code: 'code',
      name: 'name',
      name_hi: 'name',
      for_whom: ['code', 'boys or girls'],
      warden: 'name',
      phone: 'name',
      email: 'name',
      place_code: 'code',
      gate_closes_at: 'time',
      about: 'text',
    },
    key: ['code'],
    search: ['name', 'for_whom'],
    joins: { place_code: 'places.code' },
  },

  hostel_rooms: {
    about:
      'Beds, vacancies and yearly fees by kind of room. Occupied beds are students.hostel_code.',
    columns: {
      hostel_code: 'code',
      room_type: ['code', 'single, double, triple'],
      rooms_total: 'int',
      beds_total: 'int',
      beds_vacant: 'int',
      room_fee: ['money', 'a year'],
      mess_fee: ['money', 'a year'],
    },
    key: ['hostel_code', 'room_type'],
    joins: { hostel_code: 'hostels.code' },
  },

  hostel_rules: {
    about: 'Rules of the hostels.',
    columns: { id: 'int', topic: 'name', rule_text: 'text' },
    key: ['id'],
    search: ['topic'],
  },

  hostel_steps: {
    about: 'How one gets a room.',
    columns: {
      step_number: 'int',
      title: 'name',
      what_to_do: 'text',
      last_date: 'date?',
      link: 'name?',
    },
    key: ['step_number'],
  },

  elder_brother: {
    about: 'Rohan bhaiya, a friendly senior: what he says. {name} stands for the visitor.',
    columns: {
      id: 'int',
      kind: ['code', 'greeting, story, joke, advice, farewell'],
      topic: ['code', 'exams, ragging, homesick, placement, friends, …'],
      line: 'text',
      line_hi: ['text', 'in Hindi'],
    },
    key: ['id'],
    search: ['kind', 'topic'],
  },
}
