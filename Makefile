# make help tells what there is. The environment lives in .venv; nothing outside the folder is touched but system packages.

SITE_URL ?= https://www.jauniba.lv/
REPO_URL ?= https://github.com/bjc-jauniba/report
export SITE_URL REPO_URL PDF BASE
# The engines' banners about other versions, and their advertising.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

PYTHON ?= python3
FORMAT ?= text
BASE ?= main
BIN = .venv/bin

.PHONY: help site serve test check questions review diff bench clean requirements
.DEFAULT_GOAL = help

help: ## this list / šis saraksts
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

site: .venv/site ## build the whole site into site/ / uzbūvēt visu vietni mapē site/
	@$(BIN)/report build

serve: .venv/site ## look at the site while writing, http://127.0.0.1:8000/ / skatīt vietni rakstot
	@$(BIN)/report serve

check: .venv/site ## find what is wrong in data and pages / atrast kļūdas datos un lapās
	@$(BIN)/report check --format $(FORMAT)

questions: .venv/site ## the open questions to the centre, to print / jautājumi centram, drukāšanai
	@$(BIN)/report questions

review: .venv/site ## the report to review with a pen, in review/ / ziņojums pārskatīšanai ar pildspalvu, mapē review/
	@$(BIN)/report review

diff: .venv/site ## what has changed since BASE (main), for a reviewer / kas mainījies kopš BASE (main), pārskatītājam
	@$(BIN)/report diff -- "$$BASE"

test: .venv/test ## run all tests / palaist visus testus
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/pytest -n auto

bench: .venv/bench ## measure check, build, print, search and preview / izmērīt pārbaudi, būvi, druku, meklēšanu un priekšskatījumu
	@$(BIN)/python tests/bench/check.py
	@$(BIN)/python tests/bench/build.py
	@$(BIN)/python tests/bench/paper.py
	@$(BIN)/python tests/bench/search.py
	@$(BIN)/python tests/bench/serve.py

clean: ## remove all that was built / izdzēst visu uzbūvēto
	rm -rf site review .venv .cache .pytest_cache .ruff_cache .hypothesis build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

requirements: .venv/site ## pin the newest versions anew / piespraust jaunākās versijas
	@requirements/pin

.venv/site: requirements/site.txt pyproject.toml
	@requirements/install $(PYTHON) site

.venv/test: .venv/site requirements/test.txt
	@requirements/install $(PYTHON) test

.venv/bench: .venv/test requirements/bench.txt
	@requirements/install $(PYTHON) bench
