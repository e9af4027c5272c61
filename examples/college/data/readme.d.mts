export function readme(): string
