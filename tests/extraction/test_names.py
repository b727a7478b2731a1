"""Former names said of the present, and names with a slip."""

from __future__ import annotations

import pytest

from small_world import World, spans


@pytest.mark.parametrize(
    "text",
    ["如今，用户打开Bard即可完成写作。", "目前Bard支持四十种语言。", "Facebook公司目前的人工智能部门以开源著称。", "现在的Facebook公司仍在投入大模型。"],
)  # fmt: skip
def test_former_names_said_of_the_present(world: World, text: str) -> None:
    claim = world.one(text, "name")
    assert text[claim.start : claim.end] in ("Bard", "Facebook", "Facebook公司")
    assert world.verdict(claim).status == "outdated"


@pytest.mark.parametrize(
    "text",
    [
        "2023年，谷歌公布Bard。",
        "Bard后来更名为Gemini。",
        "目前，前身为Bard的应用支持四十种语言。",
        "2019年，Facebook开源了一个模型。",
        "Facebook于2021年更名为Meta。",
        "有人误以为目前Bard仍在使用。",
        "---\ndate: 2023-06-01\n---\n\n目前Bard支持四十种语言。",
        "目前Meta以开源著称。",
    ],
)
def test_former_names_in_their_time(world: World, text: str) -> None:
    assert world.claims(text, "name") == []


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("用Tensorfow训练模型。", "Tensorfow", "TensorFlow"),
        ("用Tenosrflow训练模型。", "Tenosrflow", "TensorFlow"),
        ("用TensorFloww训练模型。", "TensorFloww", "TensorFlow"),
        ("OpenAl公布了接口。", "OpenAl", "OpenAI"),
        ("Microsft公布了接口。", "Microsft", "Microsoft"),
    ],
)
def test_slips(world: World, text: str, written: str, meant: str) -> None:
    claims = world.claims(text, "spelling")
    assert spans(text, claims) == [written]
    assert world.verdict(claims[0]).replacement == meant


@pytest.mark.parametrize(
    "text",
    [
        "用Tensorflow训练模型。",
        "用tensorflow训练模型。",
        "运行`Tensorfow`即可。",
        "运行 `Tensorfow` 即可。",
        "见 https://example.com/Tensorfow 。",
        "Transformers库很好用。",
        "Tensorfow、Tensorfow、Tensorfow、Tensorfow是另一个项目。",
        "Tensorboard很好用。",
        "We trained it with Tensorfow in the old days of deep learning.",
    ],
)
def test_what_is_no_slip(world: World, text: str) -> None:
    assert world.claims(text, "spelling") == []
