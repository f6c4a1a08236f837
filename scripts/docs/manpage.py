"""The man page nabor(1), with the macros of man(7)."""

import markdown
import usage

FILES = [
    ("nabor.yaml", "Settings of the workspace: organiser, language, time zone, mail, keeping."),
    ("events/*.yaml", "The events, one file each."),
    ("templates/*.docx", "The organiser's own Word templates; the shipped ones serve where none is given."),
    ("nabor.sqlite", "The registry."),
    ("originals/", "Everything that arrived, unchanged, by SHA-256."),
    ("out/", "Generated documents and exports, by event."),
]


def page(command, version, common):
    out = [
        '.\\" Made from the program by make docs; do not edit.',
        f'.TH NABOR 1 "" "nabor {version}" "User Commands"',
        ".SH NAME",
        "nabor \\- " + escape(first_lower(command["abstract"]).rstrip(".")),
        ".SH SYNOPSIS",
        ".B nabor",
        ".I command",
        "[\\fIargument\\fR\\~.\\|.\\|.]",
        ".SH DESCRIPTION",
        escape(command["abstract"]),
    ]
    if command.get("discussion"):
        out += [".PP", escape(command["discussion"].strip())]
    out += [
        ".PP",
        "A command works in a workspace: the folder named by",
        ".BR \\-\\-workspace ,",
        "else the nearest folder upward that holds",
        ".IR nabor.yaml .",
    ]
    groups = usage.commands(command)
    out += common_options(groups, common)
    out.append(".SH COMMANDS")
    for title, members in groups:
        out.append(f'.SS "{escape(title)}"')
        for path, member in members:
            out += entry(path, member, common)
    out += definitions("EXIT STATUS", [(str(number), text) for number, text in markdown.EXIT_CODES["en"]])
    out += definitions("ENVIRONMENT", [(name, text.replace("`", "")) for name, text in markdown.ENVIRONMENT["en"]])
    out += definitions("FILES", FILES)
    out += [".SH SEE ALSO", "The organiser's guide", ".RI ( docs/guide.en.md ,", ".IR docs/guide.pl.md )"]
    out += ["and the reference of the event file", ".RI ( docs/event\\-file.md )."]
    return "\n".join(out) + "\n"


def common_options(groups, common):
    found = {}
    for _, members in groups:
        for _, member in members:
            for argument in member.get("arguments", []):
                found.setdefault(usage.key(argument), argument)
    rows = [(found[name], usage.meaning(found[name], "Default")) for name in common if name in found]
    out = [".SH OPTIONS", "Most commands know these."]
    for argument, text in rows:
        out += tagged(argument, text)
    return out


def entry(path, command, common):
    out = [".TP", f".B {escape(path)}"]
    pieces = [part for part in usage.line(path, command, common).split(" ")[len(path.split(" ")) :] if part]
    if pieces:
        out[-1] = f"\\fB{escape(path)}\\fR {escape(' '.join(pieces))}"
    out.append(escape(command["abstract"]))
    if command.get("discussion"):
        out.append(escape(command["discussion"].strip()))
    arguments = usage.shown(command, common)
    if arguments:
        out.append(".RS")
        for argument in arguments:
            out += tagged(argument, usage.meaning(argument, "Default"))
        out.append(".RE")
    return out


def tagged(argument, text):
    head = "" if argument["kind"] == "positional" else f"\\fB{escape(usage.names(argument))}\\fR"
    value = usage.value(argument)
    tail = f"\\fI{escape(value)}\\fR" if value else ""
    return [".TP", " ".join(filter(None, [head, tail])), escape(text) or "\\&"]


def definitions(title, rows):
    out = [f".SH {title}"]
    for name, text in rows:
        out += [".TP", f".B {escape(name)}", escape(text[0].upper() + text[1:]).rstrip(".") + "."]
    return out


def first_lower(text):
    return text[:1].lower() + text[1:]


def escape(text):
    """Plain text as roff: backslashes and hyphens as themselves, no line that begins like a macro."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    for letter, name in {"…": "\\&.\\|.\\|.", "“": "\\(lq", "”": "\\(rq", "–": "\\(en", "’": "\\(cq"}.items():
        text = text.replace(letter, name)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join("\\&" + line if line[0] in ".'" else line for line in lines)
