"""What the reference and the man page share: names, usage lines, values of arguments."""


def spelled(name):
    return ("--" if name["kind"] == "long" else "-") + name["name"]


def names(argument):
    """`-o, --output`, short names first."""
    return ", ".join(sorted((spelled(name) for name in argument["names"]), key=len))


def value(argument):
    """`<file>`, or nothing for a flag; of positional arguments the name alone."""
    if argument["kind"] == "flag":
        return ""
    return "<" + argument.get("valueName", "value") + ">" + ("…" if argument.get("isRepeating") else "")


def shown(command, common):
    """A command's own arguments, those left out that every command has."""
    return [
        argument
        for argument in command.get("arguments", [])
        if argument.get("shouldDisplay", True) and not is_common(argument, common)
    ]


def is_common(argument, common):
    """An option that is called like a common one and means something of its own (a form's language) is shown."""
    return key(argument) in common and (key(argument) != "language" or argument.get("valueName") == "pl|en")


def shared(command, common):
    """Which of the common arguments this command has, in their order."""
    known = {key(argument) for argument in command.get("arguments", []) if is_common(argument, common)}
    return [name for name in common if name in known and name not in ("help", "version")]


def key(argument):
    return argument.get("preferredName", {}).get("name", "")


def line(path, command, common):
    """`nabor score [<entries>…] [--assessor <name>]`, without the common arguments."""
    if command.get("subcommands"):
        return f"{path} <{'|'.join(child['commandName'] for child in command['subcommands'])}>"
    return " ".join([path] + [piece(argument) for argument in shown(command, common)])


def piece(argument):
    if argument["kind"] == "positional":
        text = value(argument)
    else:
        text = " ".join(filter(None, [spelled(argument["preferredName"]), value(argument)]))
    return f"[{text}]" if argument.get("isOptional") else text


def meaning(argument, default_word):
    """The sentence of an argument, its values and its default."""
    text = argument.get("abstract", "")
    values = argument.get("allValues") or argument.get("allValueStrings") or []
    # A text that names several values has said which; one that names none leaves it to the list.
    if sum(one in text for one in values) < 2 and values:
        text = (text + " " if text else "") + ", ".join(values) + "."
    default = argument.get("defaultValue")
    return text + (f" {default_word}: {default}." if default else "")


def commands(command):
    """[(title, [(path, command), …])], the commands of commands following their parent."""
    by_name = {child["commandName"]: child for child in command["subcommands"]}
    result = []
    for title, members in command["groups"]:
        found = []
        for name in members:
            found.append((f"nabor {name}", by_name[name]))
            for child in by_name[name].get("subcommands", []):
                found.append((f"nabor {name} {child['commandName']}", child))
        result.append((title, found))
    return result
