"""One palette, committed files that are what their tools write, and no marks of others."""

import hashlib
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

WEB = Path(__file__).parents[1]
TOOLS = WEB.parents[2] / "tools"
VENDOR = WEB / "static/vendor"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b(?![\w-])|\b(?:rgb|rgba|hsl|hsla|oklch|lab|lch)\(")
NAMED = re.compile(r":\s*(?:white|black|red|green|blue|yellow|grey|gray|orange|purple)\s*[;}]")
OURS = [path for kind in ("css", "html", "jinja", "py", "js") for path in WEB.rglob(f"*.{kind}")]
GENERATED = {WEB / "static/kith/tokens.css"}


def tool(name: str) -> ModuleType:
    path = TOOLS / f"{name}.py"
    if not path.exists():
        pytest.skip(f"tools/{name}.py is only in the checkout, not in an installed package")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def holds_colour(text: str) -> bool:
    return bool(COLOUR.search(text) or NAMED.search(text))


def test_committed_tokens_are_what_the_tool_writes() -> None:
    for path, content in tool("make_tokens").written_files().items():
        assert path.read_text() == content, f"run tools/make_tokens.py: {path.name} is out of date"


@pytest.mark.parametrize("sign", ["color: #12474A;", "fill:#fff", "rgb(0 0 0)", "background: white;"])
def test_a_colour_is_recognised(sign: str) -> None:
    assert holds_colour(sign)


def test_no_other_file_holds_a_colour() -> None:
    here = Path(__file__)
    looked_at = [path for path in OURS if path not in GENERATED and VENDOR not in path.parents and path != here]
    assert looked_at
    assert [path.name for path in looked_at if holds_colour(path.read_text())] == []


def test_every_token_used_is_in_the_palette() -> None:
    known = set(re.findall(r"--([a-z-]+):", (WEB / "static/kith/tokens.css").read_text()))
    used = set(re.findall(r"var\(--([a-z-]+)\)", (WEB / "static/kith/kith.css").read_text()))
    assert used <= known


def test_lantern_belongs_to_the_child_and_to_where_the_child_is_now() -> None:
    css = re.sub(r"/\*.*?\*/", "", (WEB / "static/kith/kith.css").read_text(), flags=re.DOTALL)
    rules = re.findall(r"([^{}]+)\{[^{}]*var\(--lantern\)[^{}]*\}", css)
    where_now = ".kith-path__stop--now .kith-path__dot"
    assert {rule.strip() for rule in rules} == {".kith-logo__dot", ".kith-child", ".kith-voice", where_now}


def test_vendored_files_are_the_recorded_ones() -> None:
    record = tomllib.loads((VENDOR / "VENDOR.toml").read_text())
    listed = {file["name"] for file in record["file"]} | {part["licence_text"] for part in record["package"]}
    assert {path.name for path in VENDOR.iterdir()} == listed | {"VENDOR.toml"}
    for file in record["file"]:
        assert hashlib.sha256((VENDOR / file["name"]).read_bytes()).hexdigest() == file["sha256"], file["name"]


def test_vendored_styles_bring_no_foreign_mark_and_fetch_nothing() -> None:
    css = (VENDOR / "govuk.css").read_text().lower()
    for sign in ("crest", "crown", "logotype", "gds transport", "url(", "@import", "sourcemappingurl"):
        assert sign not in css, sign


def test_vendored_scripts_name_no_source_map() -> None:
    for path in VENDOR.glob("*.js"):
        assert "sourceMappingURL" not in path.read_text(), path.name


def test_every_font_named_is_shipped_and_every_font_shipped_is_named() -> None:
    fonts = WEB / "static/fonts"
    named = set(re.findall(r'url\("([^"]+)"\)', (fonts / "fonts.css").read_text()))
    assert named == {path.name for path in fonts.glob("*.woff2")}
    assert (fonts / "OFL.txt").exists()
