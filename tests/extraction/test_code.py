"""Code, inline code and addresses; comments are read as prose."""

from __future__ import annotations

import pytest

from small_world import World, spans


def block(code: str, language: str = "python") -> str:
    return f"示例：\n\n```{language}\n{code}\n```\n"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("openai.Completion.create(prompt='x')", "openai.Completion.create"),
        ("r = openai.Completion.create", "openai.Completion.create"),
        ("import openai as oa\noa.Completion.create()", "oa.Completion.create"),
        ('f(engine="text-davinci-003")', "text-davinci-003"),
        ("f(engine='openai/text-davinci-003')", "text-davinci-003"),
    ],
)
def test_retired_identifiers_in_code(world: World, code: str, text: str) -> None:
    source = block(code)
    claims = world.claims(source, "shutdown")
    assert set(spans(source, claims)) == {text}
    assert world.statuses(source, "shutdown") == ["outdated"]


@pytest.mark.parametrize(
    "code",
    [
        "client.completions.create()",
        "my_openai.Completion.created()",
        "text_davinci_003 = 1",
        "# 旧写法：openai.Completion.create 已废弃",
        "openai.Completion.create()  # 旧接口，已移除",
        "# 已废弃\nopenai.Completion.create()",
    ],
)
def test_what_is_not_used(world: World, code: str) -> None:
    assert set(world.statuses(block(code), "shutdown")) <= {"not-checked"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("把模型设为 `text-davinci-003` 即可。", "outdated"),
        ("老项目里的 `text-davinci-003` 早已下线。", "not-checked"),
        ("---\ndate: 2023-05-01\n---\n\n把模型设为 `text-davinci-003` 即可。", "supported"),
    ],
)
def test_inline_code_at_its_time(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "shutdown") == [status]


@pytest.mark.parametrize(
    ("text", "address", "status"),
    [
        ("见 https://code.google.com/p/x 。", "https://code.google.com/p/x", "outdated"),
        ("[代码](https://code.google.com/p/x)", "https://code.google.com/p/x", "outdated"),
        ("<https://ai.google/research>", "https://ai.google/research", "outdated"),
        ("见 https://www.ai.google/research/ 。", "https://www.ai.google/research/", "outdated"),
        ("旧地址 https://ai.google/research 已停用。", "https://ai.google/research", "not-checked"),
    ],
)
def test_addresses(world: World, text: str, address: str, status: str) -> None:
    claim = world.one(text, "moved")
    assert text[claim.start : claim.end] == address
    assert world.verdict(claim).status == status


@pytest.mark.parametrize(
    "text",
    [
        "https://google.com/",
        "https://ai.google/researchers",
        "https://mycode.google.com/",
        "code.google.comx",
    ],
)
def test_other_addresses(world: World, text: str) -> None:
    assert world.claims(text, "moved") == []


def test_an_address_in_code(world: World) -> None:
    source = block("curl https://code.google.com/p/x", "bash")
    assert spans(source, world.claims(source, "moved")) == ["https://code.google.com/p/x"]


@pytest.mark.parametrize("mark", ["#", "//"])
def test_comments_are_prose(world: World, mark: str) -> None:
    source = block(f"x = 1  {mark} OpenAI发布了BERT")
    assert spans(source, world.claims(source, "created_by")) == ["OpenAI发布了BERT"]
    assert world.statuses(source, "created_by") == ["contradicted"]


def test_strings_in_code_are_not_prose(world: World) -> None:
    assert world.claims(block('print("OpenAI发布了BERT")'), "created_by") == []
