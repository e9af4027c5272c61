import { type FilterImplOptions, Liquid, type Template } from 'liquidjs'
import { FrontdeskError } from '../errors.ts'
import { filtersFor, type Locale, type TemplateFilter } from './filters.ts'
import { escapeMarkup } from './markup.ts'
import { type Simple, simpleTemplate } from './simple-template.ts'

/** What a template sees, by name. */
export type Scope = Readonly<Record<string, unknown>>

/** One way to put values in, and Liquid set up for it. */
interface Engine {
  readonly put: (value: unknown) => string
  readonly liquid: Liquid
}

/** A template that was read: by us where it only puts values in, by Liquid otherwise. */
type Parsed =
  | { readonly by: 'us'; readonly render: Simple }
  | { readonly by: 'liquid'; readonly template: Template[] }

/** Renders the templates of a desk in one language. Parsed templates are kept: they are those of the desk's files. */
export class Templates {
  readonly #filters: Readonly<Record<string, TemplateFilter>>
  readonly #marked: Engine
  readonly #plain: Engine
  readonly #parsed = new Map<string, Parsed>()

  constructor(locale: Locale) {
    this.#filters = filtersFor(locale)
    // Both read the same syntax, so one parsed template serves both; they differ in how a value is put in.
    this.#marked = engine(this.#filters, (value) => escapeMarkup(stringOf(value)))
    this.#plain = engine(this.#filters, stringOf)
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

  #render({ put, liquid }: Engine, template: string, scope: Scope): string {
    if (!template.includes('{')) return template
    try {
      const parsed = this.#parse(template, liquid)
      const rendered = parsed.by === 'us' ? parsed.render(scope, put) : null
      if (rendered !== null) return rendered
      const forLiquid = parsed.by === 'us' ? liquid.parse(template) : parsed.template
      return String(liquid.renderSync(forLiquid, scope))
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

  #parse(template: string, liquid: Liquid): Parsed {
    const known = this.#parsed.get(template)
    if (known !== undefined) return known
    const render = simpleTemplate(template, this.#filters)
    const parsed: Parsed =
      render === null ? { by: 'liquid', template: liquid.parse(template) } : { by: 'us', render }
    this.#parsed.set(template, parsed)
    return parsed
  }
}

/** Reads every template of a desk: making an engine costs as much as parsing a hundred templates. */
let syntax: Liquid | null = null

/** What is wrong with the syntax of a template, or null. */
export function templateProblem(template: string): string | null {
  const locale = { language: 'en', country: 'US', currency: 'USD', timezone: 'UTC' }
  syntax ??= engine(filtersFor(locale), stringOf).liquid
  try {
    syntax.parse(template)
    return null
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
  }
}

function engine(filters: Readonly<Record<string, TemplateFilter>>, put: Engine['put']): Engine {
  const liquid = new Liquid({
    outputEscape: put,
    ownPropertyOnly: true,
    strictFilters: true,
    // A template that loops over everything must not hold up the other conversations.
    renderLimit: 1000,
    memoryLimit: 1e8,
  })
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter)
  liquid.registerFilter('sample', sample)
  return { put, liquid }
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
  if (!/ {2}| \n|\n{3}/.test(text)) return text.trim()
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ +\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
