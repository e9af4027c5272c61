interface BarProps {
  /** What is measured, for those who listen. */
  readonly label: string
  readonly value: number
  /** The value that fills the bar. */
  readonly most: number
}

/** A measured value as a bar. */
export function Bar({ label, value, most }: BarProps) {
  const share = Math.min(1, Math.max(0, value / most))
  return (
    <span
      class="bar"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
    >
      <i style={{ inlineSize: `${share * 100}%` }} />
    </span>
  )
}
