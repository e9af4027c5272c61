import type { ChannelTemplate } from '../../model/index.ts'

/** The body of a template message, but for whom it goes to. */
export function templateBody({ name, language, parameters }: ChannelTemplate): object {
  const filled = Array.isArray(parameters)
    ? parameters.map((text: string) => ({ type: 'text', text }))
    : Object.entries(parameters).map(([parameter, text]) => ({
        type: 'text',
        parameter_name: parameter,
        text,
      }))
  const components =
    filled.length === 0 ? {} : { components: [{ type: 'body', parameters: filled }] }
  return {
    type: 'template',
    template: { name, language: { code: language, policy: 'deterministic' }, ...components },
  }
}
