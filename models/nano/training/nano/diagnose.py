"""python3 -m nano.diagnose: counts wrong tokens by kind and by the length of the example."""

import argparse
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import torch

from . import checkpoint
from .config import CODE, END
from .data import Example, collate, batch_length, read_file
from .model import Model

LENGTHS = ((200, "under 200"), (400, "200 to 400"), (1 << 30, "over 400"))
# Copied tokens after a change before the rest counts as plain copying.
AFTER_TOKENS = 3


def token_kinds(code: list[int], answer: list[int]) -> list[str]:
    """Returns for each token of an answer: `new`, `jump` (copied, but not from right after the previous copy),
    `after` (soon after either), or `plain`."""
    source = [-1] * len(answer)
    for at, start, length in SequenceMatcher(None, code, answer, autojunk=False).get_matching_blocks():
        source[start : start + length] = range(at, at + length)
    found, before, run_length = [], -1, AFTER_TOKENS
    for place in source:
        if place >= 0 and place == before + 1:
            run_length += 1
            found.append("after" if run_length <= AFTER_TOKENS else "plain")
        else:
            run_length = 0
            found.append("new" if place < 0 else "jump")
        before = place if place >= 0 else before
    return found


def answer_kinds(example: Example) -> list[str]:
    start = int(np.argmax(example.prompt == CODE)) + 1
    return token_kinds([*example.prompt[start:-1].tolist(), END], example.answer.tolist())


@torch.no_grad()
def diagnose(model: Model, examples: list[Example]) -> dict[tuple[str, str], dict[str, int]]:
    """Counts tokens, wrong tokens, examples and examples without wrong tokens, by length and kind."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for one in examples:
        states = model(torch.from_numpy(collate([one], batch_length(len(one)), None).tokens))
        likeliest = model.logits(states[0, len(one.prompt) - 1 : len(one) - 1]).argmax(-1).numpy()
        right, kind_of_token = likeliest == one.answer, np.array(answer_kinds(one))
        length = next(name for most, name in LENGTHS if len(one) < most)
        for kind in {*kind_of_token.tolist()}:
            counts = found.setdefault((length, kind), dict(tokens=0, wrong=0, examples=0, whole=0))
            of_kind = right[kind_of_token == kind]
            counts["tokens"] += len(of_kind)
            counts["wrong"] += int((~of_kind).sum())
            counts["examples"] += 1
            counts["whole"] += bool(of_kind.all())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--measure", type=Path, required=True, help=".bin file of a measure")
    parser.add_argument("--most", type=int, default=300, help="maximum number of examples")
    args = parser.parse_args()
    model = checkpoint.load_model(args.checkpoint)
    examples = [one for one in read_file(args.measure)[: args.most] if len(one) <= model.config.context]
    for (length, kind), counts in sorted(diagnose(model, examples).items()):
        wrong, whole = counts["wrong"] / counts["tokens"], counts["whole"] / counts["examples"]
        print(f"{length:10} {kind:5}  {wrong:6.1%} of {counts['tokens']:6} tokens wrong, none in {whole:5.1%} of {counts['examples']} examples")


if __name__ == "__main__":
    main()
