/** The name of a file in an agent: the characters that some disks do not take are underscores, as in the console. */
export function agentFileName(name: string): string {
  return name.replaceAll(/[?:'/"<>\\|*]/g, '_')
}
