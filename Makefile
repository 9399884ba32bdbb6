# "make" lists what there is to make.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help packages swift demo test check build format lint bench index pages coverage clean

DEBUG := .build/debug/optiflow
RELEASE := .build/release/optiflow
DEMO := demo/optiflow.db
# The system packages are those that Package.swift names.
PACKAGES := $(shell sed -n 's/.*\.apt(\["\([^"]*\)"\]).*/\1/p' Package.swift)
# The tests that set time limits to their peers: alone, so that a busy machine cuts no honest one.
TIMED := ^ServerTests[.]
LINTED := Package.swift Sources Tests
QUESTIONS_FR := "quels produits sont en rupture ?" "CA par catégorie en 2025" "top 5 des clients par chiffre d'affaires"
QUESTIONS_EN := "which products are out of stock?" "revenue by category in 2025" "top 5 customers by revenue"

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \2/p' Makefile | awk '{ printf "  make %-9s", $$2; $$1 = $$2 = ""; print }'

demo: swift packages ## builds, writes a demonstration database, asks it six questions
	swift build -c release --static-swift-stdlib --product optiflow
	@$(RELEASE) index check --quiet >/dev/null 2>&1 || $(RELEASE) index build
	@mkdir -p demo
	@test -f $(DEMO) || $(RELEASE) demo $(DEMO) --quiet
	@for question in $(QUESTIONS_FR) $(QUESTIONS_EN); do \
	  printf '\n> %s\n\n' "$$question"; \
	  $(RELEASE) ask --db $(DEMO) "$$question"; \
	done
	@printf '\nNow yours:\n  %s chat --db %s\n\n' $(RELEASE) $(DEMO)
	@if [ -t 0 ] && [ -t 1 ]; then $(RELEASE) chat --db $(DEMO); fi

test: swift packages ## builds and runs every test, then checks the corpus
	@status=0; \
	swift test --disable-xctest --filter '$(TIMED)' || status=$$?; \
	swift test --disable-xctest --skip '$(TIMED)' || status=$$?; \
	exit $$status
	$(DEBUG) corpus check

check: lint build test ## all that must pass before a commit: lint, build, tests, corpus, index
	$(DEBUG) index check

build: swift packages ## builds everything, tests too
	swift build --build-tests

lint: swift ## says where the format differs
	swift format lint --strict --parallel --recursive --configuration .swift-format $(LINTED)

format: swift ## formats all sources
	swift format format --in-place --parallel --recursive --configuration .swift-format $(LINTED)

bench: swift packages ## measures speed; JSON on standard output
	@swift build -c release --static-swift-stdlib --product optiflow 1>&2
	@swift build -c release --static-swift-stdlib --product benchmarks 1>&2
	@.build/release/benchmarks

index: swift packages ## rebuilds index/ from corpus/
	swift build -c release --static-swift-stdlib --product optiflow
	$(RELEASE) index build

pages: swift packages ## rewrites docs/commands.md and docs/errors.md from the program
	@OPTIFLOW_RECORD=1 swift test --disable-xctest --filter ArchitectureTests || true
	swift test --disable-xctest --filter ArchitectureTests

coverage: swift packages ## runs the tests and lists how much of each file they reach
	swift test --disable-xctest --enable-code-coverage
	@"$$(dirname "$$(readlink -f "$$(command -v swift)")")/llvm-cov" report \
	  .build/debug/optiflowPackageTests.xctest \
	  -instr-profile .build/debug/codecov/default.profdata \
	  -ignore-filename-regex '(^|/)(\.build|Tests)/'

clean: ## removes what was built and the demonstration database
	rm -rf .build demo coverage

swift:
	@command -v swift >/dev/null || { \
	  echo 'Swift is missing. Install Swift 6.2 or later from https://www.swift.org/install/linux/ and put it in PATH.' >&2; \
	  exit 1; }

# Installs what is missing, where that needs no password; else says what to ask for.
packages:
	@missing=(); \
	for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package"); \
	done; \
	if (( $${#missing[@]} )); then \
	  if [ "$$(id -u)" = 0 ]; then sudo=(); \
	  elif sudo -n true 2>/dev/null; then sudo=(sudo -n); \
	  else echo "These packages are missing. Ask an administrator to run: apt-get install $${missing[*]}" >&2; exit 1; fi; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  "$${sudo[@]}" apt-get update -q; \
	  "$${sudo[@]}" apt-get install -q -y --no-install-recommends "$${missing[@]}"; \
	fi
