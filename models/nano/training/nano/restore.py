"""python3 -m nano.restore: converts a GGUF, or the mean of several, to a checkpoint for further training or for export."""

import argparse
import math
from pathlib import Path

import torch

from . import checkpoint
from .checkpoint import Progress
from .config import Config
from .gguf import F32, U32, unpack_values
from .model import Model
from .optimizer import Optimizer
from .source import Source

PARTS = {"attn_q": "q", "attn_k": "k", "attn_v": "v", "attn_output": "o", "ffn_gate": "gate", "ffn_up": "up", "ffn_down": "down"}
NORMS = {"attn_norm": "attention_norm", "ffn_norm": "hidden_norm"}


def rows_from_llama(weight: torch.Tensor, heads: int) -> torch.Tensor:
    """Reverses `rows_for_llama`."""
    return weight.unflatten(0, (heads, -1, 2)).transpose(1, 2).flatten(0, 2)


def read(data: bytes) -> tuple[dict, dict[str, torch.Tensor]]:
    """Returns the numeric metadata and the tensors of a GGUF that `export` wrote."""
    source = Source(data)
    metadata = {}
    for _ in range(source.entries):
        key, kind = source.text(), source.read_value("I")
        if kind in (U32, F32):
            metadata[key] = source.read_value("I" if kind == U32 else "f")
        else:
            source.skip(kind)
    tensor = lambda shape, kind, place: torch.from_numpy(unpack_values(data, kind, math.prod(shape), place).reshape(shape[::-1]))
    return metadata, {name: tensor(*rest) for name, *rest in source.tensors()}


def restore(data: bytes) -> Model:
    metadata, tensors = read(data)
    number = lambda key: metadata[f"llama.{key}"]
    config = Config(
        vocabulary=number("vocab_size"),
        width=number("embedding_length"),
        layers=number("block_count"),
        heads=number("attention.head_count"),
        hidden=number("feed_forward_length"),
        context=number("context_length"),
        # As a float32, 1e18 is not exact.
        theta=float(f"{number('rope.freq_base'):.3g}"),
    )
    weights = {"embedding": tensors["token_embd.weight"], "norm": tensors["output_norm.weight"]}
    for index in range(config.layers):
        of = lambda part: tensors[f"blk.{index}.{part}"]
        for theirs, ours in PARTS.items():
            weight = of(f"{theirs}.weight")
            weights[f"layers.{index}.{ours}"] = rows_from_llama(weight, config.heads) if ours in "qk" else weight
        for theirs, ours in NORMS.items():
            weights[f"layers.{index}.{ours}"] = of(f"{theirs}.weight")
        for part in "qk":
            weights[f"layers.{index}.{part}_bias"] = rows_from_llama(of(f"attn_{part}.bias"), config.heads)
    model = Model(config)
    model.load_state_dict(weights)
    return model


def mean(models: list[Model]) -> Model:
    """Averages weights of one training: better than each if its learning rate fell to zero more than once."""
    first, *others = models
    if any(one.config != first.config for one in others):
        raise SystemExit("models of different sizes cannot be averaged")
    states = [one.state_dict() for one in models]
    first.load_state_dict({name: torch.stack([one[name] for one in states]).mean(0) for name in states[0]})
    return first


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, nargs="+", metavar="GGUF", help="several files of one training are averaged")
    parser.add_argument("--matrices", choices=("muon", "adam"), default="muon", help="optimizer of the matrices in further training")
    parser.add_argument("out", type=Path, help="the checkpoint to write, such as FOLDER/checkpoint.pt")
    args = parser.parse_args()
    model = mean([restore(source.read_bytes()) for source in args.sources])
    args.out.parent.mkdir(parents=True, exist_ok=True)
    checkpoint.save(args.out, model.config, model, Optimizer(model, {}, matrices=args.matrices).state(), {}, Progress())


if __name__ == "__main__":
    main()
