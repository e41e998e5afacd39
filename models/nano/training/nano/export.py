"""python3 -m nano.export: converts a checkpoint to GGUF."""

import argparse
import json
from pathlib import Path

import torch

from . import checkpoint
from .config import END, FIRST_WORD, PAD, Config
from .gguf import BOOL, EMBEDDING, F32, FILE_TYPES, I32, STRING, TYPE_F32, U32, Writer, tensor_type

NORMAL, CONTROL = 1, 3


def rows_for_llama(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Reorders rows: rotary pairs are half a head apart here, but adjacent in llama.cpp."""
    return weight.unflatten(0, (heads, 2, -1)).transpose(1, 2).flatten(0, 2)


def export(state: dict, tokenizer: Path, path: Path, precision: str, name: str, format: str = "whole") -> None:
    config = Config(**state["config"])
    weights = state["model"]
    vocabulary = json.loads(tokenizer.read_text())
    writer = Writer()
    writer.add("general.architecture", STRING, "llama")
    writer.add("general.name", STRING, name)
    writer.add("general.license", STRING, "apache-2.0")
    # The format of its answers; see packages/engine/src/prompt/nano.
    writer.add("flint.edit.format", STRING, format)
    writer.add("general.file_type", U32, FILE_TYPES[precision])
    for key, value in (
        ("context_length", config.context),
        ("embedding_length", config.width),
        ("block_count", config.layers),
        ("feed_forward_length", config.hidden),
        ("attention.head_count", config.heads),
        ("attention.head_count_kv", config.heads),
        ("rope.dimension_count", config.head_width),
        ("vocab_size", config.vocabulary),
    ):
        writer.add(f"llama.{key}", U32, value)
    writer.add("llama.rope.freq_base", F32, config.theta)
    writer.add("llama.attention.layer_norm_rms_epsilon", F32, config.epsilon)
    tokens = vocabulary["tokens"]
    writer.add("tokenizer.ggml.model", STRING, "gpt2")
    writer.add("tokenizer.ggml.pre", STRING, "starcoder")
    writer.add_array("tokenizer.ggml.tokens", STRING, tokens)
    writer.add_array("tokenizer.ggml.token_type", I32, [CONTROL if id < FIRST_WORD else NORMAL for id in range(len(tokens))])
    writer.add_array("tokenizer.ggml.merges", STRING, [f"{left} {right}" for left, right in vocabulary["merges"]])
    writer.add("tokenizer.ggml.eos_token_id", U32, END)
    writer.add("tokenizer.ggml.bos_token_id", U32, END)
    writer.add("tokenizer.ggml.padding_token_id", U32, PAD)
    writer.add("tokenizer.ggml.add_bos_token", BOOL, False)
    writer.add("tokenizer.ggml.add_space_prefix", BOOL, False)

    def matrix(target: str, values: torch.Tensor) -> None:
        writer.add_tensor(target, values.float().numpy(), tensor_type(target, precision))

    def vector(target: str, values: torch.Tensor) -> None:
        writer.add_tensor(target, values.float().numpy(), TYPE_F32)

    # Without output.weight, llama.cpp also uses the embedding as output.
    matrix(EMBEDDING, weights["embedding"])
    vector("output_norm.weight", weights["norm"])
    for index in range(config.layers):
        of = lambda part: weights[f"layers.{index}.{part}"]
        block = f"blk.{index}"
        vector(f"{block}.attn_norm.weight", of("attention_norm"))
        for part in "qk":
            matrix(f"{block}.attn_{part}.weight", rows_for_llama(of(part), config.heads))
            vector(f"{block}.attn_{part}.bias", rows_for_llama(of(f"{part}_bias"), config.heads))
        matrix(f"{block}.attn_v.weight", of("v"))
        matrix(f"{block}.attn_output.weight", of("o"))
        vector(f"{block}.ffn_norm.weight", of("hidden_norm"))
        for part in ("gate", "up", "down"):
            matrix(f"{block}.ffn_{part}.weight", of(part))
    writer.write(path)


def split(path: Path, size: int) -> list[Path]:
    """Splits a file into parts of at most `size` bytes: PATH.00, PATH.01, …; `cat PATH.*` joins them."""
    data = path.read_bytes()
    parts = []
    for index, start in enumerate(range(0, len(data), size)):
        parts.append(path.with_name(f"{path.name}.{index:02}"))
        parts[-1].write_bytes(data[start : start + size])
    return parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--precision", choices=FILE_TYPES, default="f16")
    parser.add_argument("--name", default="nano-edit", help="model name, by which the server recognizes the prompt format")
    parser.add_argument("--format", choices=("whole", "lines"), default="whole", help="answer format that the model was trained with")
    parser.add_argument("--split-mib", type=float, help="write parts of this size instead of one file")
    args = parser.parse_args()
    export(checkpoint.load(args.checkpoint), args.tokenizer, args.out, args.precision, args.name, args.format)
    if args.split_mib:
        split(args.out, int(args.split_mib * 2**20))
        args.out.unlink()


if __name__ == "__main__":
    main()
