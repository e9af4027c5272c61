import { readFileSync } from 'node:fs'
import { createFileRegistry, fromBinary, fromJson } from '@bufbuild/protobuf'
import type { JsonValue } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'

const descriptors = new URL('dialogflow-es-v2.descriptors.pb', import.meta.url)
const registry = createFileRegistry(
  fromBinary(FileDescriptorSetSchema, new Uint8Array(readFileSync(descriptors))),
)

/**
 * Judges a reply as Dialogflow does: strict proto3 JSON of `WebhookResponse`, and what the proto cannot say: its size,
 * well-formed text, and contexts of the call's own session. Throws what is wrong; made by hand from the published
 * rules, so that it shares nothing with the code it judges.
 */
export function judgeReply(body: string, session: string): void {
  if (Buffer.byteLength(body) > 65_536) throw new Error('the reply has more than 64 KiB')
  if (/\\u[dD][89a-fA-F]/.test(body.replaceAll('\\\\', ''))) throw new Error('half a character')
  const json = JSON.parse(body) as JsonValue & { outputContexts?: { name: string }[] }
  parseStrictly('WebhookResponse', json)
  for (const { name } of json.outputContexts ?? []) judgeContext(name, session)
}

/** Judges a request of ours before it is used in a test. */
export function judgeRequest(json: unknown): void {
  parseStrictly('WebhookRequest', json as JsonValue)
}

function parseStrictly(name: string, json: JsonValue): void {
  const message = registry.getMessage(`google.cloud.dialogflow.v2.${name}`)
  if (message === undefined) throw new Error(`no descriptor of ${name}`)
  fromJson(message, json, { ignoreUnknownFields: false, registry })
}

function judgeContext(name: string, session: string): void {
  const start = `${session}/contexts/`
  const id = name.slice(start.length)
  if (!name.startsWith(start)) throw new Error(`context ${name} is of another session`)
  if (!/^[a-z0-9_%-]{1,250}$/.test(id)) throw new Error(`context id ${id} is not allowed`)
  if (/^__system_counters__$|_id_dialog_context$|_dialog_params_size$/.test(id))
    throw new Error(`context id ${id} is Dialogflow's own`)
}
