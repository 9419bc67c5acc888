# What people do here. `make check` is what has to pass.

CARGO ?= cargo
JMAP = $(CARGO) run --quiet --release --
THEMES = default dark print
MAPS = $(wildcard maps/*.yaml)

.PHONY: check test fmt lint doc bless bench maps install

## Everything that has to pass before a change goes in
check: fmt lint test doc

## The tests
test:
	$(CARGO) test

fmt:
	$(CARGO) fmt --check

lint:
	$(CARGO) clippy --all-targets -- -D warnings

doc:
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --document-private-items

## Accept what the tests draw and print now; look at `git diff` before committing it
bless:
	JMAP_BLESS=1 $(CARGO) test

## How long it takes
bench:
	$(CARGO) build --release --examples
	$(CARGO) bench --bench text --bench whole

## All example maps in all themes, in target/maps/
maps:
	$(foreach theme,$(THEMES),$(JMAP) render $(MAPS) --theme $(theme) -o target/maps/$(theme)/ &&) true

## Put `jmap` on the path
install:
	$(CARGO) install --path . --locked --profile dist
