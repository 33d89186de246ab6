import { toValueWord, type CompletionTable, type Place, type ValuedOption } from './completion-table.js'
import { quoteForShell as quote } from './quote.js'

/** The completion for bash 3.2 and later: without descriptions, which bash has no place for. */
export const toBashScript = ({ places, valued }: CompletionTable): string => `\
# Completion of nmbrs-sync for bash. For this shell: source <(nmbrs-sync completion bash)

# Sets value: what follows option $2 of command $1. A list to choose from begins with =.
_nmbrs_sync_value() {
  case "$1|$2" in
${valued.map(toValueCase).join('\n')}
    *) value='' ;;
  esac
}

# Sets words, options and file: what may come after command $1.
_nmbrs_sync_place() {
  case "$1" in
${places.map(toPlaceCase).join('\n')}
  esac
}

# The connections of configuration $2, or of the usual one, as program $1 reads them.
_nmbrs_sync_connections() {
  "$1" \${2:+--config "\${2/#\~\//$HOME/}"} completion --connections 2>/dev/null </dev/null
}

_nmbrs_sync_offer() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen "$@" -- "$cur")
}

_nmbrs_sync() {
  local cur=\${COMP_WORDS[COMP_CWORD]} at='' value='' words='' options='' file='' option='' config='' word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash takes --option=value apart into three words.
    if [[ $word == '=' ]]; then continue; fi
    if [[ -n $value ]]; then
      if [[ $option == --config ]]; then config=$word; fi
      value=''; continue
    fi
    if [[ $word == -* ]]; then option=$word; _nmbrs_sync_value "$at" "$word"; continue; fi
    case "\${at:+$at }$word" in
      ${places.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join('|')}) at="\${at:+$at }$word" ;;
    esac
  done
  if [[ $cur == '=' ]]; then cur=''; fi
  if [[ -z $value ]]; then _nmbrs_sync_place "$at"; fi
  case "$value" in
    file) file=1 ;;
    folder) compopt -o filenames 2>/dev/null; _nmbrs_sync_offer -d; return ;;
    connection) words=$(_nmbrs_sync_connections "\${COMP_WORDS[0]}" "$config") ;;
    =*) words=\${value#=} ;;
    ?*) return ;;
  esac
  if [[ $cur == -* || -z "$words$file$value" ]]; then words="$words $options"; fi
  if [[ -n $file && $cur != -* ]]; then compopt -o filenames 2>/dev/null; _nmbrs_sync_offer -f; fi
  _nmbrs_sync_offer -W "$words"
}

complete -F _nmbrs_sync nmbrs-sync
`

const toValueCase = ({ path, option, value }: ValuedOption): string => {
  const pattern = path === undefined ? `*${quote(`|${option}`)}` : quote(`${path}|${option}`)
  return `    ${pattern}) value=${quote(toValueWord(value))} ;;`
}

const toPlaceCase = ({ path, words, options, takesFile }: Place): string =>
  `    ${quote(path)}) words=${quote(toList(words))} options=${quote(toList(options))}${takesFile ? ' file=1' : ''} ;;`

const toList = (offers: readonly { word: string }[]): string => offers.map(({ word }) => word).join(' ')
