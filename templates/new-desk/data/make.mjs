// Fills the example database. `frontdesk test` calls it for a database of its own, so tests never touch yours.

/** The data is made anew whenever this changes. */
export function edition() {
  return '1'
}

/** Fills the empty sources of desk.yaml, by name. */
export async function make({ into }) {
  await into.office.run(
    'create table people (id integer primary key, name text, role text, room text, phone text, salary integer)',
  )
  await into.office.insert(
    'people',
    ['id', 'name', 'role', 'room', 'phone', 'salary'],
    [
      [1, 'Asha Menon', 'Principal', '12', '+912225550112', 180000],
      [2, 'Ravi Rao', 'Registrar', '14', '+912225550114', 120000],
      [3, "Maria D'Souza", 'Librarian', '31', '+912225550131', 90000],
    ],
  )
  await into.office.run(
    'create table office_hours (position integer primary key, day text, opens text, closes text)',
  )
  await into.office.insert(
    'office_hours',
    ['position', 'day', 'opens', 'closes'],
    [
      [1, 'Monday', '09:00', '17:00'],
      [2, 'Tuesday', '09:00', '17:00'],
      [3, 'Wednesday', '09:00', '17:00'],
      [4, 'Thursday', '09:00', '17:00'],
      [5, 'Friday', '09:00', '17:00'],
      [6, 'Saturday', '09:00', '13:00'],
      [7, 'Sunday', null, null],
    ],
  )
}
