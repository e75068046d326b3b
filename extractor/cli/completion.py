"""``un-agenda completion``: what makes a shell complete verbs and options, made from the parser itself."""

from __future__ import annotations

import argparse
from typing import NamedTuple

from extractor.errors import ExitCode

__all__ = ["add_parser", "run"]

_EPILOG = """\
examples:
  un-agenda completion bash
  un-agenda completion zsh
  un-agenda completion fish

bash: write 'source <(un-agenda completion bash)' into ~/.bashrc. zsh: keep the output as a file _un-agenda in a folder
of fpath. fish: keep it as ~/.config/fish/completions/un-agenda.fish.
"""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the verb's arguments."""
    parser = subparsers.add_parser(
        "completion",
        help="print what makes a shell complete verbs and options",
        description="Print the script that lets a shell complete the verbs and options of un-agenda.",
        epilog=_EPILOG,
    )
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell")


def run(args: argparse.Namespace) -> int:
    """Print the script of ``args.shell``."""
    from extractor.cli import build_parser
    from extractor.writing import write

    write(_SCRIPTS[args.shell](_described(build_parser())), None)
    return ExitCode.DONE


class _Option(NamedTuple):
    """An option: its names, what it is for, and what may stand behind it (None: nothing, empty: anything)."""

    names: tuple[str, ...]
    purpose: str
    values: tuple[str, ...] | None


class _Verb(NamedTuple):
    """A verb, what it is for, its options, and the values of its arguments where they are a choice."""

    name: str
    purpose: str
    options: tuple[_Option, ...]
    values: tuple[str, ...]


def _described(parser: argparse.ArgumentParser) -> list[_Verb]:
    """The command itself, with an empty name, and its verbs."""
    (verbs,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    found = [_Verb("", "", _options(parser), ())]
    for shown in verbs._choices_actions:
        verb = verbs.choices[shown.dest]
        values = tuple(
            str(value) for action in verb._actions if not action.option_strings for value in action.choices or ()
        )
        found.append(_Verb(shown.dest, shown.help or "", _options(verb), values))
    return found


def _options(parser: argparse.ArgumentParser) -> tuple[_Option, ...]:
    return tuple(
        _Option(
            tuple(action.option_strings),
            _first_words((action.help or "") % {**vars(action), "prog": parser.prog}),
            None if action.nargs == 0 else tuple(map(str, action.choices or ())),
        )
        for action in parser._actions
        if action.option_strings and action.help != argparse.SUPPRESS
    )


def _first_words(text: str) -> str:
    """The beginning of a help text: lists of completions have little room."""
    return text.split(";")[0].split(" (")[0]


def _bash(verbs: list[_Verb]) -> str:
    names = " ".join(verb.name for verb in verbs if verb.name)
    return f"""\
# bash completion of un-agenda
_un_agenda() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" verb="" words="" word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "$word" in -*) ;; *) verb="$word"; break ;; esac
    done
    case "$verb" in
{"".join(_bash_verb(verb, names) for verb in verbs)}    esac
    COMPREPLY=()
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
}}
complete -o bashdefault -o default -F _un_agenda un-agenda
"""


def _bash_verb(verb: _Verb, names: str) -> str:
    options = " ".join(name for option in verb.options for name in option.names)
    words = " ".join([options, *verb.values] if verb.name else [options, names])
    lines = [f'    "{verb.name}")', f'        words="{words}"']
    taking = [option for option in verb.options if option.values is not None]
    if taking:
        lines.append('        case "$previous" in')
        lines += [f'        {"|".join(one.names)}) words="{" ".join(one.values or ())}" ;;' for one in taking]
        lines.append("        esac")
    return "\n".join([*lines, "        ;;", ""])


def _zsh(verbs: list[_Verb]) -> str:
    described = " ".join(_zsh_pair(verb.name, verb.purpose) for verb in verbs if verb.name)
    return f"""\
#compdef un-agenda
_un_agenda() {{
    local -a verbs options values
    verbs=({described})
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe verb verbs
        return
    fi
    case $words[2] in
{"".join(map(_zsh_verb, verbs[1:]))}    *) options=({" ".join(_zsh_options(verbs[0]))}) ;;
    esac
    if (( $#values )); then
        compadd -a values
    elif [[ $words[CURRENT] == -* ]]; then
        _describe option options
    else
        _files
    fi
}}
if [[ $funcstack[1] == _un_agenda || $funcstack[1] == _un-agenda ]]; then
    _un_agenda "$@"
else
    compdef _un_agenda un-agenda
fi
"""


def _zsh_verb(verb: _Verb) -> str:
    lines = [f"    {verb.name})", f"        options=({' '.join(_zsh_options(verb))})"]
    if verb.values:
        lines.append(f"        values=({' '.join(verb.values)})")
    choices = [option for option in verb.options if option.values]
    if choices:
        lines.append("        case $words[CURRENT-1] in")
        lines += [f"        {'|'.join(one.names)}) values=({' '.join(one.values or ())}) ;;" for one in choices]
        lines.append("        esac")
    return "\n".join([*lines, "        ;;", ""])


def _zsh_options(verb: _Verb) -> list[str]:
    return [_zsh_pair(name, option.purpose) for option in verb.options for name in option.names]


def _zsh_pair(name: str, purpose: str) -> str:
    text = f"{name}:{purpose}".replace("'", "'\\''")
    return f"'{text}'"


def _fish(verbs: list[_Verb]) -> str:
    lines = ["# fish completion of un-agenda"]
    for verb in verbs:
        if verb.name:
            lines.append(f"{_FISH} -n __fish_use_subcommand -f -a {verb.name} -d {_fish_text(verb.purpose)}")
        when = f"'__fish_seen_subcommand_from {verb.name}'" if verb.name else "__fish_use_subcommand"
        if verb.values:
            lines.append(f"{_FISH} -n {when} -f -a {_fish_text(' '.join(verb.values))}")
        for option in verb.options:
            names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
            taken = "" if option.values is None else " -r"
            if option.values:
                taken = f" -x -a {_fish_text(' '.join(option.values))}"
            lines.append(f"{_FISH} -n {when} {' '.join(names)}{taken} -d {_fish_text(option.purpose)}")
    return "\n".join(lines) + "\n"


_FISH = "complete -c un-agenda"


def _fish_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
