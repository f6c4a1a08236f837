function __nabor_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __nabor_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __nabor_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __nabor_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __nabor_parse_tokens -S
    set -l unparsed_tokens (__nabor_tokens -pc)
    switch $unparsed_tokens[1]
    case 'nabor'
        __nabor_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'demo'
            __nabor_parse_subcommand 0 'dir=' 'json' 'language=' 'version' 'h/help'
        case 'init'
            __nabor_parse_subcommand 1 'json' 'language=' 'version' 'h/help'
        case 'check'
            __nabor_parse_subcommand -r 1 'event=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'read'
            __nabor_parse_subcommand 1 'json' 'language=' 'version' 'h/help'
        case 'extract'
            __nabor_parse_subcommand -r 1 'event=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'intake'
            __nabor_parse_subcommand -r 1 'event=' 'channel=' 'received=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'enter'
            __nabor_parse_subcommand -r 2 'form=' 'channel=' 'received=' 'applicant-language=' 'source=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'list'
            __nabor_parse_subcommand 1 'limit=' 'offset=' 'state=+' 'activity=' 'channel=' 'search=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'show'
            __nabor_parse_subcommand 1 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'edit'
            __nabor_parse_subcommand -r 2 'confirm=+' 'reason=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'review'
            __nabor_parse_subcommand 1 'limit=' 'assign=+' 'dismiss=+' 'reason=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'merge'
            __nabor_parse_subcommand 2 'reason=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'separate'
            __nabor_parse_subcommand 2 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'score'
            __nabor_parse_subcommand -r 1 'assessor=' 'csv=' 'conflict' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'select'
            __nabor_parse_subcommand 1 'activity=' 'seed=' 'dry-run' 'discard' 'reason=' 'pool=' 'rules=' 'record=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'verify'
            __nabor_parse_subcommand 1 'pool=' 'json' 'language=' 'version' 'h/help'
        case 'choose'
            __nabor_parse_subcommand -r 1 'activity=' 'reason=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'announce'
            __nabor_parse_subcommand 1 'activity=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'offer'
            __nabor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'accept'
                __nabor_parse_subcommand 1 'activity=' 'workspace=' 'json' 'language=' 'version' 'h/help'
            case 'decline'
                __nabor_parse_subcommand 1 'activity=' 'workspace=' 'json' 'language=' 'version' 'h/help'
            end
        case 'withdraw'
            __nabor_parse_subcommand 1 'activity=' 'reason=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'attend'
            __nabor_parse_subcommand 1 'session=' 'absent' 'excused' 'csv=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'pay'
            __nabor_parse_subcommand 1 'amount=' 'date=' 'activity=' 'csv=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'documents'
            __nabor_parse_subcommand 1 'kind=' 'activity=' 'session=' 'status=' 'code=' 'document-language=' 'pdf' 'purpose=' 'recipient=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'render'
            __nabor_parse_subcommand 1 'data=' 'o/output=' 'book' 'name=' 'undefined=' 'compat' 'json' 'language=' 'version' 'h/help'
        case 'export'
            __nabor_parse_subcommand 1 'format=' 'columns=' 'o/output=' 'status=' 'activity=' 'purpose=' 'recipient=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'indicators'
            __nabor_parse_subcommand 1 'o/output=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'send'
            __nabor_parse_subcommand 0 'to=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'journal'
            __nabor_parse_subcommand 1 'limit=' 'workspace=' 'json' 'language=' 'version' 'h/help'
        case 'help'
            __nabor_parse_subcommand -r 1 'version'
        end
    end
end

function __nabor_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __nabor_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __nabor_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __nabor_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__nabor_tokens -p)
    if test -z "$(__nabor_tokens -t)"
        set -l index (count (__nabor_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'nabor' -f
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'demo' -d 'Shows the whole way on five sample events.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'init' -d 'Makes a new workspace.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'check' -d 'Checks event files, rules and templates; every fault with its place.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'read' -d 'Shows what stands in a file, without an event.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'extract' -d 'Takes the answers out of forms, without a workspace.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'intake' -d 'Takes registrations from files, folders and mailboxes into the registry.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'enter' -d 'Enters a registration from a call or the desk.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'list' -d 'Shows registrations in Polish order of names.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'show' -d 'Shows one registration with the evidence of its answers.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'edit' -d 'Corrects or confirms answers.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'review' -d 'Shows what waits for a person, the most doubtful first.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'merge' -d 'Merges two registrations of one person; the first stays.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'separate' -d 'States that two registrations are two people.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'score' -d 'Records an assessor\'s points.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'select' -d 'Runs the selection; the outcome waits to be announced.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'verify' -d 'Repeats a run from its record and compares.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'choose' -d 'Chooses people directly, with a reason; quota counters show at once.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'announce' -d 'Announces a run; letters go to the outbox.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'offer' -d 'Records the answer to an offered place.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'withdraw' -d 'Records a resignation; the next suitable person gets the place.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'attend' -d 'Records attendance.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'pay' -d 'Records payments.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'documents' -d 'Writes letters and lists as Word documents.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'render' -d 'Fills a Word template with data; the engine alone, without a workspace.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'export' -d 'Writes a list as CSV, XLSX or JSON.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'indicators' -d 'Counts the indicators of each project.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'send' -d 'Writes the outbox as .eml files.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'journal' -d 'Shows who did what and why; “verify” checks the chain.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor demo" dir' -l 'dir' -d 'Folder in which it is made.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor demo" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor demo" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor demo" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor demo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor init" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor init" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor init" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor check" -ge 1' -F
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" event' -l 'event' -d 'Event a template belongs to.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor read" -eq 1' -F
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor read" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor read" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor read" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor read" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor extract" -ge 1' -F
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" event' -l 'event' -d 'Event: slug or YAML file.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor extract" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor intake" -ge 1' -F
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" event' -l 'event' -d 'Event, when it is known.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" channel' -l 'channel' -d 'Channel: web, mail, paper, phone.' -rfka 'web mail paper phone nomination'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" received' -l 'received' -d 'Time of receipt for files that do not carry one.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor intake" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" form' -l 'form' -d 'Form, when there are several.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" channel' -l 'channel' -d 'Channel: phone or paper.' -rfka 'web mail paper phone nomination'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" received' -l 'received' -d 'End of the call or stamp on the paper; else now.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" applicant-language' -l 'applicant-language' -d 'Language of the person: pl, uk, ru, en, be.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" source' -l 'source' -d 'Number of the file in “nabor review” you type from.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor enter" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" limit' -l 'limit' -d 'At most so many rows.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" offset' -l 'offset' -d 'Skips so many rows.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list"' -l 'state' -d 'State of registration or participation: submitted, needsReview, incomplete, confirmed, waitlisted…' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" channel' -l 'channel' -d 'Channel.' -rfka 'web mail paper phone nomination'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" search' -l 'search' -d 'Searches name, code, address, phone.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor show" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor show" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor show" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor show" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit"' -l 'confirm' -d 'Fields looked at and right; “*” the whole form.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" reason' -l 'reason' -d 'Reason, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor edit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" limit' -l 'limit' -d 'At most so many items.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review"' -l 'assign' -d 'Gives a file to an event and reads it again: NUMBER=EVENT.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review"' -l 'dismiss' -d 'The file is no registration: takes it off the list.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" reason' -l 'reason' -d 'Reason, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" reason' -l 'reason' -d 'Reason, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor separate" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor separate" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor separate" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor separate" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor separate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" assessor' -l 'assessor' -d 'Who assesses.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" csv' -l 'csv' -d 'CSV file with columns code, criterion, points, assessor.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" conflict' -l 'conflict' -d 'Conflict of interest: the points do not count.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor score" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" activity' -l 'activity' -d 'Activity; all when left out.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" seed' -l 'seed' -d 'Seed of the draw.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" dry-run' -l 'dry-run' -d 'Only shows, stores nothing.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" discard' -l 'discard' -d 'Discards the pending run; its places are free again.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" reason' -l 'reason' -d 'Reason, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" pool' -l 'pool' -d 'Pool as CSV.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" rules' -l 'rules' -d 'Rules as YAML.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'yaml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" record' -l 'record' -d 'File of the record, for nabor verify.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor select" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor verify" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'json\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor verify" pool' -l 'pool' -d 'Pool as CSV, to compare with.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor verify" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor verify" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor verify" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" reason' -l 'reason' -d 'Reason of the choice; required.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor choose" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" activity' -l 'activity' -d 'Activity; all when left out.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor announce" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor offer" -eq 1' -fa 'accept' -d 'The person takes the place.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor offer" -eq 1' -fa 'decline' -d 'The person declines; the next one gets the place.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer accept" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor offer decline" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" activity' -l 'activity' -d 'Only from this activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" reason' -l 'reason' -d 'Reason, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor withdraw" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" session' -l 'session' -d 'Session.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" absent' -l 'absent' -d 'Absence.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" excused' -l 'excused' -d 'Excused absence.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" csv' -l 'csv' -d 'CSV file with columns code, session, present.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor attend" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" amount' -l 'amount' -d 'Amount, such as 200 or 99.50.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" date' -l 'date' -d 'Day of the payment, YYYY-MM-DD.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" activity' -l 'activity' -d 'Activity, when several charge a fee.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" csv' -l 'csv' -d 'CSV file with columns code, amount, date.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'csv\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor pay" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" kind' -l 'kind' -d 'receipt, incomplete, qualified, invitation, visa, waitlist, refusal, ranking, protocol, attendance, certificate, declaration, image-consent, guardian-consent, participants, clause, grant, agreement, counselling.' -rfka 'receipt incomplete qualified invitation visa waitlist refusal ranking protocol attendance certificate declaration image-consent guardian-consent participants clause grant agreement counselling'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" session' -l 'session' -d 'Session.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" status' -l 'status' -d 'State of participation.' -rfka 'applied offered confirmed waitlisted rejected expired withdrawn cancelled'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" code' -l 'code' -d 'Only this registration.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" document-language' -l 'document-language' -d 'Language of the documents: pl, en, uk, ru, be.' -rfka 'pl en uk ru be'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" pdf' -l 'pdf' -d 'As PDF, too (by LibreOffice).'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" purpose' -l 'purpose' -d 'Purpose of a list, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" recipient' -l 'recipient' -d 'Recipient of a list, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor documents" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_positional "nabor render" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'docx\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" data' -l 'data' -d 'Data: .json (object or array) or .jsonl.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" o output' -l 'output' -s 'o' -d 'A .docx or .zip file, or a folder.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" book' -l 'book' -d 'One document with a section a record.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" name' -l 'name' -d 'Pattern of file names, such as {number}-{person.name}.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" undefined' -l 'undefined' -d 'Missing values: error, empty, keep, mark.' -rfka 'error empty keep mark'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" compat' -l 'compat' -d 'Prints and treats undefined values as docxtpl does.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor render" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" format' -l 'format' -d 'csv, xlsx, json.' -rfka 'csv xlsx json'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" columns' -l 'columns' -d 'Keys of columns, by commas.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" o output' -l 'output' -s 'o' -d 'File; “-” standard output.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" status' -l 'status' -d 'Only this state.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" activity' -l 'activity' -d 'Activity.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" purpose' -l 'purpose' -d 'Purpose, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" recipient' -l 'recipient' -d 'Recipient, for the journal.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" o output' -l 'output' -s 'o' -d 'CSV or XLSX file.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor indicators" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" to' -l 'to' -d 'Folder for the messages.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor send" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" limit' -l 'limit' -d 'At most so many lines.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" workspace' -l 'workspace' -d 'Folder of the workspace.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" json' -l 'json' -d 'One JSON object a line.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" language' -l 'language' -d 'Language of messages: pl or en.' -rfka ''
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" version' -l 'version' -d 'Show the version.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor journal" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'nabor' -n '__nabor_should_offer_completions_for_flags_or_options "nabor help" version' -l 'version' -d 'Show the version.'
