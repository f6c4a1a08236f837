#!/usr/bin/env python3
"""Writes the command reference, the man page and the shell completions out of the built program.

    scripts/docs/cli.py .build/release/nabor docs            writes the files
    scripts/docs/cli.py .build/release/nabor docs --check    compares; exit 1 names each file that differs

The program describes itself (`--experimental-dump-help`, `--generate-completion-script`), so that the reference says
what the code does. The same program gives the same bytes. Standard library only.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import manpage
import markdown

# Shown once instead of at every command.
COMMON = ("workspace", "json", "language", "version", "help")


def run(program, language, *arguments):
    """What the program prints when it speaks this language, whatever the surroundings."""
    environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "COLUMNS": "100", "NABOR_LANGUAGE": language}
    done = subprocess.run([program, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{program} {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode()


def describe(program, language):
    """The tree of commands, with the groups of the help text, which the dump leaves out."""
    tool = json.loads(run(program, language, "--experimental-dump-help"))
    if tool["serializationVersion"] != 0:
        sys.exit(f"Unknown version of the dumped help: {tool['serializationVersion']}")
    command = tool["command"]
    command["groups"] = groups(run(program, language, "--help"))
    command["subcommands"] = [child for child in command["subcommands"] if child["commandName"] != "help"]
    check_groups(command)
    return command


def groups(help_text):
    """[(title, [command, …])] in the order of the help text."""
    found, names = [], None
    for line in help_text.splitlines():
        title = re.fullmatch(r"(?:POLECENIA – (.+)|(.+) SUBCOMMANDS):", line)
        if title:
            names = []
            found.append(((title[1] or title[2]).capitalize(), names))
        elif names is not None and line.startswith("  ") and not line.startswith("   "):
            names.append(line.split()[0])
        elif not line.startswith(" "):
            names = None
    return found


def check_groups(command):
    grouped = [name for _, names in command["groups"] for name in names]
    known = [child["commandName"] for child in command["subcommands"]]
    if grouped != known:
        sys.exit(f"The groups of the help text and its commands differ: {grouped} and {known}")


def files(program):
    """Every generated file by its path below the documentation folder."""
    english, polish = describe(program, "en"), describe(program, "pl")
    result = {
        "cli.md": markdown.page(english, "en", COMMON),
        "cli.pl.md": markdown.page(polish, "pl", COMMON),
        "nabor.1": manpage.page(english, run(program, "en", "--version").strip(), COMMON),
    }
    for shell, name in (("bash", "nabor.bash"), ("zsh", "_nabor"), ("fish", "nabor.fish")):
        result[f"completions/{name}"] = run(program, "en", "--generate-completion-script", shell)
    return result


def compare(folder, wanted):
    """Names of the files that differ from what the program says."""
    stale = []
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            stale.append(path)
    return stale


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the built nabor")
    parser.add_argument("folder", type=Path, help="the documentation folder")
    parser.add_argument("--check", action="store_true", help="only compare, exit 1 when something differs")
    options = parser.parse_args()
    wanted = files(os.path.abspath(options.program))
    if options.check:
        stale = compare(options.folder, wanted)
        for path in stale:
            print(f"{path} does not say what the program does. Run: make docs", file=sys.stderr)
        sys.exit(1 if stale else 0)
    for name, text in wanted.items():
        path = options.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    print(f"{len(wanted)} files written to {options.folder}")


if __name__ == "__main__":
    main()
