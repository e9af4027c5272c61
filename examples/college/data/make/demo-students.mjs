/**
 * The three students whose logins are public. Roll number, date of birth, name, class and story
 * are the same in every edition. The fields from `pays` on steer what is made for them.
 */
export const demoStudents = [
  {
    rollNumber: 'RC1042',
    dob: '2005-04-12',
    name: 'Aarav Deshpande',
    story: 'owes nothing; has two library books, due at the end of June',
    gender: 'male',
    classCode: 'CSE-3A',
    category: 'Open',
    hosteller: false,
    pays: 'all in two',
    attendance: 82,
    ability: 68,
    openLoans: 2,
    overdueLoans: 0,
  },
  {
    rollNumber: 'RC1187',
    dob: '2004-11-03',
    name: "Rhea D'Souza",
    story: 'owes part of her fees, and ₹200 for a library book long overdue; attendance is 68 %',
    gender: 'female',
    classCode: 'ME-2A',
    category: 'Open',
    hosteller: true,
    pays: 'a part',
    attendance: 68,
    ability: 55,
    openLoans: 0,
    overdueLoans: 1,
  },
  {
    rollNumber: 'RC1501',
    dob: '2003-08-21',
    name: 'Farhan Qureshi',
    story: 'everything paid and returned; attendance is 94 %, results are excellent',
    gender: 'male',
    classCode: 'ECE-4A',
    category: 'OBC',
    hosteller: true,
    pays: 'all',
    attendance: 94,
    ability: 93,
    openLoans: 0,
    overdueLoans: 0,
  },
]

/** The demo student of a roll number, if it is one. */
export const demoOf = new Map(demoStudents.map((student) => [student.rollNumber, student]))
