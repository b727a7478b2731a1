"""Each check finds what it is for, at its line and column, and is silent about what is right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .helpers import Base

Complaints = Callable[..., list[str]]
SOURCES = 'sources: {s: {url: "https://example.org/", checked: 2026-11-23}}'


def entity(facts: str = "", kind: str = "model", key: str = "m", names: str = "[Emm]", more: str = "") -> str:
    """An entity; its facts begin at line 4, column 3 if it is the first."""
    lines = [f"- id: {key}", f"  type: {kind}", f"  names: {names}"]
    lines += [f"  facts: {{{facts}}}", f"  {SOURCES}"] if facts else []
    return "\n".join([*lines, *([f"  {more}"] if more else [])]) + "\n"


def test_the_sample_is_clean(sample: Base) -> None:
    text = (sample.directory / "sample.yaml").read_text(encoding="utf-8")
    assert sample.complaints() == []
    assert "myths" in text


def marked(text: str) -> tuple[str, str]:
    """A text without its mark ``»``, and where that stood, as ``line:column``."""
    before, mark, after = text.partition("»")
    line = before.count("\n") + 1
    return before + after, f"{line}:{len(before) - before.rfind(chr(10))}" if mark else ""


# Names


def test_a_name_of_two_must_be_shared(complaints: Complaints) -> None:
    two = entity(names="[GPT-4]") + entity(key="n", names="[{text: gpt 4, shared: true}]")
    assert complaints(two) == [
        "3:11: m: the name 'GPT-4' (gpt4) is borne by n as well; mark it shared: true everywhere or drop it"
    ]
    assert complaints(two.replace("[GPT-4]", "[{text: GPT-4, shared: true}]")) == []


def test_a_shared_name_has_several_owners(complaints: Complaints) -> None:
    assert complaints(entity(names="[{text: GPT, shared: true}]")) == [
        "3:11: m: the name 'GPT' is shared with nobody"
    ]


def test_names_are_listed_once(complaints: Complaints) -> None:
    assert complaints(entity(names="[GPT-4, GPT4]")) == ["3:18: m: 'GPT4' is found by 'GPT-4' already"]
    assert complaints(entity(names="[GPT-4, {text: GPT4, status: former}]")) == []
    assert complaints(entity(kind="api", names="[gpt-4, gpt4]")) == []


@pytest.mark.parametrize("name", ["X", "智", "'360'"])
def test_short_names_are_unsafe(complaints: Complaints, name: str) -> None:
    (complaint,) = complaints(entity(names=f"[{name}]"), "short-name")
    assert complaint.startswith("3:11: m: the name ")
    assert complaint.endswith("is too short to be unmistakable; mark it common: true or drop it")
    assert complaints(entity(names=f"[{{text: {name}, common: true}}]")) == []


@pytest.mark.parametrize("name", ["o1", "R1", "百度", "AMD"])
def test_names_that_are_long_enough(complaints: Complaints, name: str) -> None:
    assert complaints(entity(names=f"[{name}]")) == []


def test_exclusions_concern_a_name(complaints: Complaints) -> None:
    found = complaints(entity(names="[BERT]", more="not_in: [RoBERTa, bert, GPT]"))
    assert found == [
        "4:21: m: not_in: 'bert' is one of its names",
        "4:27: m: not_in: 'GPT' holds none of its names",
    ]


def test_complete_predicates_have_facts(complaints: Complaints) -> None:
    found = complaints(entity("layers: {value: 12, sources: [s]}", more="complete: [layers, licence]"))
    assert found == ["6:22: m: complete: no licence is recorded"]


def test_named_variants_exist(complaints: Complaints) -> None:
    text = entity(
        "parameters: {value: 1B, variant: Large, sources: [s]}",
        names="[BERT, {text: BERT-Large, variant: large}, {text: BERT-Tiny, variant: tiny}, {text: BERT-L, variant: larg}]",
    )
    assert complaints(text) == ["3:87: m: no fact has the variant 'larg'"]


# Sources


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("{checked: 2026-11-23}", "has no url"),
        (
            "{url: 'ftp://x.org/', checked: 2026-11-23}",
            "not a web address: 'ftp://x.org/' (expected https://…)",
        ),
        ("{url: 'https://x', checked: 2026-11-23}", "not a web address: 'https://x' (expected https://…)"),
        ("{url: 'https://x.org/'}", "has no checked date"),
        ("{url: 'https://x.org/', checked: 2026-11-24}", "checked in the future (2026-11-24)"),
        ("{url: 'https://x.org/', checked: 2025, published: 2026}", "checked (2025) before it was published"),
    ],
)
def test_sources(complaints: Complaints, source: str, complaint: str) -> None:
    text = entity("openness: {value: closed, sources: [s]}").replace(
        '{url: "https://example.org/", checked: 2026-11-23}', source
    )
    assert complaints(text) == [f"5:13: m: source s {complaint}"]


def test_sources_are_cited(complaints: Complaints) -> None:
    text = entity("openness: {value: closed, sources: [s]}").replace(
        "{s:", "{t: {url: 'https://x.org/a', checked: 2026-11-23}, s:"
    )
    assert complaints(text) == ["5:13: m: source t is cited by no fact"]


# Facts


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        ("parameters: {value: 175, sources: [s]}", "4:31: m.parameters: 175: not between 1000 and 1e+14"),
        (
            "parameters: {value: 175GB, sources: [s]}",
            "4:31: m.parameters: 175GB: wrong unit (expected a plain number)",
        ),
        ("parameters: {value: 1B, active: 3, sources: [s]}", ""),
        ("mask_ratio: {value: 15, sources: [s]}", "4:31: m.mask_ratio: 15: wrong unit (expected %)"),
        ("mask_ratio: {value: 15%, sources: [s]}", ""),
        ("cost: {value: 5M, sources: [s]}", "4:25: m.cost: 5M: no currency (expected for example 5M USD)"),
        ("context_window: {value: 8, sources: [s]}", "4:35: m.context_window: 8: not between 64 and 1e+08"),
    ],
)
def test_quantities(complaints: Complaints, facts: str, complaint: str) -> None:
    assert complaints(entity(facts)) == ([complaint] if complaint else [])


def test_facts_are_given_once(complaints: Complaints) -> None:
    text = entity("licence: [{value: MIT, sources: [s]}, {value: MIT, note: again, sources: [s]}]")
    assert complaints(text) == ["4:49: m.licence#2: says the same as m.licence"]
    assert (
        complaints(entity("licence: [{value: MIT, sources: [s]}, {value: MIT, of: code, sources: [s]}]"))
        == []
    )


def test_superseded_values_have_successors(complaints: Complaints) -> None:
    text, place = marked(entity("parameters: {value: 1B, status: »superseded, sources: [s]}"))
    assert complaints(text) == [f"{place}: m.parameters: superseded, but by what?"]
    both = "parameters: [{value: 1B, status: superseded, sources: [s]}, {value: 2B, sources: [s]}]"
    assert complaints(entity(both)) == []


def test_statuses_agree_with_values(complaints: Complaints) -> None:
    assert complaints(entity("parameters: {value: 1B, status: undisclosed, sources: [s]}")) == [
        "4:31: m.parameters: status undisclosed, yet a value is given"
    ]
    assert complaints(entity("parameters: {value: 1B, status: disputed, sources: [s]}")) == [
        "4:43: m.parameters: disputed, but only one answer is given"
    ]
    assert complaints(entity("parameters: {value: [1B, 2B], status: disputed, sources: [s]}")) == []


def test_nothing_is_accepted_and_excluded(complaints: Complaints) -> None:
    text, place = marked(entity("trained_with: {value: [nsp, rlhf], not: »[nsp], sources: [s]}"))
    assert complaints(text) == [f"{place}: m.trained_with: nsp is both accepted and excluded"]
    assert complaints(entity("openness: {value: [closed, open-source], sources: [s]}")) == [
        "4:29: m.openness: closed and open-source exclude each other"
    ]
    assert complaints(entity("category: {value: [framework, library], sources: [s]}", "framework")) == []


@pytest.mark.parametrize(
    ("facts", "myth", "wrong"),
    [
        ("created_by: {value: org, also: [org2], sources: [s]}", "created_by, value: org2", True),
        ("created_by: {value: org, sources: [s]}", "created_by, value: org2", False),
        ("released: {event: paper, date: 2018-10-11, sources: [s]}", "released, date: 2018-10", True),
        ("released: {event: paper, date: 2018-10-11, sources: [s]}", "released, date: 2018-09", False),
        (
            "released: {event: paper, date: 2018-10-11, sources: [s]}",
            "released, event: api, date: 2018-10",
            False,
        ),
        ("parameters: {value: 175B, sources: [s]}", "parameters, value: 175.0B", True),
        ("parameters: {value: 175B, sources: [s]}", "parameters, value: 100T", False),
        ("parameters: {value: 175B, status: superseded, sources: [s]}", "parameters, value: 175B", False),
    ],
)
def test_myths_are_wrong(complaints: Complaints, facts: str, myth: str, wrong: bool) -> None:
    others = "".join(entity(kind="organization", key=key, names=f"[{key}-name]") for key in ("org", "org2"))
    text = entity(facts, more=f"myths: [{{predicate: {myth}, because: no}}]") + others
    found = complaints(text, "true-myth")
    assert bool(found) == wrong, found
    if wrong:
        assert found[0].startswith("6:11: m: myths: ")


def test_parts_form_no_circle(complaints: Complaints) -> None:
    text = "".join(
        entity(f"part_of: {{value: {whole}, sources: [s]}}", "organization", key, f"[{key}-name]")
        for key, whole in (("one", "two"), ("two", "three"), ("three", "one"))
    )
    found = complaints(text, "circle")
    assert len(found) == 3
    assert found[0] == "4:28: one.part_of: two is itself part of one"


# Dates


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        (
            "released: [{event: announced, date: 2023-03, sources: [s]}, "
            "{event: api, date: »2023-02, sources: [s]}]",
            "m.released[api]: api before announced (2023-03)",
        ),
        (
            "released: [{event: announced, date: 2023-03, sources: [s]}, "
            "{event: api, date: 2023, sources: [s]}]",
            "",
        ),
        (
            "released: [{event: paper, date: 2018, sources: [s]}, "
            "{event: published, date: »2017, sources: [s]}]",
            "m.released[published]: published before paper (2018)",
        ),
        (
            "released: [{event: retired, date: »2018, sources: [s]}, "
            "{event: weights, date: 2019, sources: [s]}]",
            "m.released[retired]: retired before weights (2019)",
        ),
        (
            "released: [{event: ga, date: 2018, variant: a, sources: [s]}, "
            "{event: preview, date: 2019, sources: [s]}]",
            "",
        ),
        (
            "released: {event: api, date: 2019, sources: [s]}, shutdown: {date: »2018, sources: [s]}",
            "m.shutdown: shut down before m.released[api] (2019)",
        ),
        ("shutdown: {date: »2018, announced: 2019, sources: [s]}", "m.shutdown: announced is after date"),
        (
            "licence: {value: MIT, from: 2019, until: »2018, sources: [s]}",
            "m.licence: from is after until",
        ),
        (
            "released: {event: paper, date: »1198, sources: [s]}",
            "m.released[paper]: 1198: not between 1600 and 2100",
        ),
        (
            "released: {event: paper, date: »2027, sources: [s]}",
            "m.released[paper]: 2027 is in the future",
        ),
        (
            "licence: {value: MIT, review_by: »2026-01, sources: [s]}",
            "m.licence: to be reviewed: review_by is over",
        ),
    ],
)
def test_order_of_dates(complaints: Complaints, facts: str, complaint: str) -> None:
    text, place = marked(entity(facts))
    assert complaints(text) == ([f"{place}: {complaint}"] if complaint else [])


def test_a_name_begins_before_it_ends(complaints: Complaints) -> None:
    assert complaints(entity(names="[Emm, {text: Enn, from: 2020, until: 2019}]")) == [
        "3:16: m: 'Enn': from is after until"
    ]


def test_universities_may_be_old(complaints: Complaints) -> None:
    text = entity("founded: {date: 1209, sources: [s]}", "organization", names="[University of Cambridge]")
    assert complaints(text) == []
    assert complaints(text.replace("University of ", "")) == [
        "4:27: m.founded: 1209: not between 1600 and 2100"
    ]


def test_papers_appear_before_their_venue(complaints: Complaints) -> None:
    facts = "released: {event: paper, date: »2018-10, sources: [s]}, "
    facts += "venue: {value: NIPS, year: 2017, sources: [s]}"
    text, place = marked(entity(facts, "paper"))
    assert complaints(text) == [
        f"{place}: m.released[paper]: first public in 2018-10, after m.venue[NIPS,2017] (2017)"
    ]


def test_makers_exist_before_their_work(complaints: Complaints) -> None:
    makers = entity("founded: {date: 2020, sources: [s]}", "lab", "new", "[New]")
    makers += entity("founded: {date: 2010, sources: [s]}", "lab", "old", "[Older]")
    made = "created_by: {value: %s, sources: [s]}, released: {event: weights, date: »2018, sources: [s]}"
    text, place = marked(entity(made % "new") + makers)
    assert complaints(text) == [f"{place}: m.released[weights]: before its maker was founded (new 2020)"]
    assert complaints(marked(entity(made % "[new, old]"))[0] + makers) == []


# People


def person(key: str, role: str) -> str:
    return entity(f"role: {{org: org, {role}, sources: [s]}}", "person", key, f"[{key}-name]")


def test_roles_begin_after_founding(complaints: Complaints) -> None:
    org = entity("founded: {date: 2015-12, sources: [s]}", "organization", "org", "[Organ]")
    assert complaints(person("p", "title: cto, from: 2015-11") + org) == [
        "4:46: p.role[org,cto]: before org was founded (2015-12)"
    ]
    assert complaints(person("p", "title: cto, from: 2015") + org) == []


def test_an_office_has_one_holder(complaints: Complaints) -> None:
    org = entity(kind="organization", key="org", names="[Organ]")
    one = person("one", "title: ceo, from: 2015, until: 2019-05-01")
    assert complaints(one + person("two", "title: ceo, from: 2018-02") + org) == [
        "9:46: two.role[org,ceo]: one is ceo of org at the same time"
    ]
    assert complaints(one + person("two", "title: ceo, from: 2019-05-01") + org) == []
    assert complaints(one + person("two", "title: cto, from: 2018") + org) == []
    assert complaints(one + person("two", "title: ceo, from: 2018-02, note: held jointly") + org) == []


def test_founders_have_roles(complaints: Complaints) -> None:
    org = entity("founded_by: {value: [one, two], sources: [s]}", "organization", "org", "[Organ]")
    people = person("one", "title: co_founder") + person("two", "title: ceo")
    assert complaints(org + people) == ["4:31: org.founded_by: two has no role founder or co_founder at org"]
