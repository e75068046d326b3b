# Everything a newcomer needs: `make extract`, `make test`. Run with -s to see nothing but results.

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
STAMP := $(VENV)/.installed
BUILT_STAMP := $(VENV)/.built
SLOW_STAMP := $(VENV)/.installed-slow
DOCS_STAMP := $(VENV)/.installed-docs
# The Python that makes the environment; found by itself when empty.
BASE_PYTHON ?=
PDF ?= $(firstword $(sort $(wildcard samples/*.pdf)))

BASE ?= HEAD

.PHONY: help install extract test test-all test-slow lint lint-quick same rules selfcheck variations tables bench built schema pages pictures docs golden samples gate gate-raise clean

help:
	@echo 'make extract [PDF=file.pdf]  print the JSON of a sample, or of your PDF'
	@echo 'make test                    lint and the fast tests (about five minutes on two processors)'
	@echo 'make test-all                lint and all tests'
	@echo 'make same [BASE=commit]      whether the JSON of all papers is that of another commit (HEAD)'
	@echo 'make rules [RULE=blocks.]    how many papers change without each rule'
	@echo 'make selfcheck               whether the program knows where it is wrong'
	@echo 'make variations              whether fifty harmless changes of the samples leave their values as they are'
	@echo 'make tables [DIR=|TAGS=]     how well tables are read, beside pdfplumber'
	@echo 'make bench                   speed and memory beside other tools'
	@echo 'make docs                    the documentation as a site, in site/index.html'
	@echo 'make lint | built | schema | pages | samples | gate | gate-raise | install | clean'

install: $(STAMP)

# Messages go to standard error, so that `make -s extract` prints nothing but JSON on standard output.
$(STAMP): pyproject.toml tools/install.sh
	@PYTHON="$(BASE_PYTHON)" sh tools/install.sh $(VENV) 1>&2
	@touch $@

# What only the slow tests and the documentation need. Libraries that have no wheel for this machine are left out, and
# their tests are skipped by name; so is the browser where it cannot be installed.
$(SLOW_STAMP): $(STAMP) tools/packages.sh
	@sh tools/install.sh $(VENV) slow 1>&2 || echo 'install: not all slow extras could be installed; their tests will be skipped' >&2
	@sh tools/packages.sh 1>&2
	@touch $@

$(DOCS_STAMP): $(STAMP)
	@sh tools/install.sh $(VENV) docs 1>&2
	@touch $@

# The name goes through the environment and behind --, so that quotes, blanks and a leading dash stay part of it.
extract: export PAPER = $(PDF)
extract: $(STAMP)
	@$(BIN)/un-agenda extract -- "$$PAPER"

lint: lint-quick
	@$(LINT_LONG)

lint-quick: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/codespell

# Names, types and patterns take most of a minute: they are looked at while the tests run.
LINT_LONG := $(BIN)/vulture && $(PYTHON) -m tools.lint_regex && $(BIN)/mypy

# Tests run side by side, one worker a processor; what one worker has left another takes. Python may write its bytecode,
# whatever the environment says: each worker would work out the assertions of all tests in each run (6 s of 12).
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(PYTHON) -m pytest -n auto --dist worksteal

test: lint-quick $(BUILT_STAMP)
	@{ $(LINT_LONG); } & lint=$$!; $(PYTEST) -m "not slow"; tests=$$?; wait $$lint && exit $$tests

test-slow: $(SLOW_STAMP)
	@$(PYTEST) -m slow

test-all: lint-quick $(SLOW_STAMP) $(BUILT_STAMP)
	@{ $(LINT_LONG); } & lint=$$!; $(PYTEST) -m "slow or not slow"; tests=$$?; wait $$lint && exit $$tests

# A change that only moves code must pass this: byte-equal JSON of samples, generated agendas and ../shared.
same: $(STAMP)
	@$(PYTHON) -m tools.same --base $(BASE)

# How many papers come out otherwise without each rule (RULE: the beginning of its name); minutes.
rules: $(STAMP)
	@$(PYTHON) -m tools.rules $(RULE)

# Of what comes out worse without a rule or from harmed pages, how much a warning names; minutes (PART=8: one rule in 8).
PART ?= 1
selfcheck: $(STAMP)
	@$(PYTHON) -m tools.selfcheck --part $(PART)

# Every sample in other fonts, sizes, margins, orders of drawing, with stamps and watermarks; minutes (PART=8: one in 8).
variations: $(STAMP)
	@$(PYTHON) -m tools.variations --part $(PART)

# Tables against their known cells (DIR: a folder of NAME.pdf and NAME-str.xml), or against the tags of papers (TAGS: a
# folder of PDFs); the mean F1 is printed last.
tables: export TABLES_DIR = $(DIR)
tables: export TABLES_TAGS = $(TAGS)
tables: $(STAMP)
	@$(PYTHON) -m tools.tables $${TABLES_DIR:+--dir "$$TABLES_DIR"} $${TABLES_TAGS:+--tags "$$TABLES_TAGS"}

bench: $(STAMP)
	@$(PYTHON) -m benchmarks.bench
	@$(PYTHON) -m benchmarks.cold
	@$(PYTHON) -m benchmarks.grammar
	@$(PYTHON) -m benchmarks.growth
	@$(PYTHON) -m benchmarks.store
	@$(PYTHON) -m benchmarks.batch
	@$(PYTHON) -m benchmarks.scans

# What each process would work out anew (patterns, tables); the installation does it, and nothing breaks without it.
built: $(STAMP)
	@$(PYTHON) -m extractor.building samples/*.pdf
	@touch $(BUILT_STAMP)

# The same where code or word lists are newer: tests count calls, which an old file makes more. The bytecode comes with it,
# as an installed package has it: tests start hundreds of processes, and where Python may not write it each would compile.
$(BUILT_STAMP): $(STAMP) $(shell find extractor -name '*.py' -o -name '*.toml' 2>/dev/null)
	@$(PYTHON) -m extractor.building samples/*.pdf
	@$(PYTHON) -m compileall -q -j 0 extractor
	@touch $@

schema: $(STAMP)
	@$(BIN)/un-agenda schema -o schemas/agenda-1.1.schema.json

# The pages of docs/ that come from the code; after a change of a verb, field, error or form.
pages: $(STAMP)
	@$(PYTHON) -m tools.pages

# Boxes over a page of a sample, for docs/; after a change of what is drawn.
pictures: $(STAMP)
	@$(PYTHON) -m tools.pictures

# Needs no network once installed; any warning ends it. (The variable silences an advertisement of the theme's makers.)
docs: $(DOCS_STAMP)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo 'site/index.html'

golden: $(STAMP)
	@$(PYTHON) -m tools.golden

samples: $(STAMP)
	@$(PYTHON) -m tools.typeset samples

# The F1 reached now, beside the floors (GOLD=DIR: on the gold files of `un-agenda corrections export`); gate-raise lifts the floors to it, and never lowers one.
gate: $(STAMP)
	@$(PYTHON) -m tests.gate.measure $(if $(GOLD),--gold "$(GOLD)")

gate-raise: $(STAMP)
	@$(PYTHON) -m tests.gate.measure --raise

clean:
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build site
