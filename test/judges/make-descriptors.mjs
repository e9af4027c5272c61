/**
 * Makes `dialogflow-es-v2.descriptors.pb`: what a strict parser must know of Google's published messages, with every
 * file they import. Needs `protoc` (Debian: `protobuf-compiler libprotobuf-dev`), which is why the result is kept
 * beside this script. Run it again when `@google-cloud/dialogflow` is raised: `node test/judges/make-descriptors.mjs`
 *
 * The protos are those in the npm packages `@google-cloud/dialogflow` and `google-gax` (Apache-2.0, Google LLC).
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = `${import.meta.dirname}/`
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))

execFileSync('protoc', [
  `-I${modules}@google-cloud/dialogflow/build/protos`,
  `-I${modules}google-gax/build/protos`,
  '-I/usr/include',
  '--include_imports',
  `--descriptor_set_out=${here}dialogflow-es-v2.descriptors.pb`,
  'google/cloud/dialogflow/v2/webhook.proto',
])
