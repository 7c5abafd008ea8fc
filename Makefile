# make help tells what there is. The environment lives in .venv; nothing outside the folder is touched but system packages.

SITE_URL ?= https://www.jauniba.lv/
REPO_URL ?= https://github.com/bjc-jauniba/report
# The engines' banners about other versions, and their advertising.
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true

PYTHON ?= python3
FORMAT ?= text
BASE ?= main
BIN = .venv/bin
# Recipes take these in the shell, as they were typed: make itself never reads what a word such as $(shell …) asks for.
GIVEN = SITE_URL REPO_URL PDF BASE YEAR TASK NAME PROPOSAL FORMAT ISSUE ROWS YEARS
$(foreach name,$(GIVEN),$(eval override $(name) := $$(value $(name))))
export $(GIVEN)
# To GitHub a line such as ::error::, and ##[error] anywhere in one, is a command. What is printed here holds strangers'
# words: none is heeded until a word comes that nobody can know. Only annotate means what it says so.
ifeq ($(GITHUB_ACTIONS)$(filter annotate,$(MAKECMDGOALS)),true)
$(info ::stop-commands::$(shell od -An -N16 -tx1 /dev/urandom | tr -d ' \n'))
endif
OF_YEAR = $${YEAR:+--year "$$YEAR"}

.PHONY: help site zip serve quick test tested check annotate questions review diff summary new-year freeze bring task propose submission taken applied pictures bench licences clean requirements
.DEFAULT_GOAL = help

help: ## this list / šis saraksts
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

site: .venv/site ## build the whole site into site/ / uzbūvēt visu vietni mapē site/
	@$(BIN)/report build

zip: site ## the site as one file, to read offline / vietne vienā failā, lasīšanai bez interneta
	@$(BIN)/report zip >> "$${GITHUB_OUTPUT:-/dev/stdout}"

serve: .venv/site ## look at the site while writing, http://127.0.0.1:8000/ / skatīt vietni rakstot
	@$(BIN)/report serve

check: .venv/site ## find what is wrong in data and pages / atrast kļūdas datos un lapās
	@$(BIN)/report check --format "$$FORMAT"

annotate: .venv/site ## mistakes as GitHub shows them beside the lines changed since BASE / kļūdas, kā GitHub tās rāda pie rindām
	@$(BIN)/report check --format github --since="$$BASE"

questions: .venv/site ## the open questions to the centre, to print / jautājumi centram, drukāšanai
	@$(BIN)/report questions $(OF_YEAR)

review: .venv/site ## the report to review with a pen, in review/ / ziņojums pārskatīšanai ar pildspalvu, mapē review/
	@$(BIN)/report review $(OF_YEAR)

diff: .venv/site ## what has changed since BASE (main), for a reviewer / kas mainījies kopš BASE (main), pārskatītājam
	@$(BIN)/report diff -- "$$BASE"

summary: .venv/site ## mistakes and changes since BASE in short, as GitHub shows them / kļūdas un pārmaiņas īsumā, kā GitHub tās rāda
	@$(BIN)/report summary -- "$$BASE" >> "$${GITHUB_STEP_SUMMARY:-/dev/stdout}"

new-year: .venv/site ## open a new school year, YEAR=2025-2026 / atvērt jaunu mācību gadu, YEAR=2025-2026
	@$(BIN)/report new-year -- "$$YEAR"

freeze: .venv/site ## seal the year of a final report, YEAR=2024-2025 / noslēgt galīgā ziņojuma gadu, YEAR=2024-2025
	@$(BIN)/report freeze -- "$$YEAR"

bring: ## lay out the PROPOSAL, a branch or a pull request, in which a task is done / nolikt blakus labojumu PROPOSAL, kurā darbs jādara
	@.ci/bring

task: .venv/site ## do TASK (new-year, new-page, workbook, freeze, translated, correct, renew) for NAME / izdarīt darbu TASK ar NAME
	@root=.; if [ -n "$$PROPOSAL" ]; then root=.proposal; fi; $(BIN)/report --root "$$root" "$$TASK" $${NAME:+-- "$$NAME"}

remember: .venv/site ## remember on main what now says the same in both languages / pierakstīt zarā main, kas abās valodās ir viens un tas pats
	@.ci/remember

propose: ## put what a task has changed on a branch of its own / nolikt darba pārmaiņas savā zarā
	@.ci/propose

submission: ## fetch what ISSUE hands in / paņemt, kas nodots pieteikumā ISSUE
	@.ci/submission

taken: .venv/site ## take what was handed in into the data / nodoto ierakstīt datos
	@.ci/taken

applied: ## apply the change that was made of it / ieviest pārmaiņas, kas no tā radās
	@.ci/applied

quick: .venv/test ## run the tests that need no browser, no Java and no whole build / palaist ātros testus
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest -n auto -m "not slow"

test: .venv/test ## run all tests / palaist visus testus
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest -n auto

tested: ## run them unless only the report itself has changed since BASE / palaist tos, ja kopš BASE mainīts ne tikai pats ziņojums
	@.ci/tested

pictures: .venv/test ## take the pictures of README.md anew from site/ / uzņemt README.md attēlus no jauna
	@PYTHONPATH=tests $(BIN)/python tests/pictures.py 2>/dev/null

bench: .venv/bench ## measure build, check, print, preview and search; ROWS="build check" YEARS="1 5": only these / izmērīt būvi, pārbaudi, druku, priekšskatījumu un meklēšanu
	@$(BIN)/python tests/bench/bench.py

licences: .venv/licences ## licences of what the site is built with, into licences/ / kā licencēts tas, ar ko vietni būvē, mapē licences/
	@$(BIN)/python requirements/licences.py

clean: ## remove all that was built / izdzēst visu uzbūvēto
	rm -rf site review licences pasnovertejuma-zinojums.zip .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

requirements: .venv/site ## pin the newest versions anew / no jauna fiksēt jaunākās versijas
	@requirements/pin

.venv/site: requirements/site.txt pyproject.toml
	@requirements/install $(PYTHON) site

.venv/test: .venv/site requirements/test.txt
	@requirements/install $(PYTHON) test

.venv/bench: .venv/test requirements/bench.txt
	@requirements/install $(PYTHON) bench

.venv/licences: .venv/site requirements/licences.txt
	@requirements/install $(PYTHON) licences
