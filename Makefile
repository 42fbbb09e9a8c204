# Second Look's commands; `make help` lists them.
# Each runs through `exec`, so that a signal to make's child is a signal to the program.
.DEFAULT_GOAL := help
.PHONY: help run demo test test-oldest soak-short soak check format environment environment-dev browser

RUN := exec .venv/bin/python

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 20

run: environment ## start everything on http://localhost:8000, or another PORT=
	@$(RUN) manage.py up

demo: environment ## the same with a sample account, which it prints
	@$(RUN) manage.py up --demo

test: environment-dev browser ## all tests but the long ones; ARGS= adds to pytest's arguments
	@$(RUN) -m pytest -n 2 --dist loadgroup $(ARGS)

test-oldest: environment-dev browser ## the same against PostgreSQL 15 in /usr/lib/postgresql/15
	@POSTGRESQL=/usr/lib/postgresql/15 $(RUN) -m pytest -n 2 --dist loadgroup $(ARGS)

soak-short: environment-dev browser ## the long fault and property tests, under 20 minutes
	@$(RUN) -m pytest -n 2 --dist loadgroup -m soak $(ARGS)

soak: environment-dev browser ## the same for as long as it takes
	@SOAK=long $(RUN) -m pytest -n 2 --dist loadgroup -m soak $(ARGS)

check: environment-dev ## linters, types, layers, templates, migrations, settings
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check .
	@.venv/bin/python -m mypy
	@.venv/bin/python -c 'from importlinter.cli import lint_imports_command as c; c()'
	@git -c 'safe.directory=*' ls-files -z 'templates/*.html' | xargs -0 -r .venv/bin/djade --check --target-version 5.2
	@.venv/bin/python -W 'ignore:Got an error checking:RuntimeWarning' manage.py makemigrations --check --dry-run
	@.venv/bin/python manage.py check --deploy --fail-level WARNING

format: environment-dev ## put code and templates in order
	@.venv/bin/python -m ruff check --fix-only --quiet .
	@.venv/bin/python -m ruff format .
	@git -c 'safe.directory=*' ls-files -z 'templates/*.html' | xargs -0 -r .venv/bin/djade --target-version 5.2

environment:
	@bin/environment requirements.txt

environment-dev:
	@bin/environment requirements-dev.txt

browser:
	@bin/browser
