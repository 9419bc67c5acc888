# What people do here. `make check` is what has to pass.

CARGO ?= cargo
JMAP = $(CARGO) run --quiet --release --
THEMES = default dark print
MAPS = $(wildcard maps/*.yaml)
BASE ?= HEAD
REPORT = $(CURDIR)/target/report
DENY = $(CARGO) deny --all-features --locked
TARGETS ?= $(basename $(notdir $(sort $(wildcard fuzz/targets/*.rs))))
TIME ?= 1800
SMOKE ?= 60

.PHONY: check test killed editor fmt lint deny doc bless bench costs maps report fuzz fuzz-smoke install

## Everything that has to pass before a change goes in
check: fmt lint deny test doc

## The tests
test:
	$(CARGO) test

## jmap killed at random moments of 200 renders over an existing file: it is the old one or the new one, whole
killed:
	JMAP_KILLS=200 $(CARGO) test --test killed -- --nocapture

## What an editor shows over docs/jmap.schema.json: a session with the YAML language server, which npm installs
editor:
	cd tests/editor && npm ci --no-audit --no-fund --loglevel=error && node session.mjs

fmt:
	$(CARGO) fmt --check

lint:
	$(CARGO) clippy --all-targets -- -D warnings

## Licences, sources, duplicates and known holes of all crates, as deny.toml allows them, with cargo-deny
deny:
	@if ! $(DENY) --version > /dev/null 2>&1; then \
	  echo "make deny: skipped, for there is no cargo-deny: cargo install cargo-deny --locked"; \
	else \
	  $(DENY) check -D unmatched-skip bans licenses sources || exit 1; \
	  if $(DENY) fetch db > /dev/null 2>&1; then \
	    $(DENY) check --disable-fetch advisories; \
	  else \
	    echo "make deny: advisories were not looked at, for their database is out of reach: https://github.com/RustSec/advisory-db"; \
	  fi; \
	fi

doc:
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --document-private-items

## Accept what the tests draw and print now, docs/pictures/, docs/cli.md and docs/jmap.schema.json too; look at `git diff` before committing it
bless:
	JMAP_BLESS=1 $(CARGO) test

## How long it takes
bench:
	$(CARGO) build --release --examples
	$(CARGO) bench --bench text --bench stages --bench whole

## What maps that are meant to cost much take, against what docs/safety.md promises (`make costs ONLY=ways`)
costs:
	$(CARGO) bench --bench costs -- $(ONLY)

## All example maps in all themes, in target/maps/
maps:
	$(foreach theme,$(THEMES),$(JMAP) render $(MAPS) --theme $(theme) -o target/maps/$(theme)/ &&) true

## The drawings of a commit (`make report BASE=main`; else the last one) beside those of now, in target/report/index.html
report:
	@rm -rf $(REPORT) && mkdir -p $(REPORT)/base
	@git archive $(BASE) | tar -xm -C $(REPORT)/base
	@cd $(REPORT)/base && CARGO_TARGET_DIR=$(CURDIR)/target/base $(CARGO) run --quiet -- render maps --plain -o $(REPORT)/before/ || test $$? -eq 1
	@$(CARGO) run --quiet -- render maps --plain -o $(REPORT)/after/ || test $$? -eq 1
	@cd $(REPORT) && { echo '<!doctype html><meta charset=utf-8><title>jmap: before and after</title>'; \
	  echo '<style>body{font-family:sans-serif}div{display:flex;gap:1em}img{width:50%;object-fit:contain;object-position:top}</style>'; \
	  for map in $$(ls before after | grep svg$$ | sort -u); do \
	    cmp -s before/$$map after/$$map && state=same || state=changed; \
	    echo "<h2>$$map: $$state</h2><div><img src=before/$$map alt='not before'><img src=after/$$map alt='not now'></div>"; \
	  done; } > index.html
	@grep -o '<h2>[^<]*' $(REPORT)/index.html | cut -c5-

## Half an hour of made-up input for each target (`make fuzz TARGETS=read TIME=60`); needs a nightly compiler and cargo-fuzz
fuzz:
	CARGO=$(CARGO) fuzz/run.sh long $(TIME) $(TARGETS)

## A minute of made-up input for all targets side by side, without the sanitizer
fuzz-smoke:
	CARGO=$(CARGO) fuzz/run.sh smoke $(SMOKE) $(TARGETS)

## Put `jmap` on the path
install:
	$(CARGO) install --path . --locked
