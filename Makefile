.DEFAULT_GOAL := help
.PHONY: help demo serve test without deep random browser firefox axe production pictures clients html wagtail8 guards pressure bench check check-code check-types format schema docs demo-reports messages release migrations requirements sbom audit clean

PYTHON ?= python3.11
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python manage.py
DEMO_SETTINGS := DJANGO_SETTINGS_MODULE=cms.settings.dev BASE_URL=http://127.0.0.1:$(PORT)
COMPILE := uv pip compile -q --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header
PIP := $(BIN)/pip install -q --disable-pip-version-check --no-compile --require-hashes -r
# uv installs in a tenth of pip's time; where it cannot reach the packages as pip can, pip installs them
UV := UV_HTTP_TIMEOUT=15 $(BIN)/uv pip install -q --python $(BIN)/python --link-mode copy --require-hashes -r

help: ## list the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/\1|\2/' | \
		awk -F'|' '{printf "  make %-14s %s\n", $$1, $$2}'

$(VENV)/production: requirements/installer.txt requirements/production.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Bilan needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PIP) requirements/installer.txt
	$(UV) requirements/production.txt 2>/dev/null || $(PIP) requirements/production.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/development: requirements/dev.txt $(VENV)/production
	$(UV) requirements/dev.txt 2>/dev/null || $(PIP) requirements/dev.txt
	@touch $@

$(VENV)/wagtail8: requirements/wagtail8.txt $(VENV)/development
	$(UV) requirements/wagtail8.txt --no-deps 2>/dev/null || $(PIP) requirements/wagtail8.txt --no-deps
	@! $(BIN)/pip check | grep -v '^bilan .* requirement wagtail' # what else does not suit
	@touch $@

var/static/.collected: .venv/production $(shell find cms reports -path "*/static/*" -type f 2>/dev/null)
	@$(DEMO_SETTINGS) $(RUN) collectstatic --noinput -v 0
	@touch $@

port-is-free: # granian would share it with another server
	@$$(command -v $(PYTHON) || echo python3) -c 'import socket, sys; sys.exit(not socket.socket().connect_ex(("127.0.0.1", $(PORT))) and "Something listens on port $(PORT) already: choose another one, as in make demo PORT=8001.")'

demo: port-is-free .venv/production var/static/.collected ## install, migrate, load two demo reports, serve (PORT=8000)
	@$(DEMO_SETTINGS) $(RUN) migrate -v 0
	@$(DEMO_SETTINGS) $(RUN) load_demo --port $(PORT)
	@$(MAKE) --no-print-directory serve

serve: port-is-free ## serve what is there with the production server (PORT=8000)
	@$(DEMO_SETTINGS) WEB_THREADS=$${WEB_THREADS:-8} MALLOC_ARENA_MAX=1 $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --http 1 --workers 1 \
		--blocking-threads $${WEB_THREADS:-8} --no-ws --respawn-failed-workers --log-level error cms.wsgi:application

# what `make test` runs: the suite, an app (APP) or a place (AT), in which nothing is left out
WHERE := $(if $(APP),$(or $(wildcard tests/reports/$(APP) tests/cms/$(APP) tests/$(APP)),$(error no tests of an app "$(APP)")),$(AT))
LEFT_OUT := not browser and not production and not validator$(if $(WHERE),, and not deep)$(if $(ONLY), and $(ONLY))
comma := ,
LEFT_OUT_APPS := $(subst $() $(),$(comma),$(strip $(WITHOUT)))
PYTEST := $(if $(WITHOUT),MIGRATED= APPS_LEFT_OUT=$(LEFT_OUT_APPS) )$(BIN)/python -m pytest -q -rfEs -n auto --dist worksteal

# the parts that changes since the last deep run call for, unless DEEP names others
CALLED = $(if $(filter undefined,$(origin DEEP)),$(shell $(BIN)/python -m tests.deep_parts),$(DEEP))

test: .venv/development ## run the suite, or APP=checks, AT=tests/docs, WITHOUT="exchange accounts" (DATABASE_URL and CACHE_URL move it to PostgreSQL and Redis)
	DEEP="$(CALLED)" $(PYTEST) $(if $(AT),,-m "$(LEFT_OUT)") $(WHERE)

without: .venv/development ## check a service that leaves apps out, each and all or WITHOUT="exchange accounts", and run the tests that feel it most
	@for apps in $(or $(LEFT_OUT_APPS),exchange accounts exchange$(comma)accounts); do \
		export DJANGO_SETTINGS_MODULE=cms.settings.test APPS_LEFT_OUT=$$apps MIGRATED=; \
		$(RUN) check --fail-level WARNING && $(RUN) makemigrations --check --dry-run -v 0 && \
		$(BIN)/python -m reports_graphql.schema | diff -u graphql/schema.graphql - && \
		$(BIN)/python -m pytest -q -rfEs -n auto tests/test_optional_apps.py tests/reports/test_left_out.py \
			tests/reports/demo tests/reports/checks/test_silences.py || exit 1; done

deep: .venv/development ## run the deep parts, all of them: see CONTRIBUTING.md (DATABASE_URL and CACHE_URL as for test)
	DEEP= $(PYTEST) -m "deep and not browser and not production and not validator"
	@$(MAKE) --no-print-directory browser ONLY=deep DEEP=
	@$(MAKE) --no-print-directory production
	@$(MAKE) --no-print-directory firefox
	@$(MAKE) --no-print-directory clients
	@$(MAKE) --no-print-directory html
	@$(MAKE) --no-print-directory wagtail8

random: .venv/development ## run the random tests with all of their examples (DATABASE_URL and CACHE_URL as for test)
	DEPTH=whole $(PYTEST) $(shell grep -rlE 'from tests.depth import' tests --include='test_*.py')

browser: .venv/development ## run the browser tests, or ONLY="not deep" (needs Debian's chromium)
	DEEP="$(CALLED)" DJANGO_ALLOW_ASYNC_UNSAFE=true $(BIN)/python -m pytest -q -rfEs -n 4 --dist worksteal \
		-m "browser$(if $(ONLY), and $(ONLY))" tests/browser

firefox: .venv/development ## run in Firefox what it may do otherwise than Chromium: typing, pasting, dragging (needs Debian's firefox-esr)
	BROWSER=firefox DJANGO_ALLOW_ASYNC_UNSAFE=true $(BIN)/python -m pytest -q -rfEs -n 4 --dist worksteal -m firefox tests/browser

axe: .venv/development ## look at every page in every theme, width and colour scheme
	AXE=whole DJANGO_ALLOW_ASYNC_UNSAFE=true $(BIN)/python -m pytest -q -m browser tests/browser/test_pages.py -k axe

production: .venv/development ## run two nodes behind nginx, and a slow database (needs PostgreSQL, Redis and nginx)
	$(BIN)/python -m pytest -q -rfEs -m production tests/production

pictures: .venv/development ## take the screenshots of docs/editeurs.md anew (needs Debian's chromium)
	SCREENSHOTS=docs/editeurs DJANGO_ALLOW_ASYNC_UNSAFE=true $(BIN)/python -m pytest -q -m browser tests/browser/test_walk.py -k with_a_mouse

node-is-there:
	@node -e 'process.exit(Number(parseInt(process.versions.node) < 20))' 2>/dev/null && npm --version >/dev/null 2>&1 || \
		{ echo "this needs Node.js 20 or newer, with npm: apt-get install nodejs npm"; exit 1; }

tests/clients/node_modules/.package-lock.json: tests/clients/package-lock.json | node-is-there
	npm ci --prefix tests/clients --ignore-scripts --silent
	@touch $@

examples/next/node_modules/.package-lock.json: examples/next/package-lock.json | node-is-there
	npm ci --prefix examples/next --ignore-scripts --silent
	@touch $@

clients: node-is-there .venv/development tests/clients/node_modules/.package-lock.json examples/next/node_modules/.package-lock.json ## ask a demo as Apollo, graphql-codegen, gql and the starter for Next.js do (needs Node.js)
	$(BIN)/python -m tests.clients

tests/validator/node_modules/.package-lock.json: tests/validator/package-lock.json | node-is-there
	npm ci --prefix tests/validator --ignore-scripts --silent
	@touch $@

html: node-is-there .venv/development tests/validator/node_modules/.package-lock.json ## validate the HTML of every page (needs Node.js and Java)
	$(BIN)/python -m pytest -q -rfEs -m validator tests/validator

# what rests on Wagtail's views, forms and permissions, unless AT names other places
WAGTAIL8 = $(or $(AT),$(shell $(BIN)/python -m tests.deep_parts places wagtail8))

wagtail8: .venv/development ## run on Wagtail 8 what rests on its views, or AT=tests, without browsers
	@$(MAKE) -s VENV=var/wagtail8 var/wagtail8/wagtail8
	DJANGO_SETTINGS_MODULE=cms.settings.test var/wagtail8/bin/python manage.py check --fail-level WARNING
	DJANGO_SETTINGS_MODULE=cms.settings.test var/wagtail8/bin/python manage.py makemigrations --check --dry-run -v 0
	DEEP= var/wagtail8/bin/python -m pytest -q -rfEs -n auto --dist worksteal \
		-m "not browser and not production and not validator and not deep" $(WAGTAIL8)

guards: .venv/development ## remove each guard once, in a copy, and show which test turns red
	$(BIN)/python -m tests.guards

pressure: .venv/development ## measure what a reader notices while others send the worst they can
	$(BIN)/python benchmarks/pressure.py

bench: .venv/development var/static/.collected ## print what answers cost, kept and not, beside a bare Django view
	@$(MAKE) -s VENV=var/packages var/packages/production
	$(BIN)/python benchmarks/bench.py

check: .venv/development ## format, lint, import arrow, migrations, schema, types
	@$(MAKE) --no-print-directory -j2 check-code check-types

check-code: .venv/development ## the half of check that needs no types
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/lint-imports --no-cache
	DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) makemigrations --check --dry-run -v 0
	DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) check --fail-level WARNING
	$(BIN)/python -m reports_graphql.schema | diff -u graphql/schema.graphql - || \
		{ echo "graphql/schema.graphql is out of date: run make schema"; exit 1; }

check-types: .venv/development ## the types alone
	$(BIN)/mypy

format: .venv/development ## repair what can be repaired, rewrite the code in the project's format, then show what is left
	$(BIN)/ruff check -q --fix-only .
	$(BIN)/ruff format -q .
	$(BIN)/ruff check -q .

schema: .venv/development ## write graphql/schema.graphql from the code, the table of blocks in docs/frontend.md, and the example's copies of documents; what breaks must be decided
	@$(BIN)/python -m reports_graphql.schema > graphql/schema.new && \
		$(BIN)/python -m reports_graphql.contract graphql/schema.new && \
		mv graphql/schema.new graphql/schema.graphql || { rm -f graphql/schema.new; exit 1; }
	@[ ! -f docs/frontend.md ] || $(BIN)/python -m reports_graphql.block_table docs/frontend.md
	@[ ! -d examples/frontend ] || cp graphql/queries/page.graphql graphql/queries/report.graphql graphql/queries/site.graphql examples/frontend/

docs: .venv/development ## write docs/controles.md from the rules, docs/permissions.md from the roles
	@DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) document_checks > docs/controles.md
	@DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) document_permissions > docs/permissions.md

demo-reports: .venv/development ## write the fixtures of the demonstration from its Markdown
	@$(BIN)/python demo/reports.py

messages: ## compile our corrections of Wagtail's French (needs Debian's gettext)
	cd reports/locale/fr/LC_MESSAGES && msgfmt --no-hash -o django.mo django.po && msgfmt --no-hash -o djangojs.mo djangojs.po

release: schema ## take the contract as released: frontends may rely on it from now on
	cp graphql/schema.graphql graphql/released.graphql
	sed '/^\[\[change\]\]/,$$d' graphql/breaking.toml > graphql/breaking.new
	mv graphql/breaking.new graphql/breaking.toml

var/supply/.installed: requirements/supply.txt .venv/production
	@mkdir -p var && $(PYTHON) -m venv var/supply || python3 -m venv var/supply
	@var/supply/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements/supply.txt
	@touch $@

sbom: var/supply/.installed ## write var/sbom.json (CycloneDX) and var/licences.md of what a service has installed
	@$(MAKE) -s VENV=var/packages var/packages/production
	var/supply/bin/cyclonedx-py environment var/packages/bin/python --pyproject pyproject.toml --output-reproducible -o var/sbom.json
	var/supply/bin/pip-licenses --python var/packages/bin/python --format markdown --output-file var/licences.md

audit: var/supply/.installed ## ask the advisories of Python packages for known vulnerabilities (needs the network)
	var/supply/bin/pip-audit --require-hashes --disable-pip -r requirements/production.txt

migrations: .venv/development ## write the migrations that the models ask for
	DJANGO_SETTINGS_MODULE=cms.settings.test $(RUN) makemigrations

requirements: ## compile requirements/*.txt from pyproject.toml (needs uv)
	echo uv | $(COMPILE) - -o requirements/installer.txt
	$(COMPILE) pyproject.toml --extra all --extra build -o requirements/production.txt
	$(COMPILE) pyproject.toml --extra all --extra build --extra dev -o requirements/dev.txt
	$(COMPILE) requirements/supply.in -o requirements/supply.txt
	$(COMPILE) --no-deps requirements/wagtail8.in -o requirements/wagtail8.txt

clean: ## remove what runs left behind: environment, database, collected files, uploads
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/clients/node_modules tests/clients/generated \
		examples/next/node_modules examples/next/.next examples/next/generated
	find media -mindepth 1 -not -name .gitignore -delete
