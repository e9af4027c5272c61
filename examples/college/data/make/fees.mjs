/** What a year costs, by programme, year of study, category and component. */

/** Open category, first year, in rupees. */
const tuition = {
  'BTECH-CSE': 110_000,
  'BTECH-IT': 105_000,
  'BTECH-ECE': 100_000,
  'BTECH-EE': 95_000,
  'BTECH-ME': 95_000,
  'BTECH-CE': 90_000,
  'BSC-PCM': 32_000,
  BCOM: 28_000,
  'MTECH-CSE': 85_000,
  'MTECH-VLSI': 85_000,
  MCA: 80_000,
  MBA: 120_000,
}

/** The part of tuition and development that a category pays; the state pays the rest. */
const shares = {
  Open: { tuition: 1, development: 1 },
  OBC: { tuition: 0.5, development: 1 },
  EWS: { tuition: 0.5, development: 1 },
  SC: { tuition: 0, development: 0.5 },
  ST: { tuition: 0, development: 0.5 },
}

/** Who entered earlier pays what was usual then: 3 % less for each year. */
const yearlyStep = 0.03

export function feeStructure(programmes) {
  return programmes.flatMap((programme) =>
    Array.from({ length: programme.years }, (_, at) => at + 1).flatMap((year) =>
      Object.keys(shares).flatMap((category) =>
        components(programme, year, category).map(([component, amount], at) => ({
          programme_code: programme.code,
          year_of_study: year,
          category,
          component_number: at + 1,
          component,
          amount,
        })),
      ),
    ),
  )
}

function components(programme, year, category) {
  const full = tuition[programme.code] * (1 - yearlyStep * (year - 1))
  const share = shares[category]
  const hasLaboratories = !['BCOM', 'MBA'].includes(programme.code)
  return [
    ['Tuition', toHundreds(full * share.tuition)],
    ['Development', toHundreds(full * 0.1 * share.development)],
    ['Examination', 2400],
    ['Library and laboratory', hasLaboratories ? 5500 : 3000],
    ['Student activities', 1500],
    ...(year === 1 ? [['Admission and identity card', 1200]] : []),
  ]
}

function toHundreds(rupees) {
  return Math.round(rupees / 100) * 100
}
