"""The command reference as Markdown, in two languages."""

import usage

WORDS = {
    "en": {
        "title": "Commands",
        "note": "Made from the program by `make docs`; do not edit. Polish: [cli.pl.md](cli.pl.md).",
        "common": "Options of every command",
        "exit": "Exit codes",
        "environment": "Environment",
        "also": "Also",
        "default": "Default",
        "code": "code",
        "variable": "variable",
        "argument": "argument",
        "meaning": "meaning",
        "help": "Show help information.",
        "version": "Show the version.",
    },
    "pl": {
        "title": "Polecenia",
        "note": "Powstaje z programu przez `make docs`; nie poprawiaj ręcznie. Po angielsku: [cli.md](cli.md).",
        "common": "Opcje wspólne",
        "exit": "Kody wyjścia",
        "environment": "Zmienne środowiskowe",
        "also": "Także",
        "default": "Domyślnie",
        "code": "kod",
        "variable": "zmienna",
        "argument": "argument",
        "meaning": "znaczenie",
        "help": "Pokazuje pomoc.",
        "version": "Pokazuje wersję.",
    },
}

EXIT_CODES = {
    "en": [
        (0, "done"),
        (2, "done, but at least one item needs a person: damaged, refused or doubtful"),
        (1, "the command itself could not be carried out"),
        (64, "wrong usage"),
    ],
    "pl": [
        (0, "zrobione"),
        (2, "zrobione, ale coś czeka na człowieka: uszkodzone, odrzucone albo wątpliwe"),
        (1, "nie udało się wykonać polecenia"),
        (64, "błędne wywołanie"),
    ],
}

ENVIRONMENT = {
    "en": [
        ("NABOR_LANGUAGE", "Language of messages, `pl` or `en`; `--language` rules over it."),
        ("NABOR_OPERATOR", "Who works, for the journal; the name of the account when unset."),
        ("NABOR_NOW", "Fixes the clock of a command, as ISO 8601. For demonstrations and tests."),
        ("NABOR_SHARE", "Folder with `samples/` and `templates/`; otherwise found beside the program."),
        ("NABOR_READER", "Path of `nabor-reader`; otherwise beside the program."),
    ],
    "pl": [
        ("NABOR_LANGUAGE", "Język komunikatów, `pl` albo `en`; `--language` ma pierwszeństwo."),
        ("NABOR_OPERATOR", "Kto pracuje, do dziennika; bez niej nazwa konta."),
        ("NABOR_NOW", "Ustala zegar polecenia, ISO 8601. Do pokazów i testów."),
        ("NABOR_SHARE", "Folder z `samples/` i `templates/`; inaczej szukany obok programu."),
        ("NABOR_READER", "Ścieżka `nabor-reader`; inaczej obok programu."),
    ],
}


def page(command, language, common):
    words = WORDS[language]
    lines = [f"# {words['title']}", "", command["abstract"], "", words["note"], ""]
    groups = usage.commands(command)
    lines += overview(groups)
    lines += common_options(groups, command, words, common)
    lines += table([words["code"], words["meaning"]], EXIT_CODES[language], "## " + words["exit"])
    rows = [(f"`{name}`", text) for name, text in ENVIRONMENT[language]]
    lines += table([words["variable"], words["meaning"]], rows, "## " + words["environment"])
    for title, members in groups:
        lines += [f"## {title}", ""]
        for path, member in members:
            lines += section(path, member, words, common)
    return "\n".join(lines).rstrip() + "\n"


def overview(groups):
    lines = []
    for title, members in groups:
        links = [f"[`{path.removeprefix('nabor ')}`](#{path.replace(' ', '-')})" for path, _ in members]
        lines.append(f"- **{title}**: {' · '.join(links)}")
    return lines + [""]


def common_options(groups, command, words, common):
    found = {}
    for member in [command] + [member for _, members in groups for _, member in members]:
        for argument in member.get("arguments", []):
            found.setdefault(usage.key(argument), argument)
    rows = []
    for name in common:
        if name in found:
            text = words.get(name) or usage.meaning(found[name], words["default"])
            rows.append((code(found[name]), text))
    return table([words["argument"], words["meaning"]], rows, "## " + words["common"])


def section(path, command, words, common):
    lines = [f"### {path}", "", command["abstract"], ""]
    if command.get("discussion"):
        lines += [command["discussion"].strip(), ""]
    lines += ["```text", usage.line(path, command, common), "```", ""]
    rows = [(code(argument), usage.meaning(argument, words["default"])) for argument in usage.shown(command, common)]
    lines += table([words["argument"], words["meaning"]], rows)
    also = usage.shared(command, common)
    if also:
        lines += [words["also"] + ": " + ", ".join(f"`--{name}`" for name in also) + ".", ""]
    return lines


def code(argument):
    if argument["kind"] == "positional":
        return f"`{usage.value(argument)}`"
    return "`" + " ".join(filter(None, [usage.names(argument), usage.value(argument)])) + "`"


def table(heads, rows, title=None):
    if not rows:
        return []
    lines = [title, ""] if title else []
    lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return lines + [""]
