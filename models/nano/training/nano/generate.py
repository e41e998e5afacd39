"""python3 -m nano.generate: generates greedy answers to prompts, for comparison with llama.cpp."""

import argparse
import json
import sys
from pathlib import Path

import torch

from . import checkpoint
from .config import END
from .model import Model


@torch.no_grad()
def greedy(model: Model, prompt: list[int], most: int) -> list[tuple[int, float]]:
    """Returns the likeliest tokens, each with its lead over the second: if it is small, rounding may decide."""
    tokens, answer = list(prompt), []
    while len(tokens) < min(len(prompt) + most, model.config.context):
        states = model(torch.tensor([tokens]))
        (best, second), (token, _) = (one.tolist() for one in model.logits(states[0, -1]).topk(2))
        tokens.append(token)
        answer.append((token, best - second))
        if token == END:
            break
    return answer


def main() -> None:
    """Reads prompts (lists of tokens) as JSON lines and writes the answers in the same format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--most", type=int, default=64)
    args = parser.parse_args()
    model = checkpoint.load_model(args.checkpoint)
    for line in sys.stdin:
        print(json.dumps(greedy(model, json.loads(line), args.most)), flush=True)


if __name__ == "__main__":
    main()
