# make demo  runs the main job on samples/ and says where the results lie
# make test  builds and tests everything
SHELL := /bin/bash
SWIFT ?= swift
JOBS ?= 2

.PHONY: demo build test lint docs docs-check pictures bench packages samples clean web-proof scans deb

demo: packages build
	@.build/release/nabor demo --dir demo

build: packages
	@$(SWIFT) build -c release --jobs $(JOBS) --product nabor
	@$(SWIFT) build -c release --jobs $(JOBS) --product nabor-reader
	@$(SWIFT) build -c release --jobs $(JOBS) --product nabor-mail-reader
	@$(SWIFT) build -c release --jobs $(JOBS) --product nabor-page-reader

test: packages
	@$(SWIFT) build --build-tests --jobs $(JOBS)
	@SWIFT=$(SWIFT) scripts/build/tests.sh $(JOBS)

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests $(wildcard Benchmarks)

# CLI reference, man page and completions out of the built program.
docs: build
	@scripts/docs/cli.py .build/release/nabor docs

# The pictures of the guide for authors of templates; needs LibreOffice and poppler-utils.
pictures: build
	@scripts/docs/pictures.py .build/release/nabor docs

docs-check: build
	@scripts/docs/cli.py .build/release/nabor docs --check

bench: build
	@scripts/bench/run.sh
	@$(SWIFT) build -c release --jobs $(JOBS) --product documents-benchmark
	@Benchmarks/documents/run.sh
	@$(SWIFT) build -c release --jobs $(JOBS) --product selection-benchmark
	@.build/release/selection-benchmark

# The labelled sets of scans, made and read, beside one run of tesseract over the same pages; an hour on two cores.
scans: build
	@scripts/scans/run.sh .build/release/nabor --peer

# Journeys in a browser, kills under load, bad visitors, proxy, TLS, webhooks, the rush of last places, with the program
# that the tests built.
web-proof:
	@scripts/web/run.sh .build/debug/nabor
	@python3 scripts/web/kill.py .build/debug/nabor 20 1
	@python3 scripts/web/hostile.py .build/debug/nabor
	@python3 scripts/web/serving.py .build/debug/nabor
	@python3 scripts/web/rush.py .build/debug/nabor 1000
	@NABOR_RUSH=1000 $(SWIFT) test --skip-build --filter LastPlacesTests

# A Debian package in dist/, tried from its own files.
deb: build
	@scripts/web/installed.sh "$$(scripts/build/deb.sh .build/release dist)"

# Debian packages: installed when root, named otherwise.
packages:
	@scripts/build/packages.sh

samples:
	@python3 scripts/samples/make_samples.py

clean:
	@rm -rf .build demo
