import { type FilterImplOptions, Liquid, type Template } from 'liquidjs'
import { FrontdeskError } from '../errors.ts'
import { filtersFor, type Locale } from './filters.ts'
import { escapeMarkup } from './markup.ts'

/** What a template sees, by name. */
export type Scope = Readonly<Record<string, unknown>>

/** Renders the templates of a desk in one language. Parsed templates are kept. */
export class Templates {
  readonly #marked: Liquid
  readonly #plain: Liquid
  readonly #parsed = new Map<string, readonly Template[]>()

  constructor(locale: Locale) {
    // Both read the same syntax, so one parsed template serves both; they differ in how a value is put in.
    this.#marked = engine(locale, (value) => escapeMarkup(stringOf(value)))
    this.#plain = engine(locale, stringOf)
  }

  /** Renders text with markup: values are made inert. Throws `fulfilment/template`. */
  marked(template: string, scope: Scope): string {
    return tidy(this.#render(this.#marked, template, scope))
  }

  /** Renders a plain string: a title, a cell, an address. Throws `fulfilment/template`. */
  plain(template: string, scope: Scope): string {
    return tidy(this.#render(this.#plain, template, scope))
  }

  /** Whether a Liquid condition holds. Throws `fulfilment/template`. */
  holds(condition: string, scope: Scope): boolean {
    return this.plain(`{% if ${condition} %}1{% endif %}`, scope) === '1'
  }

  #render(liquid: Liquid, template: string, scope: Scope): string {
    if (!template.includes('{')) return template
    try {
      const parsed = this.#parsed.get(template) ?? liquid.parse(template)
      this.#parsed.set(template, parsed)
      return String(liquid.renderSync(parsed as Template[], scope))
    } catch (thrown) {
      throw new FrontdeskError(
        'fulfilment/template',
        `The template ${JSON.stringify(template)} failed.`,
        {
          cause: thrown,
        },
      )
    }
  }
}

/** Reads every template of a desk: making an engine costs as much as parsing a hundred templates. */
let syntax: Liquid | null = null

/** What is wrong with the syntax of a template, or null. */
export function templateProblem(template: string): string | null {
  syntax ??= engine({ language: 'en', country: 'US', currency: 'USD', timezone: 'UTC' }, stringOf)
  try {
    syntax.parse(template)
    return null
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
  }
}

function engine(locale: Locale, outputEscape: (value: unknown) => string): Liquid {
  const liquid = new Liquid({
    outputEscape,
    ownPropertyOnly: true,
    strictFilters: true,
    // A template that loops over everything must not hold up the other conversations.
    renderLimit: 1000,
    memoryLimit: 1e8,
  })
  for (const [name, filter] of Object.entries(filtersFor(locale)))
    liquid.registerFilter(name, filter)
  liquid.registerFilter('sample', sample)
  return liquid
}

/** One of a list, by the turn's own chance: Liquid's would say something else each time a turn is told again. */
const sample: FilterImplOptions = function (list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list[Math.floor(Number(this.context.getSync(['random'])) * list.length)]
}

function stringOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Without the gaps that parts of a template leave when their condition does not hold. */
function tidy(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ +\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
