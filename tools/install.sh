#!/bin/sh
# Make the virtual environment DIR and install the package with its development tools into it.
# usage: tools/install.sh DIR [EXTRA]
# EXTRA is the set of optional libraries of pyproject.toml: `dev` when left out, `slow` for the slow tests and the docs.
#
# uv is used where present; plain venv and pip otherwise. Running it again over an environment that works is cheap and harmless.
set -eu

dir=$1
extra=${2:-dev}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
enough='import sys; sys.exit(sys.version_info < (3, 11))'

say() {
    printf 'install: %s\n' "$*" >&2
}

works() {
    "$1" -c "$enough" >/dev/null 2>&1
}

if command -v uv >/dev/null 2>&1; then
    if ! works "$dir/bin/python"; then
        rm -rf "$dir"
        uv venv --quiet --python '>=3.11' "$dir"
    fi
    say "installing into $dir, with the tools that EXTRA=$extra needs (about 1 GB)"
    uv pip install --quiet --compile-bytecode --python "$dir/bin/python" --editable "$root[$extra]"
    exit 0
fi

if ! works "$dir/bin/python" || ! "$dir/bin/python" -m pip --version >/dev/null 2>&1; then
    base=
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if works "$candidate"; then
            base=$candidate
            break
        fi
    done
    if [ -z "$base" ]; then
        say "Python 3.11 or newer is needed and none was found. Install it (Debian, Ubuntu: apt install python3 python3-venv)"
        say "or name it: make install BASE_PYTHON=/path/to/python3. With uv (https://docs.astral.sh/uv/) no Python is needed."
        exit 1
    fi
    if ! "$base" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        say "$base cannot make virtual environments (its modules venv or ensurepip are missing)."
        say "Debian and Ubuntu keep them in a package of their own: apt install python3-venv. Or install uv (https://docs.astral.sh/uv/)."
        exit 1
    fi
    rm -rf "$dir"
    "$base" -m venv "$dir"
fi

say "installing into $dir, with the tools that EXTRA=$extra needs (about 1 GB, some minutes)"
PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 "$dir/bin/python" -m pip install --quiet --editable "$root[$extra]"
