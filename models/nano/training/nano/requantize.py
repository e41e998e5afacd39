"""python3 -m nano.requantize: converts a GGUF from f16 to q8_0 or q4_0."""

import argparse
import math
import struct
from pathlib import Path

import numpy as np

from .gguf import ALIGNMENT, FILE_TYPES, TYPE_F16, TYPE_F32, U32, tensor_type, pack_values
from .source import Source

FILE_TYPE = "general.file_type"


def requantize(data: bytes, precision: str) -> bytes:
    """Converts matrices to `precision`; everything else stays byte for byte, except the file's type."""
    source = Source(data)
    head, body = bytearray(data[: source.at]), bytearray()
    for _ in range(source.entries):
        start = source.at
        key, kind = source.text(), source.read_value("I")
        value = source.at
        source.skip(kind)
        entry = data[start : source.at]
        if key == FILE_TYPE and kind == U32:
            entry = data[start:value] + struct.pack("<I", FILE_TYPES[precision])
        head += entry
    for name, shape, kind, offset in source.tensors():
        if kind not in (TYPE_F32, TYPE_F16):
            raise SystemExit(f"{name} is already quantised")
        values = np.frombuffer(data, "<f4" if kind == TYPE_F32 else "<f2", math.prod(shape), offset)
        to = tensor_type(name, precision) if kind == TYPE_F16 else kind
        stored = pack_values(values, to)
        encoded_name = name.encode()
        head += struct.pack("<Q", len(encoded_name)) + encoded_name
        head += struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, to, len(body))
        body += stored + b"\0" * (-len(stored) % ALIGNMENT)
    return bytes(head + b"\0" * (-len(head) % ALIGNMENT) + body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--precision", choices=("q8_0", "q4_0"), default="q8_0")
    args = parser.parse_args()
    args.out.write_bytes(requantize(args.source.read_bytes(), args.precision))


if __name__ == "__main__":
    main()
