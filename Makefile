# Isnad: what you can do with it. `make help` lists it.
#
# Works with GNU make 3.81 and later, from any folder, and with spaces in paths.

.DEFAULT_GOAL := build
.NOTPARALLEL:
.PHONY: build pdf attachments dask gazetteer sheets uima serve check links verify new suggest places registry same import translate draft-en audit guards test slow golden lint clean clean-all lock upgrade help

# What can be given on the command line or in the environment. Paths are as seen from where make was called, or absolute.
# Recipes take it from the environment, as it is written: neither make nor the shell looks for anything to do in it.
override given := LANGUAGE ALL REPORT FROM TEXT LABELS MAP KEEP APPLY QUERY FIND CONTENT OUTPUT SITEURL SITE PORT WITHOUT WORKERS DASK PYTHON CHROMIUM JAVA TESTS
$(foreach name,$(given),$(eval override $(name) := $$(if $$(strip $$(value $(name))),$$(value $(name)))))
export $(given)

# $(call quoted,text) is text as one word of the shell, whatever is in it.
quoted = '$(subst ','\'',$(1))'

# The folder of this Makefile, and of the project. (make's own functions for paths break at spaces.)
override ROOT := $(shell unset CDPATH; file=$$(printf '%s' $(call quoted,$(value MAKEFILE_LIST)) | sed 's/^ *//'); \
	case $$file in (/*) ;; (*) file=./$$file ;; esac; cd "$$(dirname "$$file")" && pwd)
ifneq ($(shell [ -f $(call quoted,$(ROOT)/requirements/install.sh) ] && echo there),there)
$(error The project stands in a folder whose name make cannot read. Move it to one with a plain name)
endif
in_root = cd $(call quoted,$(ROOT)) &&
install = sh $(call quoted,$(ROOT)/requirements/install.sh)
python = $(call quoted,$(ROOT)/.venv/bin/python)
command = PYTHONPATH=$(call quoted,$(ROOT)/plugins) $(python) -m command
content = $${CONTENT:+"--content=$$CONTENT"}
output = $${OUTPUT:+"--output=$$OUTPUT"}
site = $${SITE:+"--site=$$SITE"}
without = $${WITHOUT:+"--without=$$WITHOUT"}
siteurl = $${SITEURL:+"--siteurl=$$SITEURL"}
workers = $${WORKERS:+"--workers=$$WORKERS"} $${DASK:+"--dask=$$DASK"}

build: ## build the site from content/ into output/ (this is what `make` alone does)
	@$(install) build
	@$(command) build $(content) $(output) $(siteurl) $(without) $(workers)

pdf: ## build the site with a PDF of each briefing and dossier in each language (needs Chromium)
	@$(install) pdf
	@chromium=$$(sh $(call quoted,$(ROOT)/requirements/chromium.sh) "PDFs need" pdf) || exit 1; \
	CHROMIUM="$$chromium" $(command) build --pdf $(content) $(output) $(siteurl) $(without) $(workers)

attachments: ## install what reads drawings and documents, for a site whose settings accept them (`attachments` in site.yaml)
	@$(install) attachments

dask: ## install what lets a Dask cluster work on a build (DASK=)
	@$(install) dask

gazetteer: ## install what knows the places of the world (for `make places`)
	@$(install) gazetteer

sheets: ## install what reads workbooks (XLSX), for `make import`
	@$(install) sheets

serve: ## show the site at http://127.0.0.1:8000 while it is being written: drafts too, and every change at once
	@$(install) build
	@$(command) serve $(content) $${PORT:+"--port=$$PORT"}

check: ## read the content and list its errors and warnings, without building
	@$(install) build
	@$(command) check $(content) $${ALL:+--all} $${REPORT:+"--report=$$REPORT"}

links: ## ask whether the addresses outside that the built site leads to still answer (needs the network)
	@$(install) test
	@$(command) links $(output)

verify: ## build a site again and say whether the one in SITE= is the same, byte for byte
	@site=$${SITE:-$${OUTPUT:-$(call quoted,$(ROOT)/output)}}; case $$site in /*) ;; *) site=./$$site ;; esac; \
	if [ -n "$$(find "$$site" -name '*.pdf' 2>/dev/null)" ]; then needed=pdf; else needed=build; fi; \
	$(install) $$needed
	@SITE=$${SITE:-$$OUTPUT}; $(command) verify $(content) $(site) $(siteurl) $(without) $(workers)

new: ## begin a site of your own (SITE=folder), or a report in one (REPORT=slug FROM=text.txt or article.html)
	@$(install) build
	@$(command) new $(content) $(site) $${REPORT:+"--report=$$REPORT"} $${FROM:+"--from=$$FROM"}

suggest: ## propose marks, events and claims for a report (REPORT=slug), by what its words say; APPLY=1 writes them
	@$(install) build
	@$(command) suggest $(content) $${REPORT:+"--report=$$REPORT"} $${APPLY:+"--apply=$$APPLY"}

places: ## find places of the world (QUERY=name), as entries of the registry
	@$(install) build
	@$(command) places $(content) $${QUERY:+"--query=$$QUERY"}

registry: ## find entries of the registry (FIND=name), and where they are used; without FIND, those that look alike
	@$(install) build
	@$(command) registry $(content) $${FIND:+"--find=$$FIND"}

same: ## find events of several reports that look like one; APPLY=key says that they are
	@$(install) build
	@$(command) same $(content) $${APPLY:+"--apply=$$APPLY"}

import: ## bring in a sheet (FROM=sheet.csv, sheet.xlsx or a folder), or a text annotated in another program (FROM=file REPORT=slug)
	@case $$FROM in (*.[xX][lL][sS][xXmM]) $(install) sheets ;; (*) $(install) build ;; esac
	@$(command) import $(content) $${FROM:+"--from=$$FROM"} $${REPORT:+"--report=$$REPORT"} $${TEXT:+"--text=$$TEXT"} $${LABELS:+"--labels=$$LABELS"} $${MAP:+"--map=$$MAP"} $${KEEP:+--keep}

uima: ## install what reads UIMA CAS, which INCEpTION hands out, for `make import`
	@$(install) uima

translate: ## hand a report to a translator as PO and XLIFF (REPORT=slug), or take the translation back (FROM=file)
	@$(install) build
	@$(command) translate $(content) $${REPORT:+"--report=$$REPORT"} $${FROM:+"--from=$$FROM"}

draft-en: ## write an English text with all blocks and marks of a report (REPORT=slug), to be overwritten
	@$(install) build
	@$(command) draft-en $(content) $${REPORT:+"--report=$$REPORT"}

test: ## run the tests, but for the slow ones
test: marked = not slow
test: examples = 25
slow: ## run the slow tests, and those that look at many examples at all of these
slow: marked = slow or hypothesis
slow: examples = 100
test slow:
	@$(install) test
	@chromium=$$(sh $(call quoted,$(ROOT)/requirements/chromium.sh)) || exit 1; \
	java=$$(sh $(call quoted,$(ROOT)/requirements/java.sh)) || exit 1; \
	$(in_root) .venv/bin/python -m ruff check --quiet --output-format concise . && \
	CHROMIUM="$$chromium" JAVA="$$java" EXAMPLES="$${EXAMPLES:-$(examples)}" .venv/bin/python -m pytest -n auto --dist worksteal -m '$(marked)' $$TESTS

audit: ## ask the registries whether something is known to be wrong with a package (needs the network)
	@$(install) audit
	@$(in_root) .venv/bin/python requirements/audit.py

guards: ## for maintainers: take each guard away and see that a test notices
	@$(install) test
	@chromium=$$(sh $(call quoted,$(ROOT)/requirements/chromium.sh)) || exit 1; \
	$(in_root) CHROMIUM="$$chromium" .venv/bin/python -m tests.guards

golden: ## for maintainers: take the pages and components that tests/golden makes now for the right ones
	@$(install) test
	@$(in_root) .venv/bin/python -m pytest -q tests/golden --renew

lint: ## read the code for mistakes, and hold it to its types and to the rules for imports
	@$(install) test
	@$(in_root) .venv/bin/python -m ruff check . && .venv/bin/python -m mypy && \
	PYTHONPATH=plugins .venv/bin/python -c 'from importlinter.cli import lint_imports_command as lint; lint(["--no-logo"])'

clean: ## remove the built site and what tests and tools left behind
	@python=$(python); "$$python" -c '' 2>/dev/null || python=$${PYTHON:-python3}; \
	if "$$python" -c '' 2>/dev/null; then PYTHONPATH=$(call quoted,$(ROOT)/plugins) "$$python" -B -m command.cleaning $(content) $(output); \
	else echo "Only Python can tell whether a folder holds a site of ours, and there is none here, so the site stays." >&2; fi
	@$(in_root) rm -rf .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis test-results && \
	find . -maxdepth 1 -name __pycache__ -exec rm -rf {} + && \
	find plugins tests requirements -name __pycache__ -type d -prune -exec rm -rf {} +

clean-all: clean ## the same, and the virtual environment
	@$(in_root) rm -rf .venv

lock: ## for maintainers: pin what requirements/*.in ask for, keeping the pins that hold
	@$(install) lock
	@$(in_root) sh requirements/lock.sh

upgrade: ## for maintainers: pin the newest releases of everything
	@$(install) lock
	@$(in_root) sh requirements/lock.sh --upgrade

help: ## list what make can do here
	@echo "What make can do here:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s  %s\n", $$1, $$2 }' $(call quoted,$(ROOT)/Makefile)
	@echo
	@echo "What can be given:"
	@echo "  CONTENT=folder    the content to read                (content)"
	@echo "  LANGUAGE=ar       errors and warnings in Arabic      (the language of the system)"
	@echo "  REPORT=slug       for make check: what is wrong with one report; for make new and import: what it is called"
	@echo "  FROM=file         for make new: the text of the report; for make import: the sheet, or what a program handed out; for make translate: a translation"
	@echo "  APPLY=1           for make suggest: write it; for make same: the key of the pair that is one event"
	@echo "  QUERY=name        for make places: what the place is called"
	@echo "  FIND=name         for make registry: what the entry is called"
	@echo "  MAP=file          for make import: what the sheet does not say"
	@echo "  KEEP=1            for make import: write the rows that are right where others are wrong"
	@echo "  TEXT=file         for make import: the annotated text   (the one beside FROM)"
	@echo "  LABELS=file       for make import: what labels of your own mean   (those that are known)"
	@echo "  ALL=1             for make check: messages that repeat, too"
	@echo "  OUTPUT=folder     where the site goes                (output)"
	@echo "  SITEURL=address   the site's public address          (that of site.yaml; without one all links are relative)"
	@echo "  SITE=folder       the site for make verify (output); for make new: where to begin one"
	@echo "  PORT=number       where make serve listens           (8000)"
	@echo "  WORKERS=number    how many processes work on a build (one for each core)"
	@echo "  DASK=address      the Dask cluster that does so      (none)"
	@echo "  WITHOUT=checks    what the inspection leaves out     (nothing)"
	@echo "  PYTHON=program    the Python to use, 3.11 or later   (python3)"
	@echo "  CHROMIUM=program  the browser for make test and pdf  (the one that is installed)"
	@echo "  JAVA=program      the Java for make test             (the one that is installed)"
	@echo "  TESTS=path        the tests to run                   (tests)"
