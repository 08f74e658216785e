// Reads a JSON list of texts from standard input, each as the dotenv and dotenvx programs do, and
// prints the names and values they found.
//
// Of dotenvx, two habits that ours does not take over are switched off, so that all else can be
// compared: $NAME without braces stays, and no command is run, as $(command) gives back its own
// text. Where it replaces references without end, there is null.
const AS_REPLACEMENT = '$$$$' // in the replacement of a replacement, $$ stands for $
require('child_process').execSync = (command) => ('$(' + command + ')').replaceAll('$', AS_REPLACEMENT)

const vm = require('vm')
const dotenv = require('dotenv')
const dotenvx = require('@dotenvx/dotenvx')

const STAND_IN = '\uE000'
const context = vm.createContext({ parse: (text) => dotenvx.parse(text, { processEnv: {} }) })
const script = new vm.Script('parse(text)')

function inTime(text) {
  context.text = text.replace(/(?<!\\)\$(?=[A-Za-z_])/g, STAND_IN)
  try {
    const values = Object.entries(script.runInContext(context, { timeout: 250 }))
    return Object.fromEntries(values.map(([name, value]) => [name, value.replaceAll(STAND_IN, '$')]))
  } catch (error) {
    if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return null
    throw error
  }
}

function read(text) {
  return { dotenv: dotenv.parse(text), dotenvx: inTime(text) }
}

const input = require('fs').readFileSync(0, 'utf8')
process.stdout.write(JSON.stringify(JSON.parse(input).map(read)))
