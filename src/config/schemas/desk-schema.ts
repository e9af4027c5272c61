import * as z from 'zod'
import { channelKinds, exposureKinds, sentences, topicIcons } from '../../model/index.ts'
import { languageTag, nameSchema, wordingSchema } from './wording-schema.ts'

/** Every way to write the kind of a source. */
export const sourceKindNames = ['sqlite', 'mysql', 'mariadb', 'postgres', 'postgresql'] as const

const brand = z.strictObject({
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .meta({ description: 'The colour of buttons and bubbles: # and six hexadecimal digits.' })
    .optional(),
  logo: z
    .string()
    .meta({ description: 'An image file within the media folder, such as media/logo.png.' })
    .optional(),
  tagline: wordingSchema.meta({ description: 'A line under the name.' }).optional(),
  media: z.string().meta({ description: 'The folder served at /media/.' }).optional(),
})

const topic = z.strictObject({
  title: wordingSchema.meta({ description: 'What the tile says.' }),
  icon: z
    .union([z.enum(topicIcons), z.string()])
    .meta({ description: 'The name of a drawing, or an emoji.' })
    .optional(),
  ask: wordingSchema.meta({ description: 'What tapping the tile says.' }),
})

const dare = z.strictObject({
  title: wordingSchema.meta({ description: 'What the tile says.' }),
  ask: wordingSchema.meta({ description: 'What tapping the tile says.' }),
})

const source = z.strictObject({
  kind: z
    .enum(sourceKindNames)
    .meta({
      description: 'The kind of database; left out, the scheme of `url` or the name says it.',
    })
    .optional(),
  file: z
    .string()
    .min(1)
    .meta({ description: 'An SQLite file, relative to the desk folder.' })
    .optional(),
  url: z
    .string()
    .min(1)
    .meta({
      description:
        'The address, such as ${LIBRARY_URL}: mysql://, mariadb://, postgres:// or sqlite:.',
    })
    .optional(),
  timeout: z
    .number()
    .positive()
    .max(3600)
    .meta({ description: 'Seconds a query may take.' })
    .default(3),
  pool: z.int().min(1).max(1000).meta({ description: 'Connections at the most.' }).default(8),
})

const auth = z.strictObject({
  username: z
    .string()
    .min(1)
    .meta({ description: 'The user of HTTP basic authentication.' })
    .optional(),
  password: z
    .string()
    .min(1)
    .meta({ description: 'The password of HTTP basic authentication, as ${NAME}.' })
    .optional(),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/), z.string().min(1))
    .meta({ description: 'Headers a call must carry, their values as ${NAME}.' })
    .optional(),
})

const template = z.strictObject({
  name: z.string().min(1).meta({ description: 'Its name at Meta.' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/)
    .meta({ description: 'The language it was approved in, such as en or en_US.' }),
  parameters: z
    .union([z.array(z.string().min(1)), z.record(z.string(), z.string().min(1))])
    .meta({ description: 'What stands for {{1}}, {{2}} in order, or for parameters with names.' })
    .default([]),
})

const channel = z.strictObject({
  kind: z
    .enum(channelKinds)
    .meta({ description: 'The kind of channel; left out, the name says it.' })
    .optional(),
  auth: auth.meta({ description: 'What a call must prove.' }).optional(),
  origins: z
    .array(z.string())
    .meta({
      description:
        'The sites that may show the desk in a corner of their pages, such as https://www.example.edu or https://*.example.edu.',
    })
    .optional(),
  token: z
    .string()
    .min(1)
    .meta({
      description:
        'The token of a Telegram bot, as ${TELEGRAM_TOKEN}; the access token of a number on WhatsApp.',
    })
    .optional(),
  updates: z
    .enum(['polling', 'webhook'])
    .meta({
      description:
        'How Telegram tells what happened: the desk asks (polling, the default), or Telegram calls the desk’s public address (webhook).',
    })
    .optional(),
  api: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/)
    .meta({
      description:
        'The address of a Telegram Bot API server of one’s own; of the Graph API and its version, for WhatsApp.',
    })
    .optional(),
  number: z
    .union([z.string().min(1), z.int().positive()])
    .meta({ description: 'The phone number ID of a number on WhatsApp, as Meta shows it.' })
    .optional(),
  appSecret: z
    .string()
    .min(1)
    .meta({ description: 'The secret of the Meta app, as ${WHATSAPP_APP_SECRET}.' })
    .optional(),
  verifyToken: z
    .string()
    .min(1)
    .meta({
      description: 'The word Meta proves the address with, as ${WHATSAPP_VERIFY_TOKEN}.',
    })
    .optional(),
  template: template
    .meta({
      description:
        'What calls visitors back on WhatsApp whose last message is older than 24 hours: their answer is kept until they write.',
    })
    .optional(),
  agent: z
    .strictObject({
      credentials: z.string().min(1).meta({
        description: 'The JSON file of a service account that may edit the agent, as ${NAME}.',
      }),
      location: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .meta({ description: 'The region of the agent, such as asia-northeast1.' })
        .default('global'),
      api: z
        .string()
        .regex(/^https?:\/\/[^\s?#]+$/)
        .meta({ description: 'The address of the API, where it is not Google’s own.' })
        .optional(),
    })
    .meta({ description: 'A Dialogflow agent that is told where the desk is.' })
    .optional(),
})

const exposureKind = z
  .enum(['none', ...exposureKinds])
  .meta({ description: 'How the world reaches the desk.' })

const exposure = z
  .union([
    exposureKind,
    z.strictObject({
      kind: exposureKind,
      host: z.string().min(1).meta({ description: 'ssh: the server.' }).optional(),
      port: z.int().min(1).max(65_535).meta({ description: 'ssh: its port.' }).default(22),
      user: z.string().min(1).meta({ description: 'ssh: the user there.' }).optional(),
      key: z
        .string()
        .min(1)
        .meta({ description: 'ssh: the file with the private key; ~/ is the home folder.' })
        .optional(),
      passphrase: z
        .string()
        .min(1)
        .meta({ description: 'ssh: the passphrase of the key, as ${NAME}.' })
        .optional(),
      hostKey: z
        .string()
        .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/)
        .meta({ description: 'ssh: the key of the server, as `ssh-keygen -l` shows it.' })
        .optional(),
      remotePort: z
        .int()
        .min(1)
        .max(65_535)
        .meta({ description: 'ssh: the port on the server that its proxy leads to.' })
        .default(8300),
      program: z.string().min(1).meta({ description: 'cloudflared: where it is.' }).optional(),
      localPort: z
        .int()
        .min(1)
        .max(65_535)
        .meta({ description: 'cloudflared: the port on this computer its tunnel leads to.' })
        .default(8301),
      token: z
        .string()
        .min(1)
        .meta({ description: 'ngrok, cloudflared: the token, as ${NAME}.' })
        .optional(),
    }),
  ])
  .meta({ description: 'How the world reaches the desk.' })

const proof = z.strictObject({
  column: z.string().min(1).meta({ description: 'The column the reply must equal.' }),
  entity: nameSchema.meta({ description: 'How the reply is read.' }),
  ask: wordingSchema.meta({ description: 'The question.' }),
})

const identity = z.strictObject({
  table: z.string().meta({ description: 'source.table: one row per person.' }),
  key: z.string().min(1).meta({ description: 'The column that identifies a person.' }),
  name: z.string().min(1).meta({ description: 'The column to greet by.' }).optional(),
  proofs: z.array(proof).min(1).meta({ description: 'Asked in order; the first is the key.' }),
  attempts: z
    .int()
    .min(1)
    .max(100)
    .meta({ description: 'Wrong proofs before the conversation is locked.' })
    .default(5),
  lock: z.number().positive().meta({ description: 'Minutes the lock lasts.' }).default(15),
})

const fixtureModule = z.string().min(1).meta({ description: 'A module that makes example data.' })

const fixture = z
  .union([
    fixtureModule,
    z.strictObject({
      module: fixtureModule,
      fills: z.array(nameSchema).meta({
        description: 'Sources on a database server that it may fill when they are empty.',
      }),
    }),
  ])
  .meta({ description: 'What makes the example databases: SQLite files, and those it is told to.' })

/** What `desk.yaml` may say. */
export const deskSchema = z.strictObject({
  name: z.string().min(1).meta({ description: 'The name of the institution.' }),
  languages: z
    .array(languageTag)
    .min(1)
    .meta({ description: 'BCP 47 tags; the first is the desk’s own.' })
    .default(['en']),
  timezone: z.string().meta({ description: 'An IANA time zone, such as Asia/Kolkata.' }),
  currency: z.string().meta({ description: 'An ISO 4217 code, such as INR.' }),
  country: z
    .string()
    .meta({ description: 'An ISO 3166 code of two letters, such as IN: for telephone numbers.' }),
  publicUrl: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/)
    .meta({
      description:
        'The address the world reaches this desk at, such as https://desk.example.edu: for its images elsewhere.',
    })
    .optional(),
  exposure: exposure.optional(),
  brand: brand.meta({ description: 'How the web page looks.' }).optional(),
  greeting: wordingSchema.meta({ description: 'Said first.' }).optional(),
  topics: z
    .record(nameSchema, topic)
    .meta({ description: 'The tiles of the web page and the choices of "help", by name.' })
    .default({}),
  dares: z
    .array(dare)
    .meta({ description: 'Tiles that show off what the desk can do.' })
    .default([]),
  headings: z
    .record(languageTag, z.record(z.string(), z.string()))
    .meta({
      description:
        'The headings of tables, the facts and links of cards in other languages, by what answers call them.',
    })
    .default({}),
  strictness: z
    .number()
    .min(0)
    .max(1)
    .meta({ description: 'The share of good questions one accepts to refuse.' })
    .default(0.03),
  retention: z
    .strictObject({
      days: z.number().positive().meta({ description: 'Days turns and sessions are kept.' }),
    })
    .meta({ description: 'How long conversations are kept.' })
    .default({ days: 90 }),
  fixture: fixture.optional(),
  sources: z
    .record(nameSchema, source)
    .meta({ description: 'The databases, by name.' })
    .default({}),
  channels: z
    .record(nameSchema, channel)
    .meta({ description: 'The ways in, by name.' })
    .default({ web: {} }),
  identities: z
    .record(nameSchema, identity)
    .meta({ description: 'Who can prove to be someone, and how, by name.' })
    .default({}),
  sentences: z
    .partialRecord(z.enum(sentences), wordingSchema)
    .meta({ description: 'The desk’s own words for what every desk says.' })
    .default({}),
})

/** What an owner writes in `desk.yaml`, with the defaults filled in. */
export type DeskInput = z.infer<typeof deskSchema>

/** A channel as it is written. */
export type ChannelInput = DeskInput['channels'][string]
