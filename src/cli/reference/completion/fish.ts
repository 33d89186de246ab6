import {
  toValueWord,
  type CompletionTable,
  type Offer,
  type Place,
  type ValuedOption,
} from './completion-table.js'
import { quoteForFish as quote } from './quote.js'

/**
 * The completion for fish. One function finds what may come next, so that fish asks once and not once for
 * each option.
 */
export const toFishScript = ({ places, valued }: CompletionTable): string => `\
# Completion of nmbrs-sync for fish. For every shell: nmbrs-sync completion fish > ~/.config/fish/completions/nmbrs-sync.fish

# What follows an option of a command. A list to choose from begins with =.
function __nmbrs_sync_value --argument-names at option
    switch "$at|$option"
${valued.map(toValueCase).join('\n')}
    end
end

# What may come after a command: its words, its options, or a file.
function __nmbrs_sync_place --argument-names kind at
    switch "$kind|$at"
${places.flatMap(toPlaceCases).join('\n')}
    end
end

function __nmbrs_sync_is_command
    contains -- $argv[1] ${places.flatMap(({ path }) => (path === '' ? [] : [quote(path)])).join(' ')}
end

${completeFunction}`

/** Walks through what is typed, and offers what may come next. */
const completeFunction = `\
# The connections of a configuration, or of the usual one, as the program reads them.
function __nmbrs_sync_connections --argument-names program config
    set -l named
    if test -n "$config"
        set named --config (string replace -r '^~/' "$HOME/" -- $config)
    end
    $program $named completion --connections 2>/dev/null </dev/null
end

function __nmbrs_sync_complete
    set -l at ''
    set -l value ''
    set -l option ''
    set -l config ''
    set -l typed (commandline -opc)
    for word in $typed[2..-1]
        if test -n "$value"
            if test "$option" = --config
                set config $word
            end
            set value ''
            continue
        end
        if string match -q -- '-*' $word
            set option $word
            if string match -q -- '--config=*' $word
                set config (string replace -r '^--config=' '' -- $word)
            end
            string match -q -- '--*=*' $word; or set value (__nmbrs_sync_value "$at" $word; or true)
            continue
        end
        set -l longer (string trim "$at $word")
        if __nmbrs_sync_is_command $longer
            set at $longer
        end
    end
    set -l word (commandline -ct)
    set -l before ''
    if test -z "$value"; and string match -q -- '--*=*' $word
        set value (__nmbrs_sync_value "$at" (string replace -r '=.*' '' -- $word))
        set before (string replace -r '=.*' '=' -- $word)
        set word (string replace -r '^[^=]*=' '' -- $word)
    end
    switch "$value"
        case ''
            if test "$before" != ''
                return
            end
        case file
            printf '%s\\n' $before(__fish_complete_path $word)
            return
        case folder
            printf '%s\\n' $before(__fish_complete_directories $word)
            return
        case connection
            for name in (__nmbrs_sync_connections $typed[1] "$config")
                printf '%s\\n' $before$name
            end
            return
        case '=*'
            printf '%s\\n' $before(string split ' ' -- (string sub --start 2 -- $value))
            return
        case '*'
            return
    end
    set -l words (__nmbrs_sync_place words "$at")
    set -l file (__nmbrs_sync_place file "$at")
    if test -n "$file"; and not string match -q -- '-*' $word
        __fish_complete_path $word
    end
    printf '%s\\n' $words
    if string match -q -- '-*' $word; or test -z "$words$file"
        __nmbrs_sync_place options "$at"
    end
end

complete --command nmbrs-sync --no-files --arguments '(__nmbrs_sync_complete)'
`

const toValueCase = ({ path, option, value }: ValuedOption): string =>
  `        case ${quote(`${path ?? '*'}|${option}`)}\n            echo ${quote(toValueWord(value))}`

const toPlaceCases = ({ path, words, options, takesFile }: Place): string[] => [
  ...toListCase(`words|${path}`, words),
  ...toListCase(`options|${path}`, options),
  ...(takesFile ? [`        case ${quote(`file|${path}`)}\n            echo file`] : []),
]

const toListCase = (key: string, offers: readonly Offer[]): string[] =>
  offers.length === 0
    ? []
    : [`        case ${quote(key)}\n            printf '%s\\t%s\\n' ${offers.map(toPair).join(' ')}`]

const toPair = ({ word, about }: Offer): string => `${quote(word)} ${quote(about)}`
