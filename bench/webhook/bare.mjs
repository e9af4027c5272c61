/** What one would write by hand for this one question, with nothing between it and the driver. */
import { createServer } from 'node:http'
import mysql from 'mysql2/promise'

const [, , url = '', port] = process.argv
const pool = mysql.createPool({ uri: url, connectionLimit: 8 })
const sql = 'SELECT name, cabin, phone FROM faculty WHERE name = ? LIMIT 5'

/** @typedef {{ queryResult: { parameters: { teacher: string } } }} Call */

createServer((request, response) => {
  /** @type {Buffer[]} */
  const chunks = []
  request.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk))
  request.on('end', () => void answer(Buffer.concat(chunks).toString('utf8'), response))
}).listen(Number(port), '127.0.0.1')

/**
 * @param {string} call
 * @param {import('node:http').ServerResponse} response
 */
async function answer(call, response) {
  const { queryResult } = /** @type {Call} */ (JSON.parse(call))
  const [rows] = await pool.execute(sql, [queryResult.parameters.teacher])
  const found = /** @type {import('mysql2').RowDataPacket[]} */ (rows)
  const lines = found.map((row) => `${row['name']} sits in ${row['cabin']}, phone ${row['phone']}.`)
  const text = lines.join('\n')
  const body = JSON.stringify({
    fulfillmentText: text,
    fulfillmentMessages: [{ text: { text: [text] } }],
  })
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(body)
}
