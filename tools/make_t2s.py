"""Write ``src/factcheck/_t2s.py`` from OpenCC's character table (needs the package ``opencc``)."""

from pathlib import Path

from opencc import OpenCC  # type: ignore[import-untyped]

HEADER = '''"""Traditional to Simplified characters, one to one, so that offsets survive.

Derived from OpenCC's ``t2s`` character table (Apache-2.0) by ``tools/make_t2s.py``.
"""
'''
BLOCKS = ((0x3400, 0xA000), (0xF900, 0xFB00))


def pairs() -> list[tuple[str, str]]:
    convert = OpenCC("t2s").convert
    found = []
    for first, last in BLOCKS:
        for character in map(chr, range(first, last)):
            simplified = convert(character)
            if len(simplified) == 1 and simplified != character and ord(simplified) < 0x10000:
                found.append((character, simplified))
    return found


def literal(name: str, text: str, width: int = 50) -> str:
    lines = "\n".join(f'    "{text[i : i + width]}"' for i in range(0, len(text), width))
    return f"{name} = (\n{lines}\n)\n"


def main() -> None:
    table = pairs()
    module = (
        HEADER
        + "\n"
        + literal("TRADITIONAL", "".join(t for t, _ in table))
        + literal("SIMPLIFIED", "".join(s for _, s in table))
    )
    (Path(__file__).parent.parent / "src/factcheck/_t2s.py").write_text(module, encoding="utf-8")


if __name__ == "__main__":
    main()
