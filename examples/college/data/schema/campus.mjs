// The place itself: facts, offices, the calendar, the map, what there is to use and to eat.

export const campus = {
  college_facts: {
    about: 'Key facts, one a row: history, vision, accreditation, address, principal, timings …',
    columns: {
      topic: ['code', 'history, vision, address …'],
      title: 'name',
      aliases: 'text?',
      fact: 'text',
      fact_hi: ['text', 'in Hindi'],
    },
    key: ['topic'],
    search: ['title'],
  },

  contacts: {
    about: 'Offices and who sits in them.',
    columns: {
      code: 'code',
      office: 'name',
      aliases: 'text',
      holder: ['name', 'the person in charge, with title'],
      role: 'name',
      phone: 'name',
      extension: 'code',
      email: 'name',
      place_code: 'code',
      hours: 'name',
    },
    key: ['code'],
    search: ['office', 'holder'],
    joins: { place_code: 'places.code' },
  },

  calendar: {
    about: 'The academic calendar: terms, examinations, vacations, results, the days that matter.',
    columns: {
      code: 'code',
      occasion: ['name', 'what both semesters have in common: Mid-semester examinations …'],
      title: 'name',
      title_hi: 'name',
      aliases: 'text',
      kind: ['code', 'term, exam, result, vacation, fee, admission, event'],
      starts_on: 'date',
      ends_on: 'date',
      note: 'text?',
    },
    key: ['code'],
    search: ['title', 'starts_on'],
  },

  holidays: {
    about: 'Days the college is closed. Two holidays may fall on one day.',
    columns: {
      code: 'code',
      name: 'name',
      name_hi: 'name',
      aliases: 'text',
      holiday_on: 'date',
      weekday: 'code',
      kind: ['code', 'national or festival'],
    },
    key: ['code', 'holiday_on'],
    search: ['name', 'holiday_on'],
  },

  places: {
    about: 'What is on the campus map. x and y are pixels of media/campus-map.png.',
    columns: {
      code: 'code',
      name: 'name',
      name_hi: 'name',
      aliases: 'text',
      kind: ['code', 'gate, academic, hostel, food, sport, office, service, green'],
      about: 'text',
      x: 'int',
      y: 'int',
      latitude: 'real',
      longitude: 'real',
      image: ['name', 'a file in media/'],
    },
    key: ['code'],
    search: ['name'],
  },

  routes: {
    about: 'How to walk from every place to every other.',
    columns: {
      from_code: 'code',
      to_code: 'code',
      metres: 'int',
      minutes: 'int',
      directions: ['text', 'numbered steps, one a line'],
      polyline: ['text', 'map pixels: x,y x,y …'],
    },
    key: ['from_code', 'to_code'],
    joins: { from_code: 'places.code', to_code: 'places.code' },
  },

  social_handles: {
    about: 'The college elsewhere on the web.',
    columns: {
      platform: 'code',
      aliases: 'text',
      handle: 'name',
      link: 'name',
      what_for: 'text',
    },
    key: ['platform'],
  },

  facilities: {
    about: 'Gym, medical room, Wi-Fi, bank and the rest.',
    columns: {
      code: 'code',
      name: 'name',
      aliases: 'text',
      kind: ['code', 'health, sport, network, money, food, transport, support, service'],
      place_code: 'code',
      days: 'name',
      opens_at: 'time',
      closes_at: 'time',
      charges: 'name',
      phone: 'name',
      about: 'text',
    },
    key: ['code'],
    search: ['name'],
    joins: { place_code: 'places.code' },
  },

  canteen_menu: {
    about: 'What the canteen cooks.',
    columns: {
      id: 'int',
      item: 'name',
      item_hi: 'name',
      meal: ['code', 'breakfast, lunch, snacks, drinks'],
      served_on: ['code', 'every day, or a weekday'],
      vegetarian: 'yesno',
      price: 'money',
    },
    key: ['id'],
    search: ['item'],
  },

  bus_routes: {
    about: 'College buses.',
    columns: {
      number: ['code', 'R1 … R8'],
      name: 'name',
      driver: 'name',
      phone: 'name',
      first_stop: 'name',
      leaves_at: ['time', 'from the first stop, in the morning'],
      reaches_at: ['time', 'the college'],
      returns_at: ['time', 'from the college, in the evening'],
      fare_per_term: 'money',
      seats: 'int',
    },
    key: ['number'],
    search: ['name'],
  },

  bus_stops: {
    about: 'Where each bus halts.',
    columns: {
      route_number: 'code',
      stop_number: 'int',
      stop: 'name',
      morning_at: 'time',
      evening_at: 'time',
    },
    key: ['route_number', 'stop_number'],
    search: ['stop'],
    joins: { route_number: 'bus_routes.number' },
  },
}
