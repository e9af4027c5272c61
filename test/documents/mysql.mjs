/** `mysql < file` for pages, whether or not MySQL's own client is here: node mysql.mjs <url>, SQL on standard input. */
import { readFileSync } from 'node:fs'
import mysql from 'mysql2/promise'

const connection = await mysql.createConnection({
  uri: process.argv[2] ?? '',
  multipleStatements: true,
})
await connection.query(readFileSync(0, 'utf8'))
await connection.end()
