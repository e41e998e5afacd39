"""python3 -m tests.unsure CHECKPOINT OUT: the model, made to answer everything with the token for being unsure."""

import sys

import torch

from nano.config import UNSURE


def main() -> None:
    state = torch.load(sys.argv[1], map_location="cpu")
    for name, values in state["model"].items():
        if name.endswith("embedding"):
            # Every state leans this way, whatever the prompt, and one token leans further than all others.
            values[:, 0] = 100
            values[UNSURE, 0] = 200
    torch.save(state, sys.argv[2])


if __name__ == "__main__":
    main()
