"""Where people went next, when somebody invested, whose plan a price is of, and which paper presents what."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("扬·莱克离开OpenAI后加入了谷歌。", ["wrong-relation"]),  # he had been at DeepMind before
        ("扬·莱克离开OpenAI后加入了Anthropic。", []),
        ("扬·莱克早年在DeepMind工作。", []),
        ("丹尼尔·格罗斯离开SSI，加入了Meta，苏茨克维随后接任CEO。", []),
        ("OpenAI的首席科学家一职在苏茨克维离开后由扬·莱克接任。", ["wrong-person"]),
        ("OpenAI在2024年6月任命凯文·韦尔为首席财务官。", ["wrong-person"]),
        ("OpenAI在2024年6月任命莎拉·弗莱尔为首席财务官。", []),
        ("微软在2018年向OpenAI投资10亿美元。", ["wrong-date"]),
        ("微软在2019年向OpenAI投资10亿美元。", []),
        ("微软在2019年向OpenAI投资100亿美元。", ["wrong-number"]),  # the amount is wrong, not the year
        ("马斯克于2020年退出OpenAI董事会。", ["wrong-date"]),
        ("GitHub Copilot于2022年6月推出，个人版每月20美元。", ["wrong-number"]),
        ("GitHub Copilot于2022年6月推出，商业版每月19美元。", []),
        ("《Language Models are Unsupervised Multitask Learners》介绍的是GPT-1。", ["wrong-property"]),
        ("《Language Models are Unsupervised Multitask Learners》介绍的是GPT-2。", []),
        ("2023年5月，ChatGPT推出iOS应用，安卓版在两个月后上线。", []),
        ("Anysphere以99亿美元估值融资9亿美元。", []),
        ("AI21 Labs是一家加拿大公司。", ["wrong-relation"]),
        ("AI21 Labs是一家以色列公司。", []),
        ("Anthropic由前DeepMind员工创立。", ["wrong-relation"]),
        ("Anthropic由一群前OpenAI员工创立。", []),
        ("Mistral AI由前OpenAI研究员创立。", ["wrong-relation"]),
        ("Mistral AI由前Meta与谷歌DeepMind员工创立。", []),
        ("Adept由前谷歌和OpenAI的研究员创立。", []),  # not all that they did before is recorded
        ("ChatGPT最初基于GPT-4。", ["wrong-relation"]),
        ("ChatGPT现在基于GPT-5。", []),
        ("星际之门由OpenAI、软银、微软和MGX共同出资。", ["wrong-attribution"]),
        ("2025年1月28日，xAI宣布收购X公司。", ["wrong-date"]),
        ("2020年9月，英伟达宣布从软银手中买下Arm。", []),  # not when SoftBank bought it
    ],
)
def test_what_is_said(engine: Engine, text: str, rules: list[str]) -> None:
    assert rules_of(engine, text) == rules
