#!/bin/bash

__nabor_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__nabor_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__nabor_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__nabor_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_nabor() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __nabor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    demo|init|check|form|form-map|read|extract|intake|enter|list|show|edit|review|merge|separate|serve|score|select|verify|choose|announce|offer|withdraw|attend|pay|documents|render|export|indicators|send|journal|help)
        # Offer subcommand argument completions
        "_nabor_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'demo init check form form-map read extract intake enter list show edit review merge separate serve score select verify choose announce offer withdraw attend pay documents render export indicators send journal help' -- "${cur}"))
        ;;
    esac
}

_nabor_demo() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--dir --language)
    __nabor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--dir')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_init() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--language')
        return
        ;;
    esac
}

_nabor_check() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--event --kind --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--event')
        return
        ;;
    '--kind')
        __nabor_add_completions -W 'receipt'$'\n''incomplete'$'\n''qualified'$'\n''invitation'$'\n''visa'$'\n''waitlist'$'\n''refusal'$'\n''ranking'$'\n''quotas'$'\n''protocol'$'\n''attendance'$'\n''certificate'$'\n''declaration'$'\n''image-consent'$'\n''guardian-consent'$'\n''participants'$'\n''clause'$'\n''grant'$'\n''agreement'$'\n''counselling'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __nabor_add_completions -f
        return
        ;;
    esac
}

_nabor_form() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--form --language --workspace --format --output -o)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--form')
        return
        ;;
    '--language')
        __nabor_add_completions -W 'pl'$'\n''en'$'\n''uk'$'\n''ru'$'\n''be'
        return
        ;;
    '--workspace')
        return
        ;;
    '--format')
        __nabor_add_completions -W 'pdf'$'\n''docx'
        return
        ;;
    '--output'|'-o')
        return
        ;;
    esac
}

_nabor_form-map() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--form --language --workspace --output -o --blank)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--form')
        return
        ;;
    '--language')
        __nabor_add_completions -W 'pl'$'\n''en'$'\n''uk'$'\n''ru'$'\n''be'
        return
        ;;
    '--workspace')
        return
        ;;
    '--output'|'-o')
        return
        ;;
    '--blank')
        return
        ;;
    esac
}

_nabor_read() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __nabor_add_completions -f
        return
        ;;
    esac
}

_nabor_extract() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--event --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--event')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __nabor_add_completions -f
        return
        ;;
    esac
}

_nabor_intake() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--event --channel --received --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--event')
        return
        ;;
    '--channel')
        __nabor_add_completions -W 'web'$'\n''mail'$'\n''paper'$'\n''phone'$'\n''nomination'
        return
        ;;
    '--received')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __nabor_add_completions -f
        return
        ;;
    esac
}

_nabor_enter() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--form --channel --received --applicant-language --source --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--form')
        return
        ;;
    '--channel')
        __nabor_add_completions -W 'web'$'\n''mail'$'\n''paper'$'\n''phone'$'\n''nomination'
        return
        ;;
    '--received')
        return
        ;;
    '--applicant-language')
        return
        ;;
    '--source')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_list() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--state)
    non_repeating_options=(--limit --offset --activity --channel --search --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--limit')
        return
        ;;
    '--offset')
        return
        ;;
    '--state')
        return
        ;;
    '--activity')
        return
        ;;
    '--channel')
        __nabor_add_completions -W 'web'$'\n''mail'$'\n''paper'$'\n''phone'$'\n''nomination'
        return
        ;;
    '--search')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_show() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_edit() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--confirm)
    non_repeating_options=(--reason --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--confirm')
        return
        ;;
    '--reason')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_review() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--assign --dismiss --corners --split --join)
    non_repeating_options=(--limit --map --reason --html --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--limit')
        return
        ;;
    '--assign')
        return
        ;;
    '--dismiss')
        return
        ;;
    '--corners')
        return
        ;;
    '--map')
        return
        ;;
    '--split')
        return
        ;;
    '--join')
        return
        ;;
    '--reason')
        return
        ;;
    '--html')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_merge() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--reason --workspace --language)
    __nabor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--reason')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_separate() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--workspace --language)
    __nabor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_serve() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=(--trusted-proxy)
    non_repeating_options=(--port --host --public-url --certificate --key --submissions-per-minute --workspace --language)
    __nabor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--port')
        return
        ;;
    '--host')
        return
        ;;
    '--public-url')
        return
        ;;
    '--trusted-proxy')
        return
        ;;
    '--certificate')
        return
        ;;
    '--key')
        return
        ;;
    '--submissions-per-minute')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_score() {
    repeating_flags=()
    non_repeating_flags=(--conflict --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--assessor --csv --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--assessor')
        return
        ;;
    '--csv')
        __nabor_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_select() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --forecast --discard --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --seed --commit --seed-source --seed-time --minutes --receipts --reason --pool --rules --record --published --picture --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--seed')
        return
        ;;
    '--commit')
        __nabor_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    '--seed-source')
        return
        ;;
    '--seed-time')
        return
        ;;
    '--minutes')
        return
        ;;
    '--receipts')
        return
        ;;
    '--reason')
        return
        ;;
    '--pool')
        __nabor_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    '--rules')
        __nabor_add_completions -o plusdirs -fX '!*.@(yaml)'
        return
        ;;
    '--record')
        return
        ;;
    '--published')
        return
        ;;
    '--picture')
        __nabor_add_completions -o plusdirs -fX '!*.@(svg)'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_verify() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--pool --receipt --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--pool')
        return
        ;;
    '--receipt')
        return
        ;;
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __nabor_add_completions -o plusdirs -fX '!*.@(json)'
        return
        ;;
    esac
}

_nabor_choose() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --reason --as --workspace --language)
    __nabor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--reason')
        return
        ;;
    '--as')
        __nabor_add_completions -W 'guaranteed'$'\n''guest'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_announce() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_offer() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __nabor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    accept|decline|expire)
        # Offer subcommand argument completions
        "_nabor_offer_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'accept decline expire' -- "${cur}"))
        ;;
    esac
}

_nabor_offer_accept() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_offer_decline() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_offer_expire() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_withdraw() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--activity --reason --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--activity')
        return
        ;;
    '--reason')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_attend() {
    repeating_flags=()
    non_repeating_flags=(--absent --excused --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--session --csv --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--session')
        return
        ;;
    '--csv')
        __nabor_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_pay() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--amount --date --activity --csv --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--amount')
        return
        ;;
    '--date')
        return
        ;;
    '--activity')
        return
        ;;
    '--csv')
        __nabor_add_completions -o plusdirs -fX '!*.@(csv)'
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_documents() {
    repeating_flags=()
    non_repeating_flags=(--pdf --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--kind --activity --session --status --code --document-language --purpose --recipient --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __nabor_add_completions -W 'receipt'$'\n''incomplete'$'\n''qualified'$'\n''invitation'$'\n''visa'$'\n''waitlist'$'\n''refusal'$'\n''ranking'$'\n''quotas'$'\n''protocol'$'\n''attendance'$'\n''certificate'$'\n''declaration'$'\n''image-consent'$'\n''guardian-consent'$'\n''participants'$'\n''clause'$'\n''grant'$'\n''agreement'$'\n''counselling'
        return
        ;;
    '--activity')
        return
        ;;
    '--session')
        return
        ;;
    '--status')
        __nabor_add_completions -W 'applied'$'\n''offered'$'\n''confirmed'$'\n''waitlisted'$'\n''rejected'$'\n''expired'$'\n''withdrawn'$'\n''cancelled'
        return
        ;;
    '--code')
        return
        ;;
    '--document-language')
        __nabor_add_completions -W 'pl'$'\n''en'$'\n''uk'$'\n''ru'$'\n''be'
        return
        ;;
    '--purpose')
        return
        ;;
    '--recipient')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_render() {
    repeating_flags=()
    non_repeating_flags=(--book --pdf --compat --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--data --output -o --name --undefined --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--data')
        return
        ;;
    '--output'|'-o')
        return
        ;;
    '--name')
        return
        ;;
    '--undefined')
        __nabor_add_completions -W 'error'$'\n''empty'$'\n''keep'$'\n''mark'
        return
        ;;
    '--language')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __nabor_add_completions -o plusdirs -fX '!*.@(docx)'
        return
        ;;
    esac
}

_nabor_export() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--format --columns --output -o --status --activity --purpose --recipient --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __nabor_add_completions -W 'csv'$'\n''xlsx'$'\n''json'
        return
        ;;
    '--columns')
        return
        ;;
    '--output'|'-o')
        return
        ;;
    '--status')
        return
        ;;
    '--activity')
        return
        ;;
    '--purpose')
        return
        ;;
    '--recipient')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_indicators() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_send() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--to --workspace --language)
    __nabor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--to')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_journal() {
    repeating_flags=()
    non_repeating_flags=(--json --version -h --help)
    repeating_options=()
    non_repeating_options=(--limit --workspace --language)
    __nabor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--limit')
        return
        ;;
    '--workspace')
        return
        ;;
    '--language')
        return
        ;;
    esac
}

_nabor_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __nabor_offer_flags_options -1
}

complete -o filenames -F _nabor nabor
