# The only place where commands are spelled; .ci/run and people call these. A fresh machine needs Python 3.11 or later and make.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUTPUTS ?= outputs
MEETING := 全省机关事务工作暨数字化转型推进会议

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: help setup demo test test-all check format coverage bench docs clean

help:  ## 显示这些目标 / show these targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: $(READY)  ## 建立 .venv / make .venv with everything in it

$(READY): pyproject.toml constraints.txt
	@python=; for name in python3.11 python3 python3.12 python3.13 python; do \
	  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo '需要 Python 3.11 或更新版本 / Python 3.11 or later is needed' >&2; exit 1; fi; \
	[ -x $(BIN)/python ] || $$python -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@
