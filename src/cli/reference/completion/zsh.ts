import {
  toValueWord,
  type CompletionTable,
  type Offer,
  type Place,
  type ValuedOption,
} from './completion-table.js'
import { quoteForShell as quote } from './quote.js'

/** The completion for zsh: a file `_nmbrs-sync` in a folder of `fpath`, or sourced after `compinit`. */
export const toZshScript = ({ places, valued }: CompletionTable): string => `\
#compdef nmbrs-sync
# Completion of nmbrs-sync for zsh. Put it into a folder of $fpath as _nmbrs-sync.

# Sets value: what follows option $2 of command $1. A list to choose from begins with =.
_nmbrs_sync_value() {
  case "$1|$2" in
${valued.map(toValueCase).join('\n')}
    (*) value='' ;;
  esac
}

# Sets offers, options and file: what may come after command $1.
_nmbrs_sync_place() {
  case "$1" in
${places.map(toPlaceCase).join('\n')}
  esac
}

${connectionsFunction}
_nmbrs-sync() {
  local at='' value='' file='' option='' config='' word
  local -a offers options
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    if [[ -n $value ]]; then
      if [[ $option == --config ]]; then config=\${(Q)word}; fi
      value=''; continue
    fi
    if [[ $word == --config=* ]]; then config=\${(Q)word#*=}; fi
    if [[ $word == --*=* ]]; then continue; fi
    if [[ $word == -* ]]; then option=$word; _nmbrs_sync_value "$at" "$word"; continue; fi
    case "\${at:+$at }$word" in
      (${places.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join('|')}) at="\${at:+$at }$word" ;;
    esac
  done
  word=$words[CURRENT]
  if [[ -z $value && $word == --*=* ]]; then
    _nmbrs_sync_value "$at" "\${word%%=*}"
    compset -P '*='
  fi
  case "$value" in
    (file) _files; return ;;
    (folder) _files -/; return ;;
    (connection) offers=(\${(f)"$(_nmbrs_sync_connections $words[1] "$config")"}); _describe 'connection' offers; return ;;
    ('='*) offers=(\${=value#=}); _describe 'value' offers; return ;;
    (?*) _message 'a value'; return ;;
  esac
  _nmbrs_sync_place "$at"
  if [[ -n $file && $word != -* ]]; then _files; fi
  if (( $#offers )) && [[ $word != -* ]]; then _describe 'command' offers; fi
  if [[ $word == -* ]] || (( $#offers == 0 && $#file == 0 )); then _describe 'option' options; fi
}

if [[ $funcstack[1] == _nmbrs-sync ]]; then
  _nmbrs-sync "$@"
elif (( $+functions[compdef] )); then
  compdef _nmbrs-sync nmbrs-sync
fi
`

const connectionsFunction = `\
# The connections of configuration $2, or of the usual one, as program $1 reads them.
_nmbrs_sync_connections() {
  local -a named
  if [[ -n $2 ]]; then named=(--config "\${2/#\~\//$HOME/}"); fi
  "$1" $named completion --connections 2>/dev/null </dev/null
}
`

const toValueCase = ({ path, option, value }: ValuedOption): string => {
  const pattern = path === undefined ? `*${quote(`|${option}`)}` : quote(`${path}|${option}`)
  return `    (${pattern}) value=${quote(toValueWord(value))} ;;`
}

const toPlaceCase = ({ path, words, options, takesFile }: Place): string =>
  [
    `    (${quote(path)})`,
    `      offers=(${words.map(toDescribed).join(' ')})`,
    `      options=(${options.map(toDescribed).join(' ')})`,
    ...(takesFile ? ['      file=1'] : []),
    '      ;;',
  ].join('\n')

/** A word and what it is, with a colon between: a colon of their own gets a backslash. */
const toDescribed = ({ word, about }: Offer): string =>
  quote(
    [word, about]
      .flatMap((text) => (text === '' ? [] : [text.replaceAll(/[\\:]/g, String.raw`\$&`)]))
      .join(':'),
  )
