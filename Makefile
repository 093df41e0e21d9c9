# Isnad: what you can do with it. `make help` lists it.
#
# Works with GNU make 3.81 and later, from any folder, and with spaces in paths.

.DEFAULT_GOAL := build
.NOTPARALLEL:
.PHONY: build pdf attachments serve check links verify audit guards test golden lint clean clean-all lock upgrade help

# What can be given on the command line. Paths are as seen from where make was called, or absolute.
CONTENT ?=
OUTPUT ?=
SITEURL ?=
SITE ?=
PORT ?=
PYTHON ?=
CHROMIUM ?=
JAVA ?=
TESTS ?=

# $(call quoted,text) is text as one word of the shell, whatever is in it.
quoted = '$(subst ','\'',$(1))'

# The folder of this Makefile, and of the project. (make's own functions for paths break at spaces.)
ROOT := $(shell cd "$$(dirname "$$(printf '%s' $(call quoted,$(MAKEFILE_LIST)) | sed 's/^ *//')")" && pwd)
in_root = cd $(call quoted,$(ROOT)) &&
install = PYTHON=$(call quoted,$(PYTHON)) sh $(call quoted,$(ROOT)/requirements/install.sh)
python = $(call quoted,$(ROOT)/.venv/bin/python)
briefings = PYTHONPATH=$(call quoted,$(ROOT)/plugins) $(python) -m briefings
option = $(if $(strip $(2)),--$(1) $(call quoted,$(2)))

build: ## build the site from content/ into output/ (this is what `make` alone does)
	@$(install) build
	@$(briefings) build $(call option,content,$(CONTENT)) $(call option,output,$(OUTPUT)) $(call option,siteurl,$(SITEURL))

pdf: ## build the site with a PDF of each briefing and dossier in each language (needs Chromium)
	@$(install) pdf
	@chromium=$$(CHROMIUM=$(call quoted,$(CHROMIUM)) sh $(call quoted,$(ROOT)/requirements/chromium.sh) "PDFs need" pdf) || exit 1; \
	CHROMIUM="$$chromium" $(briefings) build --pdf $(call option,content,$(CONTENT)) $(call option,output,$(OUTPUT)) $(call option,siteurl,$(SITEURL))

attachments: ## install what reads drawings and documents, for a site whose settings accept them (see ATTACHMENTS)
	@$(install) attachments

serve: ## build the site, show it at http://127.0.0.1:8000, and build again at every change
	@$(install) build
	@$(briefings) serve $(call option,content,$(CONTENT)) $(call option,output,$(OUTPUT)) $(call option,port,$(PORT))

check: ## read the content and list its errors and warnings, without building
	@$(install) build
	@$(briefings) check $(call option,content,$(CONTENT))

links: ## ask whether the addresses outside that the built site leads to still answer (needs the network)
	@$(install) test
	@$(briefings) links $(call option,output,$(OUTPUT))

verify: ## build a site again and say whether the one in SITE= is the same, byte for byte
	@site=$(call quoted,$(or $(SITE),$(OUTPUT),$(ROOT)/output)); \
	pdf=$$(find "$$site" -name '*.pdf' 2>/dev/null); \
	if [ -n "$$pdf" ]; then needed=pdf; else needed=build; fi; \
	$(install) $$needed
	@$(briefings) verify $(call option,content,$(CONTENT)) $(call option,site,$(or $(SITE),$(OUTPUT))) $(call option,siteurl,$(SITEURL))

test: ## run all tests
	@$(install) test
	@chromium=$$(CHROMIUM=$(call quoted,$(CHROMIUM)) sh $(call quoted,$(ROOT)/requirements/chromium.sh)) || exit 1; \
	java=$$(JAVA=$(call quoted,$(JAVA)) sh $(call quoted,$(ROOT)/requirements/java.sh)) || exit 1; \
	$(in_root) .venv/bin/python -m ruff check --quiet --output-format concise . && \
	CHROMIUM="$$chromium" JAVA="$$java" .venv/bin/python -m pytest -n auto --dist worksteal $(TESTS)

audit: ## ask the registries whether something is known to be wrong with a package (needs the network)
	@$(install) audit
	@$(in_root) .venv/bin/python requirements/audit.py

guards: ## for maintainers: take each guard away and see that a test notices
	@$(install) test
	@chromium=$$(CHROMIUM=$(call quoted,$(CHROMIUM)) sh $(call quoted,$(ROOT)/requirements/chromium.sh)) || exit 1; \
	$(in_root) CHROMIUM="$$chromium" .venv/bin/python -m tests.guards

golden: ## for maintainers: take the pages that tests/golden builds now for the right ones
	@$(install) test
	@$(in_root) .venv/bin/python -m pytest -q tests/golden --renew

lint: ## read the code for mistakes
	@$(install) test
	@$(in_root) .venv/bin/python -m ruff check .

clean: ## remove the built site and what tests and tools left behind
	@output=$(call quoted,$(if $(strip $(OUTPUT)),$(OUTPUT),$(ROOT)/output)); \
	if [ -f "$$output/data/datapackage.json" ]; then rm -rf "$$output"; \
	elif [ -e "$$output" ]; then echo "$$output holds no site of ours, so it stays." >&2; fi
	@$(in_root) rm -rf .pytest_cache .ruff_cache .hypothesis test-results && \
	find . \( -name .git -o -name .venv \) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

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
	@echo "  OUTPUT=folder     where the site goes                (output)"
	@echo "  SITEURL=address   the site's public address, if any  (none: all links are relative)"
	@echo "  SITE=folder       the site for make verify           (output)"
	@echo "  PORT=number       where make serve listens           (8000)"
	@echo "  PYTHON=program    the Python to use, 3.11 or later   (python3)"
	@echo "  CHROMIUM=program  the browser for make test and pdf  (the one that is installed)"
	@echo "  JAVA=program      the Java for make test             (the one that is installed)"
	@echo "  TESTS=path        the tests for make test to run     (tests)"
