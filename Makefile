# The commands that a newcomer needs: `make demo` and `make test`. Python ≥ 3.11 is enough.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python -m

.PHONY: demo play test fast check bench lock clean

demo: $(VENV)/.runtime
	$(RUN) bot demo

play: $(VENV)/.runtime
	$(RUN) bot demo --play --out $(or $(OUT),out)

test: $(VENV)/.dev
	$(RUN) pytest -n 2 -m "not slow and not browser"
	$(RUN) pytest -m "browser and not slow"
	$(RUN) pytest -m slow

fast: $(VENV)/.dev
	$(RUN) pytest -q -n 2 -m "not slow and not postgres and not browser and not office"

check: $(VENV)/.dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/deptry bot storage

bench: $(VENV)/.dev
	$(RUN) pytest -q -s tests/bench --override-ini python_files="*.py"

# Pinned with hashes and without addresses; needs uv.
lock:
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --group build -p 3.11 pyproject.toml -o requirements.lock
	uv pip compile -q --upgrade --universal --generate-hashes --no-header --group build --group dev -p 3.11 pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) out

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Referent needs Python 3.11 or newer; name it: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(RUN) pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runtime
