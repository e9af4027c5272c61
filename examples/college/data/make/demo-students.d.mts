export interface DemoStudent {
  readonly rollNumber: string
  readonly dob: string
  readonly name: string
  readonly story: string
}

export const demoStudents: readonly DemoStudent[]
