# The only place where commands are spelled; .ci/run and people call these. A fresh machine needs Python 3.11 or later and make.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTED := $(VENV)/.tested
OUTPUTS ?= outputs
SCRIPTS := tests/view/javascript
# A process for each core; the tests of a file stay together, as they share what they build.
PYTEST := $(BIN)/pytest -n auto --dist loadfile

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1

.PHONY: help setup demo test test-all check check-style format coverage bench scores docs clean

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

demo: $(READY)  ## 用示例建数据集、提问、画图 / build the samples, ask them, draw them
	$(BIN)/graphkit build data/samples --output $(OUTPUTS) || [ $$? -eq 5 ]  # 5: one sample is damaged on purpose
	@printf '\n谁响应了会议，原文怎么说 / who took up a meeting, in which words\n\n'
	@$(BIN)/graphkit ask responses --meeting 林长制推进会议 --dataset $(OUTPUTS)
	@printf '\n哪些市响应了，哪些没有消息 / which cities responded, and which were not heard of\n\n'
	@$(BIN)/graphkit ask coverage --meeting 全省林业工作会议 --dataset $(OUTPUTS)
	@printf '\n计划做的，做成了没有 / what was planned, and whether it was done\n\n'
	@$(BIN)/graphkit ask ledger --dataset $(OUTPUTS)
	@printf '\n网络图，用浏览器打开 / a network to explore, open it in a browser\n\n'
	@$(BIN)/graphkit view responses --dataset $(OUTPUTS) --output $(OUTPUTS)/responses.html

test: $(READY)  ## 不需要服务器和浏览器的全部测试 / every test that needs no server or browser
	@rm -f $(TESTED)
	$(PYTEST) -m 'not browser and not thorough'
	@[ -n "$$(git status --porcelain 2>&1)" ] || git rev-parse 'HEAD^{tree}' > $(TESTED)

# What has just passed for these very files is not run twice.
test-all: $(READY) check-style  ## 风格、类型和全部测试 / style, types and every test
	@if [ -s $(TESTED) ] && [ -z "$$(git status --porcelain 2>&1)" ] && [ "$$(cat $(TESTED))" = "$$(git rev-parse 'HEAD^{tree}')" ]; then \
	  echo '其余测试已由 make test 通过 / make test has passed the others for these files'; \
	  $(PYTEST) -m 'browser or thorough'; \
	else $(PYTEST); fi

check: $(READY) check-style  ## 格式、风格、类型、导入和快测试 / format, lint, types, imports, fast tests
	$(PYTEST) -m 'not slow and not browser and not thorough'

check-style: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(SCRIPTS)/node_modules/.ready && \
	  npm --prefix $(SCRIPTS) run --silent types && npm --prefix $(SCRIPTS) run --silent lint && npm --prefix $(SCRIPTS) test --silent; \
	else echo '没有 npm，网页脚本未检查 / without npm the scripts of pages are not checked' >&2; fi

$(SCRIPTS)/node_modules/.ready: $(SCRIPTS)/package.json
	npm --prefix $(SCRIPTS) install --silent
	@touch $@

format: $(READY)  ## 整理代码 / format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

coverage: $(READY)  ## 测试覆盖率 / coverage of graphkit/ by the tests
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -m 'not browser and not thorough'
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

bench: $(READY)  ## 计量速度 / measure speed
	@for script in tests/benchmarks/*.py; do $(BIN)/python $$script; done

scores: $(READY)  ## 各组标注文件的抽取得分 / scores on every split of the gold documents
	@for split in seed development check further-development further-check written-development written-check; do \
	  printf '\n%s\n' $$split; \
	  case $$split in further-*) gold=tests/gold texts=../shared/corpus;; written-*) gold=tests/gold texts=tests/gold/written;; \
	    *) gold=../shared/gold texts=../shared/gold;; esac; \
	  $(BIN)/graphkit evaluate --by-type --texts $$texts \
	    $$(awk -F'\t' -v part="$$split" -v gold="$$gold" '$$2 == part { print gold "/" $$1 ".gold.json" }' tests/gold/split.tsv); \
	done

docs: $(READY)  ## 由本体生成文档和上下文 / make docs and context from the ontology
	$(BIN)/python ontology/generate_topics.py
	$(BIN)/python ontology/generate_context.py
	$(BIN)/python ontology/generate_docs.py
	$(BIN)/python ontology/generate_questions.py
	$(BIN)/python docs/generate_walkthrough.py
	if command -v chromium >/dev/null; then PYTHONPATH=. $(BIN)/python tests/pictures.py; fi

clean:  ## 删除 outputs 和缓存，留下 .venv / remove outputs and caches, keep .venv
	find outputs -mindepth 1 ! -name README.md -delete
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.*
	find graphkit tests data ontology -name __pycache__ -type d -prune -exec rm -rf {} +
