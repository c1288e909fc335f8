# `make help` lists what there is to do; the work itself is in Scripts/.

.DEFAULT_GOAL := help
SCRIPTS := $(wildcard Scripts/*.sh) .ci/run
# The shells that a generated script may meet, and what checks it.
TEST_PACKAGES := dash bash 'busybox-static|busybox' mksh posh yash shellcheck
SWIFT_FILES := Package.swift Sources Tests Benchmarks

.PHONY: help demo build release test golden lint format check e2e e2e-all bench generate clean packages

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## compile Fixtures/demo/alto.yml and show what comes out
	@Scripts/demo.sh

build: packages ## build for development
	swift build

release: ## build the release binary, stripped, and say where it is
	@Scripts/release.sh

test: packages ## run all tests that need no container engine
	@Scripts/install-packages.sh $(TEST_PACKAGES)
	@Scripts/oracle.sh
	@if [ -n "$$CI" ] && [ -n "$$ALTO_UPDATE_GOLDEN" ]; then echo 'CI must not rewrite goldens' >&2; exit 1; fi
	swift build --build-tests
	swift test --skip-build

golden: packages ## rewrite the golden files (CASE=compile/mounts: one); review with git diff
	@if [ -n "$$CI" ]; then echo 'CI must not rewrite goldens' >&2; exit 1; fi
	ALTO_UPDATE_GOLDEN=1 GOLDEN_CASE="$(CASE)" swift test --filter GoldenTests

lint: ## check the format of the Swift code and the shell scripts
	@Scripts/install-packages.sh shellcheck
	swift format lint --strict -pr $(SWIFT_FILES)
	shellcheck $(SCRIPTS)

format: ## format the Swift code in place
	swift format -ipr $(SWIFT_FILES)

check: lint test ## lint and test

e2e: packages ## build and run images on real engines: the user stories
	@Scripts/e2e.sh fast

e2e-all: packages ## the same on every builder and every kind of base image
	@Scripts/e2e.sh all

bench: ## measure altoc beside the least that a Swift program takes
	@Scripts/bench.sh

generate: packages ## rewrite what altoc-dev generates: schema, reference, error pages
	swift run altoc-dev generate

clean: ## remove everything that was built
	rm -rf .build build

packages:
	@Scripts/install-packages.sh libyaml-dev pkg-config
