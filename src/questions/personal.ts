import { spelledOut } from './lexicon.ts'

/** Words of columns that tell of a person what is not for everyone. */
const personal = new Set(
  `password passwd pwd secret token pin otp hash salt mobile phone telephone cell email mail birth dob birthday birthdate
  salary wage income pay payslip marks grade grades cgpa sgpa gpa score result results address pincode postcode zip
  aadhaar aadhar pan ssn passport iban account ifsc card cvv religion caste disability diagnosis disease allergy
  father mother guardian spouse emergency`.split(/\s+/),
)

/** Words of columns and tables that make the same thing public: an office's extension, a course's grade. */
const institutional = new Set(
  'office extension ext department desk helpline hotline branch shop store hotel restaurant company venue public'.split(
    ' ',
  ),
)

/**
 * Whether a column looks personal: private until someone says otherwise. Of tables that are about no person only what
 * opens a door is.
 */
export function looksPersonal(
  column: string,
  table: { readonly name: string; readonly isOfPeople: boolean },
): boolean {
  const words = spelledOut(column)
  if (
    words.some((word) =>
      ['password', 'passwd', 'pwd', 'secret', 'token', 'hash', 'salt', 'otp', 'cvv'].includes(word),
    )
  )
    return true
  if ([...words, ...spelledOut(table.name)].some((word) => institutional.has(word))) return false
  return table.isOfPeople && words.some((word) => personal.has(word))
}

const people = new Set(
  `student students people person persons employee employees staff teacher teachers faculty user users customer customers
  patient patients member members guest guests client clients player players applicant applicants candidate candidates
  worker workers passenger passengers parent parents alumni contact contacts doctor doctors driver drivers tenant tenants
  result results attendance payslip payslips payroll enrolment enrollment enrolments enrollments`.split(
    /\s+/,
  ),
)

/** Whether the rows of a table are people, or belong to one. */
export function isOfPeople(table: string, columns: readonly string[]): boolean {
  if (spelledOut(table).some((word) => people.has(word))) return true
  const words = columns.flatMap((column) => [spelledOut(column).join(' ')])
  return words.includes('first name') || words.includes('gender') || words.includes('date of birth')
}
