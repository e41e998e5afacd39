"""python3 -m nano.requantize: a GGUF in f16 as the same one in q8_0 or q4_0."""

import argparse
import struct
from pathlib import Path

import numpy as np

from .gguf import ALIGNMENT, FILE_TYPES, TYPE_F16, TYPE_F32, U32, kind_of, packed

STRING, ARRAY = 8, 9
WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
FILE_TYPE = "general.file_type"


class Source:
    """A GGUF that is read from its head on."""

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0

    def take(self, form: str):
        value = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return value if len(value) > 1 else value[0]

    def text(self) -> str:
        size = self.take("Q")
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def skip(self, kind: int) -> None:
        if kind == STRING:
            self.text()
        elif kind == ARRAY:
            of, count = self.take("IQ")
            for _ in range(count):
                self.skip(of)
        else:
            self.at += WIDTHS[kind]


def requantize(data: bytes, precision: str) -> bytes:
    """Matrices become what `precision` says; everything else stays to the byte, but for the file's type."""
    source = Source(data)
    magic, version, tensors, entries = source.take("4sIQQ")
    if magic != b"GGUF" or version != 3:
        raise SystemExit("this is no GGUF of version 3")
    metadata = bytearray()
    for _ in range(entries):
        start = source.at
        key, kind = source.text(), source.take("I")
        value = source.at
        source.skip(kind)
        entry = data[start : source.at]
        if key == FILE_TYPE and kind == U32:
            entry = data[start:value] + struct.pack("<I", FILE_TYPES[precision])
        metadata += entry
    infos = []
    for _ in range(tensors):
        name, rank = source.text(), source.take("I")
        shape = [source.take("Q") for _ in range(rank)]
        infos.append((name, shape, *source.take("IQ")))
    base = source.at + -source.at % ALIGNMENT
    head = bytearray(struct.pack("<4sIQQ", magic, version, tensors, entries) + metadata)
    body = bytearray()
    for name, shape, kind, offset in infos:
        count = int(np.prod(shape))
        if kind not in (TYPE_F32, TYPE_F16):
            raise SystemExit(f"{name} is quantised already")
        values = np.frombuffer(data, "<f4" if kind == TYPE_F32 else "<f2", count, base + offset)
        to = kind_of(name, precision) if kind == TYPE_F16 else kind
        stored = packed(values, to)
        title = name.encode()
        head += struct.pack("<Q", len(title)) + title
        head += struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, to, len(body))
        body += stored + b"\0" * (-len(stored) % ALIGNMENT)
    return bytes(head + b"\0" * (-len(head) % ALIGNMENT) + body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--precision", choices=("q8_0", "q4_0"), default="q8_0")
    given = parser.parse_args()
    given.out.write_bytes(requantize(given.source.read_bytes(), given.precision))


if __name__ == "__main__":
    main()
